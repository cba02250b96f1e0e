import {
  amountRule,
  byId,
  calculation,
  defineFacts,
  highest,
  lowest,
  named,
  parameter,
  ratio,
  times,
  together,
  vocabulary,
  param,
  type BoundLaw,
  type DatedValue,
  type Expression,
  type Ratio,
  type Text,
  type ValueTrace,
} from '@khuyencong/rules'
import { facts, type ApplicationFacts } from '@khuyencong/domain'
import { byFund, figureInForce, fundFigure, unchanged, type FundFigure } from './fund-figure.js'
import { bindMoney } from './money-law.js'
import { rounding } from './parameters.js'
import { supportCeiling, type SupportCeiling } from './support-ceiling.js'
import { jointCircular } from './ttlt-26-2014/circular.js'

const place = { article: '6', clause: '2', point: 't' } as const
const factorTitle: Text = { vi: 'Hệ số ưu tiên địa bàn, ngành nghề', en: 'Factor for priority areas and trades' }

const capAlone: Text = {
  vi: 'Hệ số được hiểu là áp dụng cho mức trần; tỷ lệ phần trăm giữ nguyên.',
  en: 'The factor is read as raising the cap; the share of the cost stays as it is.',
}

const nationalFactor = jointCircular(place).map((source): DatedValue<Ratio> => ({
  ...source,
  value: ratio(3n, 2n),
  trust: source.trust === 'text' ? 'inferred' : source.trust,
  note: source.note ? { vi: `${source.note.vi} ${capAlone.vi}`, en: `${source.note.en} ${capAlone.en}` } : capAlone,
}))

const localFactor = nationalFactor.map((entry): DatedValue<Ratio> => ({
  ...entry,
  value: ratio(1n, 1n),
  trust: 'assumed',
  note: {
    vi: 'Hệ số ưu tiên là của khuyến công quốc gia; quy định của tỉnh chưa có nguyên văn nên không nâng mức.',
    en: 'The factor belongs to the national fund; the text of the province is not known, so its levels are not raised.',
  },
  readings: [{ value: ratio(3n, 2n), title: { vi: 'như khuyến công quốc gia', en: 'as in the national fund' } }],
}))

/** MR-1: how many times its level a project in a priority area or trade may have, if the fund's manager so decides. */
const priorityFactor: FundFigure<Ratio, 'PRIORITY.factor'> = {
  national: parameter({ id: 'PRIORITY.factor', unit: 'ratio', title: factorTitle, timeline: nationalFactor }),
  local: parameter({
    id: 'PRIORITY.factor.local',
    unit: 'ratio',
    title: { vi: `${factorTitle.vi} (kinh phí địa phương)`, en: `${factorTitle.en} (local fund)` },
    timeline: localFactor,
  }),
}

/** MR-3: whether the factor comes on top of that of a technology line. */
type Stacking = 'alone' | 'stacked'

const stacking = fundFigure<'PRIORITY.line', Stacking>(
  'PRIORITY.line',
  'choice',
  { vi: 'Hệ số ưu tiên và hệ số dây chuyền', en: 'The factor of priority and that of a line' },
  unchanged<Stacking>('alone', jointCircular(place)).map((entry): DatedValue<Stacking> => ({
    ...entry,
    trust: entry.trust === 'text' ? 'inferred' : entry.trust,
    note: {
      vi: 'Không văn bản nào cho phép nhân hai hệ số.',
      en: 'No text allows the two factors to be multiplied.',
    },
    readings: [{ value: 'stacked', title: { vi: 'được nhân cả hai hệ số', en: 'both factors apply' } }],
  })),
)

export const priorityParameters = byId([
  priorityFactor.national,
  priorityFactor.local,
  stacking.national,
  stacking.local,
])

type CeilingLaw = Pick<BoundLaw, 'amount' | 'facts' | 'identity' | 'parameters'>

/** Has the fund's manager decided a higher level for this project? */
export type Priority = 'decided' | 'not-decided'

const priorityFacts = defineFacts({
  fund: facts.fund,
  level: {
    kind: 'money',
    group: 'funding',
    mutability: 'fixed',
    title: { vi: 'Mức theo tỷ lệ hoặc chi phí', en: 'Level by share of the cost' },
    question: {
      vi: 'Mức theo tỷ lệ chi phí là bao nhiêu đồng?',
      en: 'What is the level by share of the cost, in đồng?',
    },
  },
  cap: {
    kind: 'money',
    group: 'funding',
    mutability: 'fixed',
    title: { vi: 'Mức trần', en: 'Cap' },
    question: { vi: 'Mức trần là bao nhiêu đồng?', en: 'What is the cap, in đồng?' },
  },
  machineCap: {
    kind: 'money',
    group: 'funding',
    mutability: 'fixed',
    title: { vi: 'Mức trần của máy móc thiết bị', en: 'Cap of machinery' },
    question: {
      vi: 'Mức trần của máy móc thiết bị là bao nhiêu đồng?',
      en: 'What is the cap of machinery, in đồng?',
    },
  },
})

