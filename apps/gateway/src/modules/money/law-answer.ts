import { facts as applicationFacts } from '@khuyencong/domain'
import {
  advanceFacts,
  proofCases,
  proofPapers,
  settlementFacts,
  type AdvanceLimit,
  type GroupSettlement,
  type Settlement,
} from '@khuyencong/budget'
import { InputError, type FactDefinition, type Finding, type LawIdentity, type Text } from '@khuyencong/rules'
import type { Transaction } from '../../database/transaction.js'
import type { InputProblem } from '../../graphql/problem.js'
import { Refusal } from '../../graphql/refusal.js'
import { canonicalJson, type Json } from '../../json.js'
import type { AwardWhole } from './award.js'
import { moneyAnswerText } from './stored-answer.js'

/** What the law said when money was asked for or paid. */
export interface MoneyAnswer {
  readonly question: 'advance' | 'settlement' | 'group-settlement'
  readonly law: LawIdentity
  readonly outcome: string
  /** Đồng: of an advance the most that may be paid now, of a settlement what is settled. */
  readonly amount: bigint | undefined
  readonly input: Json
  /** The whole answer of the package, with its trace. */
  readonly answer: AdvanceLimit | Settlement | GroupSettlement
}

/**
 * Keeps an answer with what was asked and its trace, so that it can be computed again.
 *
 * @param paymentId the request that it was given to
 */
export async function recordAnswer(
  tx: Transaction,
  award: AwardWhole,
  paymentId: string,
  said: MoneyAnswer,
): Promise<void> {
  const { question, law, outcome, amount, input, answer } = said
  await tx.decisionRecord.create({
    data: {
      proposalId: award.proposalId,
      awardId: award.id,
      paymentId,
      position: award.proposal?.steps.at(-1)?.position ?? 0,
      question,
      subject: award.contentCode,
      asOf: new Date(law.asOf),
      pack: law.pack,
      packVersion: law.version,
      outcome,
      amount: amount ?? null,
      input: canonicalJson(input),
      answer: moneyAnswerText(input, answer),
    },
  })
}

/**
 * What the law asks to be told, as one asks a person: facts, papers (`papers.…`) and cases (`cases.…`), of the whole or of one
 * part (`members.0.…`).
 */
export function lacking(missing: readonly string[]): readonly InputProblem[] {
  return missing.map((key) => ({
    code: 'facts-missing',
    field: `facts.${key}`,
    message: questionOf(key),
    expected: { vi: 'câu trả lời', en: 'an answer' },
  }))
}

const facts: Readonly<Record<string, FactDefinition>> = { ...applicationFacts, ...settlementFacts, ...advanceFacts }
const papers: Readonly<Record<string, { readonly title: Text }>> = proofPapers
const cases: Readonly<Record<string, Text>> = proofCases

const ofMember = /^members\.(\d+)\.(.+)$/

function questionOf(key: string): Text {
  const [, member, own] = ofMember.exec(key) ?? []
  if (member !== undefined && own !== undefined) {
    const [number, { vi, en }] = [String(Number(member) + 1), questionOf(own)]
    return { vi: `Cơ sở thứ ${number}: ${vi}`, en: `Part ${number}: ${en}` }
  }
  if (key === 'decided.by') return advanceFacts.shareDecidedBy.question
  const [group, name] = key.split('.')
  const paper = group === 'papers' && name !== undefined ? papers[name]?.title : undefined
  if (paper !== undefined) return { vi: `Có ${paper.vi} không?`, en: `Is there: ${paper.en}?` }
  const found = group === 'cases' && name !== undefined ? cases[name] : undefined
  if (found !== undefined) return found
  return facts[key]?.question ?? { vi: key, en: key }
}

/** A refusal for each article that is not met, once where several parts do not meet it. */
export function notMet(findings: readonly Finding[]): readonly InputProblem[] {
  const unmet = findings.filter(({ verdict }) => verdict === 'unmet')
  return unmet
    .filter(({ rule }, index) => unmet.findIndex((one) => one.rule === rule) === index)
    .map(({ rule, title, note, cites: [article] }) => ({
      code: 'not-met',
      field: 'facts',
      message: {
        vi: [`Chưa đáp ứng (${rule}): ${title.vi}.`, note?.vi].filter(Boolean).join(' '),
        en: [`Not met (${rule}): ${title.en}.`, note?.en].filter(Boolean).join(' '),
      },
      expected: { vi: title.vi, en: title.en },
      article,
    }))
}

/** Asks a package; what it will not take is refused with its words. @throws Refusal */
export function asking<Answer>(ask: () => Answer): Answer {
  try {
    return ask()
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    throw new Refusal(
      error.problems.map(({ code, field, message, expected }) => ({
        code,
        field,
        message,
        expected,
      })),
    )
  }
}
