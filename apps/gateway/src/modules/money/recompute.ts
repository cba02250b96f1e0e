import { advanceFacts, advanceLimit, settle, type MoneyLaw, type SettlementInput } from '@khuyencong/budget'
import type { BoundLaw } from '@khuyencong/rules'
import { z } from 'zod'
import { applicationFactsFrom, factsFromJson } from '../proposals/facts.js'
import { answerJson } from './law-answer.js'
import { Kept } from './settlement-service.js'

type Law = BoundLaw & MoneyLaw

/** Gives the answer on an advance again, from its input as it is stored. */
export const advanceAgain = (law: Law, subject: string, input: unknown): string =>
  answerJson(advanceLimit(law, subject, factsFromJson(advanceFacts, input)))

const Fund = z.enum(['national', 'provincial', 'district'])
const SettlementKept = Kept.extend({
  fund: Fund.optional(),
  award: z.coerce.bigint(),
  acceptance: z.literal('accepted'),
  alreadyAdvanced: z.coerce.bigint(),
  vouchers: z.array(z.object({ id: z.string(), item: z.string(), amount: z.coerce.bigint(), counts: z.boolean() })),
  application: z.unknown(),
})

/** Gives the answer on a settlement again, from its input as it is stored. */
export function settlementAgain(law: Law, subject: string, input: unknown): string {
  const { application, ...known } = SettlementKept.parse(input)
  const asked: SettlementInput = { ...known, application: applicationFactsFrom(application) }
  return answerJson(settle(law, subject, asked))
}
