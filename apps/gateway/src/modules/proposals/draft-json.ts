import type { Json } from '../../json.js'
import { draftOf, type RecordedDraft } from './draft-of.js'
import type { Draft } from './draft.js'
import { factsToJson } from './facts.js'

type Fields = Readonly<Record<string, Json>>

/** A draft for the audit, and for telling one request from another. */
export function draftJson({ facts, priorityFacts, members, expenses, ...rest }: Draft): Fields {
  return {
    ...rest,
    facts: factsToJson(facts),
    priorityFacts: factsToJson(priorityFacts),
    members: memberJson(members),
    expenses: expenses.map((expense) => ({ ...expense })),
  }
}

export const memberJson = (members: Draft['members']) =>
  members.map((member) => ({ ...member, facts: factsToJson(member.facts) }))

/** What a record asks for, for the audit: the same fields as of a draft. */
export const recordJson = (record: RecordedDraft): Fields => ({
  version: record.version,
  ...draftJson(draftOf(record)),
})
