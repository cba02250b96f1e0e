import {
  advanceFacts,
  proofCases,
  proofPapers,
  type AdvanceFacts,
  type AdvanceLimit,
  type Settlement,
  type SettlementInput,
} from '@khuyencong/budget'
import { z } from 'zod'
import { canonicalJson, type Json } from '../../json.js'
import { applicationFactsFrom, factsFromJson, factsToJson } from '../proposals/facts.js'

// What is stored of an answer about money, and how what it was asked with is read again.

/**
 * An answer of the law of the money, and what it was given to, as one text: the same question and answer give the same bytes.
 */
export const moneyAnswerText = (input: Json, answer: AdvanceLimit | Settlement): string =>
  canonicalJson({ facts: input, ...asObject(answer) })

/** An answer of a package as JSON: what is not known is left out. */
function asJson(value: unknown): Json {
  if (value === null || value === undefined || typeof value === 'boolean' || typeof value === 'number') return value
  if (typeof value === 'string' || typeof value === 'bigint') return value
  if (Array.isArray(value)) return value.map(asJson)
  if (typeof value !== 'object') throw new TypeError(`A ${typeof value} is no part of an answer`)
  return asObject(value)
}

const asObject = (value: object): Readonly<Record<string, Json>> =>
  Object.fromEntries(Object.entries(value).map(([key, part]) => [key, asJson(part)]))

/** What an advance was asked with. */
export const advanceInput = (facts: AdvanceFacts): Json => factsToJson(facts)

/** The same, out of its JSON. */
export const advanceInputFrom = (stored: unknown): AdvanceFacts => factsFromJson(advanceFacts, stored)

/** What a settlement was asked with. */
export const settlementInput = ({ vouchers, papers, cases, application, ...facts }: SettlementInput): Json => ({
  ...facts,
  vouchers: vouchers?.map((one) => ({ ...one })),
  papers: { ...papers },
  cases: { ...cases },
  application: factsToJson(application ?? {}),
})

const names = <Name extends string>(of: Readonly<Record<Name, unknown>>): Name[] => Object.keys(of) as Name[]

/** What is said of a project that is settled, as a request keeps it. */
export const KeptSettlement = z.object({
  papers: z.partialRecord(z.enum(names(proofPapers)), z.boolean()),
  cases: z.partialRecord(z.enum(names(proofCases)), z.boolean()),
  allVouchersListed: z.boolean().optional(),
  ceiling: z.coerce.bigint().optional(),
})

const StoredSettlement = KeptSettlement.extend({
  fund: z.enum(['national', 'provincial', 'district']).optional(),
  award: z.coerce.bigint(),
  acceptance: z.literal('accepted'),
  alreadyAdvanced: z.coerce.bigint(),
  vouchers: z.array(z.object({ id: z.string(), item: z.string(), amount: z.coerce.bigint(), counts: z.boolean() })),
  application: z.unknown().transform(applicationFactsFrom),
}).strict()

/** The same, out of its JSON. */
export const settlementInputFrom = (stored: unknown): SettlementInput => StoredSettlement.parse(stored)
