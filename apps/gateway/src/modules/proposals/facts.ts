import { facts as applicationFacts, type ApplicationFacts } from '@khuyencong/domain'
import { isoDate as toIsoDate, isRatio, type FactDefinitions, type Facts, type Value } from '@khuyencong/rules'
import { proposalFacts, type ProposalFacts } from '@khuyencong/selection'
import { z } from 'zod'
import type { Prisma } from '../../generated/prisma/client.js'
import { isoDate } from '../../graphql/date.js'
import type { Json } from '../../json.js'
import type { Draft } from './draft.js'

/** Facts that the record itself says, in columns of its own: they are not kept a second time. */
const ofRecord = ['fund', 'stage', 'planYear', 'totalCost', 'eligibleCost', 'requestedSupport'] as const

/** Facts that follow from a proposal of several parts. */
const ofParts = ['contents', 'overOneYear'] as const

/** What is given of an application without what the record says, and where the two say different things. */
export function withoutRecorded(given: ApplicationFacts, draft: Draft) {
  const recorded: Facts = factsOfRecord(draft, 'proposal')
  const known: Facts = given
  const contradictions = ofRecord.filter(
    (fact) => fact !== 'stage' && known[fact] !== undefined && known[fact] !== recorded[fact],
  )
  const kept = Object.entries(known).filter(([key, value]) => !isOneOf(ofRecord, key) && value !== undefined)
  return { facts: Object.fromEntries(kept) as ApplicationFacts, contradictions }
}

export function withoutDerived(given: ProposalFacts): ProposalFacts {
  return Object.fromEntries(
    Object.entries(given).filter(([key, value]) => !isOneOf(ofParts, key) && value !== undefined),
  )
}

/** The facts among these that are the record's own to say. */
export const recordedAmong = (given: ApplicationFacts): readonly string[] =>
  Object.keys(given).filter((key) => isOneOf(ofRecord, key))

const isOneOf = (list: readonly string[], key: string): boolean => list.includes(key)

/** Whether support is sought, or money is about to be released on an approval. */
export type Stage = 'proposal' | { readonly approvedOn: string }

type Recorded = Pick<Draft, 'fund' | 'planYear' | 'eligibleCost' | 'requestedSupport'> & { readonly totalCost?: bigint }

/** A fund as the law names it. */
export const fundNames = {
  NATIONAL: 'national',
  PROVINCIAL: 'provincial',
  DISTRICT: 'district',
  UNKNOWN: undefined,
} as const

/** The facts that the record says. */
export function factsOfRecord(record: Recorded, stage: Stage): ApplicationFacts {
  const { fund, planYear, totalCost, eligibleCost, requestedSupport } = record
  return {
    fund: fundNames[fund],
    planYear,
    ...(totalCost !== undefined && { totalCost }),
    eligibleCost,
    requestedSupport,
    ...(stage === 'proposal'
      ? { stage: 'proposal' }
      : { stage: 'funding', projectApproved: true, approvedOn: toIsoDate(stage.approvedOn) }),
  }
}

/** What bears on priority: what is kept of it, and what the parts and the days say themselves. */
export function priorityFactsOf(
  kept: ProposalFacts,
  parts: readonly { readonly contentCode: string }[],
  { startsOn, endsOn }: { readonly startsOn: Date | null; readonly endsOn: Date | null },
): ProposalFacts {
  return {
    ...kept,
    contents: new Set(parts.map(({ contentCode }) => contentCode)).size,
    ...(startsOn !== null && endsOn !== null && { overOneYear: isoDate(endsOn) >= aYearAfter(isoDate(startsOn)) }),
  }
}

/** The same day of the next year: a project that still runs on it takes more than one. */
const aYearAfter = (day: string): string => `${String(Number(day.slice(0, 4)) + 1)}${day.slice(4)}`

/** Facts for the audit and for what a law answer was given on. */
export const factsToJson = (known: Facts): Readonly<Record<string, Json>> =>
  Object.fromEntries(
    Object.entries(known).flatMap(([key, value]): [string, Json][] =>
      value === undefined ? [] : [[key, plainValue(value)]],
    ),
  )

/** Facts as they are kept: đồng as digits. */
export const storedFacts = (known: Facts): Prisma.InputJsonObject =>
  Object.fromEntries(
    Object.entries(known).flatMap(([key, value]): [string, Prisma.InputJsonValue][] => {
      if (value === undefined) return []
      const one = plainValue(value)
      return [[key, typeof one === 'bigint' ? one.toString() : one]]
    }),
  )

function plainValue(value: Value) {
  if (isRatio(value)) throw new Error('No fact is a ratio')
  return value
}

const Kept = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))

/** Facts as they were kept. */
export function factsFromJson(definitions: FactDefinitions, kept: unknown): Facts {
  const digits = (key: string, value: unknown) => definitions[key]?.kind === 'money' && typeof value === 'string'
  return Object.fromEntries(
    Object.entries(Kept.parse(kept)).map(([key, value]): [string, Value] => [
      key,
      digits(key, value) ? BigInt(String(value)) : value,
    ]),
  )
}

/** Of an application. What of them no longer fits the dictionary, the law says when it is asked. */
export const applicationFactsFrom = (kept: unknown): ApplicationFacts => factsFromJson(applicationFacts, kept)

/** Of a place in the plan. */
export const priorityFactsFrom = (kept: unknown): ProposalFacts => factsFromJson(proposalFacts, kept)
