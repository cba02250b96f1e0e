import { priorityCeiling, type PriorityCeiling } from '@khuyencong/budget'
import { toContentCode, type ApplicationFacts } from '@khuyencong/domain'
import { canonicalJson } from '../../json.js'
import { answerJson } from '../law/answer-json.js'
import type { ServedLaw } from '../law/packs.js'
import { applicationFactsFrom, factsToJson } from './facts.js'

/** Whether the fund's manager decided a higher level for a project: the newest word on it stands (TTLT 26/2014 Điều 6.2.t). */
export const isRaised = (priorities: readonly { readonly decided: boolean }[]): boolean =>
  priorities[0]?.decided === true

/** What is read of a proposal to know: the newest word first. */
export const newestPriority = { orderBy: { version: 'desc' }, take: 1 } as const

/** The ceiling of a content where a higher level was decided. */
export const raisedCeiling = (
  law: Pick<ServedLaw, 'amount' | 'facts' | 'identity' | 'money'>,
  content: string,
  facts: ApplicationFacts,
): PriorityCeiling => priorityCeiling(law, toContentCode(content), facts, 'decided')

/** It, and what it was asked with, as one text: the same question and answer give the same bytes. */
export const raisedCeilingText = (facts: ApplicationFacts, ceiling: PriorityCeiling): string =>
  canonicalJson({ facts: factsToJson(facts), ...answerJson(ceiling) })

/** Gives it again from what was stored. */
export function raisedCeilingAgain(law: Parameters<typeof raisedCeiling>[0], content: string, input: unknown): string {
  const facts = applicationFactsFrom(input)
  return raisedCeilingText(facts, raisedCeiling(law, content, facts))
}