const { fact } = vocabulary<typeof priorityFacts>()

const share = named('rate', priorityFacts.level.title, fact('level'))

const raisedCap = named(
  'cap',
  { vi: 'Mức trần ưu tiên', en: 'Cap for priority' },
  times(byFund(priorityFactor), fact('cap'), param(rounding)),
)
const raised = <const Id extends string>(id: Id, terms: readonly Expression<bigint>[]) =>
  amountRule({
    id,
    title: { vi: 'Mức hỗ trợ tối đa khi ưu tiên', en: 'Highest support with priority' },
    per: { vi: 'một đề án', en: 'one project' },
    versions: jointCircular(place).map((source) => ({
      ...source,
      amount: named('ceiling', { vi: 'Mức hỗ trợ tối đa', en: 'Highest support' }, lowest(terms)),
    })),
  })

/** Not one factor on top of the other, but the higher of the two on the cap of machinery. */
const lineCap = named(
  'cap',
  { vi: 'Mức trần ưu tiên của dây chuyền', en: 'Cap of a line for priority' },
  highest([fact('cap'), times(byFund(priorityFactor), fact('machineCap'), param(rounding))]),
)

const priorityRules = {
  facts: priorityFacts,
  rules: {},
  amounts: byId([
    raised('share-and-cap', [share, raisedCap]),
    raised('cap', [raisedCap]),
    raised('line', [share, lineCap]),
  ]),
}

/**
 * The support ceiling of a project for which a higher level may have been decided (MR-1: Article 6, TTLT 26/2014).
 * The cap is raised, the share of the cost is not; for a technology line, whose cap has a factor of its own, the higher
 * of the two factors holds.
 * @param priority `decided` where the fund's manager has decided it; absent while not known
 * @throws InputError when the code is not a content or a fact does not fit its definition
 */
export function priorityCeiling(
  law: CeilingLaw,
  code: string,
  application: ApplicationFacts,
  priority: Priority | undefined,
): SupportCeiling {
  const ceiling = supportCeiling(law, code, application)
  if (priority === 'not-decided') return ceiling
  const withPriority = raise(law, ceiling, application)
  if (priority === 'decided' || withPriority.amount === ceiling.amount) return withPriority
  return { ...withPriority, status: 'unknown', amount: undefined, atMost: withPriority.amount, missing: ['priority'] }
}

function raise(law: CeilingLaw, ceiling: SupportCeiling, application: ApplicationFacts): SupportCeiling {
  const { cap, others } = partsOf(ceiling)
  if (!cap) return ceiling
  const { fund } = application
  const line = ceiling.content === 'LINE' ? figureInForce(law, stacking, fund) : undefined
  const alone = line?.value === 'alone'
  const machine = alone ? partsOf(supportCeiling(law, 'MACH', application)).cap : undefined
  const amount = bindMoney(law, priorityRules).amount(alone ? 'line' : others.length > 0 ? 'share-and-cap' : 'cap', {
    fund,
    level: lowestOf(others.map(dong)),
    cap: dong(cap),
    machineCap: machine && dong(machine),
  })
  if (!amount) return ceiling
  const open = [
    ...amount.missing.flatMap((key) => (key === 'fund' ? ['fund'] : ceiling.missing)),
    ...(line?.missing ?? []),
  ]
  return {
    ...ceiling,
    status: amount.status,
    amount: amount.amount,
    atMost: amount.atMost,
    binding: amount.binding,
    missing: [...new Set(open)],
    cites: amount.cites,
    trust: together([ceiling.trust, amount.trust, ...(line ? [line.trust] : [])]),
    trace: amount.trace,
    notices: [...ceiling.notices, ...amount.notices],
    steps: [...ceiling.steps, ...(amount.trace ? calculation(amount.trace, priorityFacts) : [])],
  }
}

/** The cap of a ceiling, and what else it is the lowest of. */
function partsOf({ trace }: SupportCeiling) {
  const terms = trace ? termsOf(trace) : []
  const cap = terms.find((term) => 'name' in term && term.name === 'cap')
  return { cap, others: terms.filter((term) => term !== cap) }
}

/** What a ceiling is the lowest of. */
function termsOf(trace: ValueTrace): readonly ValueTrace[] {
  if (trace.op === 'min') return trace.of
  const taken = trace.op === 'match' ? trace.of.at(-1) : undefined
  return taken ? termsOf(taken) : [trace]
}

const dong = ({ value }: ValueTrace): bigint | undefined => (typeof value === 'bigint' ? value : undefined)

const lowestOf = (values: readonly (bigint | undefined)[]): bigint | undefined =>
  values.reduce((a, b) => (a === undefined || b === undefined ? undefined : b < a ? b : a))
