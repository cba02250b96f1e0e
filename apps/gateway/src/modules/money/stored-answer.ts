import { toContentCode } from '@khuyencong/domain'
import {
  advanceFacts,
  proofCases,
  proofPapers,
  type AdvanceFacts,
  type AdvanceLimit,
  type DecidedShare,
  type GroupSettlement,
  type GroupSettlementInput,
  type Settlement,
  type SettlementInput,
} from '@khuyencong/budget'
import { ratio } from '@khuyencong/rules'
import { z } from 'zod'
import { canonicalJson, type Json } from '../../json.js'
import { answerJson } from '../law/answer-json.js'
import { applicationFactsFrom, factsFromJson, factsToJson } from '../proposals/facts.js'

// What is stored of an answer about money, and how what it was asked with is read again.

/**
 * An answer of the law of the money, and what it was given to, as one text: the same question and answer give the same bytes.
 */
export const moneyAnswerText = (input: Json, answer: AdvanceLimit | Settlement | GroupSettlement): string =>
  canonicalJson({ facts: input, ...answerJson(answer) })

/** What an advance was asked with, another rate that was decided for it included. */
export const advanceInput = (facts: AdvanceFacts, decided?: DecidedShare): Json => ({
  ...factsToJson(facts),
  ...(decided === undefined ? {} : { decided: decidedJson(decided) }),
})

const decidedJson = ({ share, source: { document }, by }: DecidedShare): Json => ({
  share: { numerator: share.numerator, denominator: share.denominator },
  source: { document },
  by,
})

const StoredShare = z.object({
  share: z
    .object({ numerator: z.coerce.bigint(), denominator: z.coerce.bigint() })
    .transform(({ numerator, denominator }) => ratio(numerator, denominator)),
  source: z.object({ document: z.string() }),
  by: z.enum(['fund-manager', 'other']).optional(),
})

const StoredAdvance = z.looseObject({ decided: StoredShare.optional() })

/** The same, out of its JSON. */
export function advanceInputFrom(stored: unknown): {
  readonly facts: AdvanceFacts
  readonly decided: DecidedShare | undefined
} {
  const { decided, ...facts } = StoredAdvance.parse(stored)
  return { facts: factsFromJson(advanceFacts, facts), decided }
}

/** What a settlement was asked with. */
export const settlementInput = ({ vouchers, papers, cases, application, ...facts }: SettlementInput): Json => ({
  ...facts,
  vouchers: vouchers?.map((one) => ({ ...one })),
  papers: { ...papers },
  cases: { ...cases },
  application: factsToJson(application ?? {}),
})

/** What the settlement of a proposal of several parts was asked with. */
export const groupSettlementInput = (input: GroupSettlementInput): Json => {
  const { vouchers, papers, cases, members, ...facts } = input
  return {
    ...facts,
    vouchers: vouchers?.map((one) => ({ ...one })),
    papers: { ...papers },
    cases: { ...cases },
    members: members.map(({ application, ...member }) => ({ ...member, application: factsToJson(application ?? {}) })),
  }
}

const names = <Name extends string>(of: Readonly<Record<Name, unknown>>): Name[] => Object.keys(of) as Name[]

const Proof = z.object({
  papers: z.partialRecord(z.enum(names(proofPapers)), z.boolean()),
  cases: z.partialRecord(z.enum(names(proofCases)), z.boolean()),
  allVouchersListed: z.boolean().optional(),
})

/** What is said of a project that is settled, as a request keeps it. */
export const KeptSettlement = Proof.extend({
  ceiling: z.coerce.bigint().optional(),
  /** Of the parts of a proposal of several. */
  ceilings: z
    .array(z.object({ establishmentId: z.string(), contentCode: z.string().optional(), ceiling: z.coerce.bigint() }))
    .optional(),
})

const StoredWhole = Proof.extend({
  fund: z.enum(['national', 'provincial', 'district']).optional(),
  award: z.coerce.bigint(),
  acceptance: z.enum(['accepted', 'force-majeure']),
  forceMajeureExplained: z.boolean().optional(),
  forceMajeureRecorded: z.boolean().optional(),
  alreadyAdvanced: z.coerce.bigint(),
})

const priority = z.enum(['decided', 'not-decided']).optional()

const StoredVoucher = z.object({ id: z.string(), item: z.string(), amount: z.coerce.bigint(), counts: z.boolean() })
const application = z.unknown().transform(applicationFactsFrom)

const StoredSettlement = StoredWhole.extend({
  ceiling: z.coerce.bigint().optional(),
  vouchers: z.array(StoredVoucher),
  application,
  priority,
}).strict()

/** The same, out of its JSON. */
export const settlementInputFrom = (stored: unknown): SettlementInput => StoredSettlement.parse(stored)

const StoredGroupSettlement = StoredWhole.extend({
  members: z.array(
    z
      .object({
        establishment: z.string(),
        content: z.string().transform(toContentCode),
        support: z.coerce.bigint(),
        ceiling: z.coerce.bigint().optional(),
        application,
        priority,
      })
      .strict(),
  ),
  vouchers: z.array(StoredVoucher.extend({ establishment: z.string(), content: z.string() })),
}).strict()

/** The same, out of its JSON. */
export const groupSettlementInputFrom = (stored: unknown): GroupSettlementInput => StoredGroupSettlement.parse(stored)
