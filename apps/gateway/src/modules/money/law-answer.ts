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
 * What the law asks to be told, as one asks a person, at the argument that takes the answer: facts, papers (`papers.…`) and
 * cases (`cases.…`), of the whole or of one part (`members[0].…`).
 */
export function lacking(missing: readonly string[]): readonly InputProblem[] {
  return missing.map((key) => ({ code: 'facts-missing', ...asked(key) }))
}

type Asked = Pick<InputProblem, 'field' | 'message' | 'expected'>

/** What is asked for at another argument than the fact of its name. */
const argumentOf: Readonly<Record<string, { readonly field: string; readonly says?: Omit<Asked, 'field'> }>> = {
  'decided.by': { field: 'rate.by' },
  acceptance: { field: 'acceptance' },
  allVouchersListed: { field: 'allVouchersListed' },
  allowed: { field: 'allowed' },
  ceiling: { field: 'ceiling' },
  vouchers: { field: 'vouchers' },
  // The law asks whether there is one; the argument takes which one.
  forceMajeureExplained: {
    field: 'forceMajeure.explanation',
    says: {
      message: {
        vi: 'Văn bản giải trình về sự kiện bất khả kháng số mấy?',
        en: 'What is the number of the letter that explains the force majeure?',
      },
      expected: { vi: 'số văn bản giải trình', en: 'the number of the letter' },
    },
  },
  forceMajeureRecorded: {
    field: 'forceMajeure.record',
    says: {
      message: {
        vi: 'Biên bản nghiệm thu khối lượng của Sở Công Thương hoặc UBND địa phương số mấy, ngày nào?',
        en: 'What are number and day of the record of the work done, by the department or the local committee?',
      },
      expected: { vi: 'số và ngày của biên bản', en: 'number and day of the record' },
    },
  },
}

function asked(key: string): Asked {
  const [, member, own = ''] = ofMember.exec(key) ?? []
  if (member !== undefined) {
    const [, fact = own] = ofApplication.exec(own) ?? []
    const field = own === 'ceiling' ? 'ceilings' : `members.${member}.facts.${fact}`
    return { field, message: ofPart([Number(member)], questionOf(fact)), expected: answer }
  }
  const { field = /^(papers|cases)\./.test(key) ? key : `facts.${key}`, says } = argumentOf[key] ?? {}
  return { field, ...(says ?? { message: questionOf(key), expected: answer }) }
}

const answer: Text = { vi: 'câu trả lời', en: 'an answer' }

/** A sentence about some parts of a proposal of several, by their places. */
const ofPart = (places: readonly number[], { vi, en }: Text): Text => {
  const numbers = places.map((place) => String(place + 1)).join(', ')
  return { vi: `Cơ sở thứ ${numbers}: ${vi}`, en: `Part ${numbers}: ${en}` }
}

const facts: Readonly<Record<string, FactDefinition>> = { ...applicationFacts, ...settlementFacts, ...advanceFacts }
const papers: Readonly<Record<string, { readonly title: Text }>> = proofPapers
const cases: Readonly<Record<string, Text>> = proofCases

const ofMember = /^members\[(\d+)\]\.(.+)$/
const ofApplication = /^application\.(.+)$/

function questionOf(key: string): Text {
  if (key === 'decided.by') return advanceFacts.shareDecidedBy.question
  const [group, name] = key.split('.')
  const paper = group === 'papers' && name !== undefined ? papers[name]?.title : undefined
  if (paper !== undefined) return { vi: `Có ${paper.vi} không?`, en: `Is there: ${paper.en}?` }
  const found = group === 'cases' && name !== undefined ? cases[name] : undefined
  if (found !== undefined) return found
  return facts[key]?.question ?? { vi: key, en: key }
}

/** A refusal for each article that is not met. */
export const notMet = (findings: readonly Finding[]): readonly InputProblem[] =>
  findings.filter(isUnmet).map((finding) => unmet(finding, sentenceOf(finding)))

/** The same of a proposal of several: once where several parts do not meet it, saying which. @param parts in their order */
export function notMetOfParts(parts: readonly { readonly findings: readonly Finding[] }[]): readonly InputProblem[] {
  const all = parts.flatMap(({ findings }) => findings.filter(isUnmet))
  const first = all.filter(({ rule }, index) => all.findIndex((one) => one.rule === rule) === index)
  return first.map((finding) => {
    const places = parts.flatMap(({ findings }, place) =>
      findings.some((one) => one.rule === finding.rule && isUnmet(one)) ? [place] : [],
    )
    return unmet(finding, ofPart(places, sentenceOf(finding)))
  })
}

const isUnmet = ({ verdict }: Finding): boolean => verdict === 'unmet'

const sentenceOf = ({ rule, title, note }: Finding): Text => ({
  vi: [`Chưa đáp ứng (${rule}): ${title.vi}.`, note?.vi].filter(Boolean).join(' '),
  en: [`Not met (${rule}): ${title.en}.`, note?.en].filter(Boolean).join(' '),
})

const unmet = ({ title, cites: [article] }: Finding, message: Text): InputProblem => ({
  code: 'not-met',
  field: 'facts',
  message,
  expected: { vi: title.vi, en: title.en },
  article,
})

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
