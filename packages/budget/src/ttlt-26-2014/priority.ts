import {
  amountRule,
  byId,
  highest,
  lowest,
  named,
  param,
  parameter,
  ratio,
  times,
  type DatedValue,
  type Expression,
  type Ratio,
  type Text,
} from '@khuyencong/rules'
import { cite, noteOn } from '@khuyencong/domain'
import { byFund, fundFigure, unchanged, type FundFigure } from '../fund-figure.js'
import { priorityOf, type PriorityKind } from '../money-questions.js'
import { moneyRounding } from '../money-rounding.js'
import { priorityFacts, priorityWords } from '../priority-facts.js'
import { titleOfLocalFund } from '../title-of-local-fund.js'
import { jointCircular } from './circular.js'

const place = { article: '6', clause: '2', point: 't' } as const
const factorTitle: Text = { vi: 'Hệ số ưu tiên địa bàn, ngành nghề', en: 'Factor for priority areas and trades' }

const capAlone: Text = {
  vi: 'Hệ số được hiểu là áp dụng cho mức trần; tỷ lệ phần trăm giữ nguyên.',
  en: 'The factor is read as raising the cap; the share of the cost stays as it is.',
}

const nationalFactor = jointCircular(place).map((source): DatedValue<Ratio> => ({
  ...source,
  value: ratio(3n, 2n),
  cites: [...source.cites, cite('TT 36/2013/TT-BCT', { article: '7', clause: '1' })],
  trust: source.trust === 'text' ? 'inferred' : source.trust,
  note: noteOn(source, capAlone),
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
    title: titleOfLocalFund(factorTitle),
    timeline: localFactor,
  }),
}

/** MR-3: whether the factor comes on top of that of a technology line. */
export type Stacking = 'alone' | 'stacked'

const bothFactors: Text = { vi: 'được nhân cả hai hệ số', en: 'both factors apply' }

export const stacking = fundFigure<'PRIORITY.line', Stacking>(
  'PRIORITY.line',
  'choice',
  { vi: 'Hệ số ưu tiên và hệ số dây chuyền', en: 'The factor of priority and that of a line' },
  unchanged<Stacking>('alone', jointCircular(place)).map((entry): DatedValue<Stacking> => ({
    ...entry,
    trust: entry.trust === 'text' ? 'inferred' : entry.trust,
    note: noteOn(entry, {
      vi: 'Không văn bản nào cho phép nhân hai hệ số.',
      en: 'No text allows the two factors to be multiplied.',
    }),
    readings: [{ value: 'stacked', title: bothFactors }],
  })),
  { alone: { vi: 'chỉ áp dụng một hệ số', en: 'one factor alone' }, stacked: bothFactors },
)

export const priorityParameters = byId([
  priorityFactor.national,
  priorityFactor.local,
  stacking.national,
  stacking.local,
])

const { fact } = priorityWords

const share = named('rate', priorityFacts.level.title, fact('level'))

const raisedCap = named(
  'cap',
  { vi: 'Mức trần ưu tiên', en: 'Cap for priority' },
  times(byFund(priorityFactor), fact('cap'), param(moneyRounding)),
)

const raised = <const Kind extends PriorityKind>(kind: Kind, title: Text, terms: readonly Expression<bigint>[]) =>
  amountRule({
    id: priorityOf(kind),
    title,
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
  highest([fact('cap'), times(byFund(priorityFactor), fact('machineCap'), param(moneyRounding))]),
)

export const priorityAmounts = byId([
  raised('share-and-cap', { vi: 'Mức ưu tiên: tỷ lệ và mức trần', en: 'With priority: a share and a cap' }, [
    share,
    raisedCap,
  ]),
  raised('cap', { vi: 'Mức ưu tiên: mức trần', en: 'With priority: a cap alone' }, [raisedCap]),
  raised('line', { vi: 'Mức ưu tiên: dây chuyền công nghệ', en: 'With priority: a technology line' }, [share, lineCap]),
])
