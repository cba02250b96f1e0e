import { facts as applicationFacts } from '@khuyencong/domain'
import { explainChange, formatDong, type Decision, type FactDefinition, type Text } from '@khuyencong/rules'
import { proposalFacts } from '@khuyencong/selection'
import type { InputProblem } from '../../graphql/problem.js'
import type { LawAnswer } from './examine.js'

type Ceiling = Extract<LawAnswer, { readonly question: 'ceiling' | 'raised-ceiling' }>

/** What stands against taking a step after these answers: none when the law allows it, and everything is known. */
export function objections(answers: readonly LawAnswer[]): readonly InputProblem[] {
  const found = answers.flatMap((answer) =>
    'ceiling' in answer ? ofCeiling(answer) : ofDecision(answer, answer.decision),
  )
  // Two answers may lack the same fact.
  return found.filter(({ code, field }, index) => code !== missingCode || index === firstOf(found, code, field))
}

const missingCode = 'facts-missing'

const firstOf = (problems: readonly InputProblem[], code: string, field: string): number =>
  problems.findIndex((problem) => problem.code === code && problem.field === field)

const definitions: Readonly<Record<LawAnswer['question'], Readonly<Record<string, FactDefinition>>>> = {
  eligibility: applicationFacts,
  ceiling: applicationFacts,
  'raised-ceiling': applicationFacts,
  'key-proposal': proposalFacts,
}

const factsField = ({ question, path }: LawAnswer): string =>
  `${path}${question === 'key-proposal' ? 'priorityFacts' : 'facts'}`

function ofDecision(answer: LawAnswer, { verdict, findings, missing, remedies }: Decision): readonly InputProblem[] {
  if (verdict === 'unknown') return missing.map((fact) => lacking(answer, fact))
  const dictionary = definitions[answer.question]
  const [best] = remedies
  const change = (lang: keyof Text) => best?.changes.map((one) => explainChange(one, dictionary, lang)).join(' ')
  return findings
    .filter((finding) => finding.verdict === 'unmet')
    .map(({ rule, title, note, cites: [article] }) => ({
      code: 'not-eligible',
      field: factsField(answer),
      message: {
        vi: [`Không đáp ứng (${rule}): ${title.vi}.`, note?.vi].filter(Boolean).join(' '),
        en: [`Not met (${rule}): ${title.en}.`, note?.en].filter(Boolean).join(' '),
      },
      expected: { vi: change('vi') ?? nothingHelps.vi, en: change('en') ?? nothingHelps.en },
      article,
    }))
}

const nothingHelps: Text = { vi: 'không có thay đổi nào làm cho đáp ứng', en: 'no change would meet it' }

function ofCeiling(answer: Ceiling): readonly InputProblem[] {
  const { ceiling, requested, path } = answer
  const { status, amount, needs, missing, cites } = ceiling
  const article = cites?.[0]
  if (status === 'unknown') return missing.map((fact) => lacking(answer, fact))
  if (status === 'no-level' || amount === undefined) {
    const none = { vi: 'quy định về mức hỗ trợ có hiệu lực', en: 'a level that is in force' }
    return [
      {
        code: 'no-level',
        field: `${path}contentCode`,
        message: {
          vi: `Ngày ${ceiling.law.asOf} pháp luật không có mức hỗ trợ cho nội dung này.`,
          en: `On ${ceiling.law.asOf} the law has no level of support for this content.`,
        },
        expected: needs ?? none,
        article,
      },
    ]
  }
  if (requested <= amount) return []
  return [
    {
      code: 'above-ceiling',
      field: `${path}requestedSupport`,
      message: {
        vi: `Đề nghị hỗ trợ ${formatDong(requested, 'vi')}, vượt mức tối đa ${formatDong(amount, 'vi')} (${ceiling.per.vi}).`,
        en: `The support asked for, ${formatDong(requested, 'en')}, is above the ceiling of ${formatDong(amount, 'en')} (${ceiling.per.en}).`,
      },
      expected: { vi: `không quá ${formatDong(amount, 'vi')}`, en: `at most ${formatDong(amount, 'en')}` },
      article,
    },
  ]
}

/** A fact that has to be asked for, as one asks a person. */
function lacking(answer: LawAnswer, fact: string): InputProblem {
  const definition = definitions[answer.question][fact]
  const choices = (lang: keyof Text) =>
    definition !== undefined && 'values' in definition
      ? Object.values(definition.values)
          .map((title) => title[lang])
          .join('; ')
      : undefined
  return {
    code: missingCode,
    field: `${factsField(answer)}.${fact}`,
    message: definition?.question ?? { vi: fact, en: fact },
    expected: { vi: choices('vi') ?? 'câu trả lời', en: choices('en') ?? 'an answer' },
  }
}
