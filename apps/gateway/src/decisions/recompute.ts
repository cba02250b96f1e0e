import { toContentCode } from '@khuyencong/domain'
import { acceptanceProof, advanceLimit, settle, settleGroup } from '@khuyencong/budget'
import { toJson, traceDocument } from '@khuyencong/rules'
import { z } from 'zod'
import type { NamedPack } from '../modules/law/packs.js'
import {
  advanceInput,
  advanceInputFrom,
  groupSettlementInput,
  groupSettlementInputFrom,
  moneyAnswerText,
  settlementInput,
  settlementInputFrom,
} from '../modules/money/stored-answer.js'
import { factsFromJson } from '../modules/proposals/facts.js'
import { proofJson } from '../modules/proposals/proof-json.js'
import { raisedCeilingAgain } from '../modules/proposals/raised-ceiling.js'

/** What a stored answer was given to. */
interface Asked {
  readonly subject: string
  /** ISO day. */
  readonly asOf: string
  /** As it is stored: JSON. */
  readonly input: unknown
}

/** Gives an answer again, as the text that is stored of it. */
type Recompute = (named: NamedPack, asked: Asked) => string

const decision: Recompute = ({ pack }, { subject, asOf, input }) => {
  const law = pack.at(asOf)
  const facts = factsFromJson(pack.facts, input)
  return toJson(traceDocument(law, facts, law.decide(subject, facts)))
}

const amount: Recompute = ({ pack }, { subject, asOf, input }) => {
  const law = pack.at(asOf)
  const facts = factsFromJson(pack.facts, input)
  const found = law.amount(subject, facts)
  if (found === undefined) throw new Error(`the pack has no amount ${subject}`)
  return toJson(traceDocument(law, facts, found))
}

const Flags = z.record(z.string(), z.boolean())
const ProofInput = z.object({
  fund: z.enum(['national', 'provincial', 'district']).optional(),
  papers: Flags,
  cases: Flags,
})

const proof: Recompute = ({ jurisdiction }, { subject, asOf, input }) => {
  const { fund, papers, cases } = ProofInput.parse(input)
  return proofJson(acceptanceProof(jurisdiction.at(asOf), toContentCode(subject), { fund, papers, cases }))
}

const advance: Recompute = ({ jurisdiction }, { subject, asOf, input }) => {
  const { facts, decided } = advanceInputFrom(input)
  return moneyAnswerText(
    advanceInput(facts, decided),
    advanceLimit(jurisdiction.at(asOf), toContentCode(subject), facts, decided),
  )
}

const settlement: Recompute = ({ jurisdiction }, { subject, asOf, input }) => {
  const known = settlementInputFrom(input)
  return moneyAnswerText(settlementInput(known), settle(jurisdiction.at(asOf), toContentCode(subject), known))
}

const groupSettlement: Recompute = ({ jurisdiction }, { asOf, input }) => {
  const known = groupSettlementInputFrom(input)
  return moneyAnswerText(groupSettlementInput(known), settleGroup(jurisdiction.at(asOf), known))
}

const raisedCeiling: Recompute = ({ jurisdiction }, { subject, asOf, input }) =>
  raisedCeilingAgain(jurisdiction.at(asOf), subject, input)

/** How each question is answered again. A module that keeps answers to another one adds its line. */
export const recomputations: Readonly<Record<string, Recompute>> = {
  eligibility: decision,
  'key-proposal': decision,
  ceiling: amount,
  'raised-ceiling': raisedCeiling,
  'acceptance-proof': proof,
  advance,
  settlement,
  'group-settlement': groupSettlement,
}
