import { cite } from '@khuyencong/domain'
import {
  amountRule,
  byId,
  named,
  param,
  parameter,
  ratio,
  requirement,
  type Citation,
  type Text,
} from '@khuyencong/rules'
import { baseSalary } from '../base-salary.js'
import { fact, oneOf } from '../facts.js'
import { multipleOf } from '../multiple.js'
import type { Step } from '../step.js'
import { askedOfProvince, lossAskedOfProvince, type ProvincialTitles, type Regulation } from './provincial.js'

const regulation = (article?: string): Citation => cite('QĐ 10/2012/QĐ-UBND Hải Dương', { ...(article && { article }) })
/** The regulation dates from 2012; on which day it came into force was not seen, so it answers from the year after. */
const own: Regulation = { from: '2013-01-01', cites: [regulation()] }
const reported = { ...own, trust: 'secondary' } as const

const proposed = requirement({
  id: 'HD-TITLE-PROPOSER',
  group: 'request',
  subjects: ['NN-TINH'],
  title: {
    vi: 'Do doanh nghiệp, hội nghề hoặc UBND cấp xã đề nghị',
    en: 'Proposed by an enterprise, a trade association or the commune',
  },
  ...reported,
  requires: oneOf('proposer', ['enterprise', 'trade-association', 'commune']),
})

/** Article 6 holds the standards; only its number is known. */
const standards = askedOfProvince(
  'HD-TITLE-STANDARDS',
  ['NN-TINH'],
  { ...own, cites: [regulation('6')] },
  {
    vi: 'Điều 5, 6 và 8 (nguyên tắc, tiêu chuẩn, hồ sơ) chỉ biết số điều, chưa đọc được nội dung: cần Sở Công Thương xác nhận.',
    en: 'Of Articles 5, 6 and 8 (principles, standards, dossier) only the numbers are known: the department must confirm.',
  },
)

const cycle = parameter({
  id: 'NN-TINH.cycle',
  title: { vi: 'Chu kỳ xét, phong tặng', en: 'Cycle of the provincial title' },
  unit: 'years',
  timeline: [{ ...reported, value: 2 }],
})

const months = parameter({
  id: 'NN-TINH.months',
  title: {
    vi: 'Tiền thưởng so với lương tối thiểu tháng của ngạch công chức',
    en: 'Reward by the monthly minimum salary of officials',
  },
  unit: 'ratio',
  timeline: [{ ...reported, value: ratio(5n, 1n) }],
})

const whichSalary: Text = {
  vi: '"Lương tối thiểu của ngạch công chức" được hiểu là mức lương cơ sở; có thể là hệ số bậc 1 của ngạch thấp nhất nhân mức lương cơ sở.',
  en: 'The "minimum salary of the civil-servant scale" is taken as the base salary; it may mean the lowest grade of the scale times that salary.',
}

const minimumSalary = parameter({
  id: 'NN-TINH.salary',
  title: { vi: 'Lương tối thiểu của ngạch công chức', en: 'Minimum salary of the civil-servant scale' },
  unit: 'dong',
  timeline: baseSalary.timeline.map((entry) => ({
    ...entry,
    cites: [regulation(), ...entry.cites] as const,
    trust: 'assumed' as const,
    note: whichSalary,
  })),
})

const perPerson: Text = { vi: 'một cá nhân', en: 'one person' }
const rewardTitle: Text = { vi: 'Tiền thưởng', en: 'Reward' }

const reward = amountRule({
  id: 'NN-TINH',
  title: { vi: 'Nghệ nhân nghề tiểu thủ công nghiệp tỉnh Hải Dương', en: 'Artisan of Hải Dương province' },
  per: perPerson,
  versions: [
    {
      ...reported,
      to: '2019-06-30',
      amount: named('reward', rewardTitle, multipleOf(param(months), fact('minimumSalary'))),
    },
    {
      ...reported,
      from: '2019-07-01',
      amount: named('reward', rewardTitle, multipleOf(param(months), param(minimumSalary))),
    },
  ],
})

const step = (id: string, title: Text, by: Text, term?: Step['term']): Step => ({
  id,
  title,
  by,
  ...(term && { term }),
  cites: own.cites,
  trust: 'secondary',
})

/** The route as the province's procedure has it. The terms of its steps are set by each round's plan. */
const steps: readonly Step[] = [
  step(
    'HD-PROPOSE',
    { vi: 'Lập hồ sơ, đề nghị', en: 'The dossier is drawn up and proposed' },
    { vi: 'doanh nghiệp, hội nghề, UBND cấp xã', en: 'enterprise, trade association, commune' },
  ),
  step(
    'HD-DISTRICT',
    { vi: 'Tổng hợp, xác nhận', en: 'Collected and confirmed' },
    { vi: 'cơ quan chuyên môn cấp huyện', en: 'economy division of the district' },
    'not-seen',
  ),
  step(
    'HD-CHECK',
    { vi: 'Kiểm tra hồ sơ', en: 'The dossiers are checked' },
    { vi: 'Sở Công Thương', en: 'the department' },
    'not-seen',
  ),
  step(
    'HD-COUNCIL',
    { vi: 'Hội đồng thẩm định cấp tỉnh xét', en: 'The appraisal council of the province considers them' },
    { vi: 'hội đồng cấp tỉnh', en: 'council of the province' },
    'not-seen',
  ),
  step(
    'HD-DECIDE',
    { vi: 'Quyết định công nhận, tặng giấy chứng nhận và tiền thưởng', en: 'Decision, certificate and reward' },
    { vi: 'UBND tỉnh', en: 'the provincial People’s Committee' },
  ),
]

/** The title "Nghệ nhân nghề tiểu thủ công nghiệp tỉnh Hải Dương", as far as it is known. */
export const haiDuongTitles = {
  id: 'hai-duong',
  province: { vi: 'Hải Dương', en: 'Hải Dương' },
  codes: ['NN-TINH'],
  partial: {
    vi: 'Biết: chu kỳ, nơi đề nghị, các bước, mức thưởng. Chưa biết: tiêu chuẩn, thành phần hội đồng, tỷ lệ phiếu, thời gian lấy ý kiến, việc thu hồi.',
    en: 'Known: cycle, proposers, steps, reward. Not known: standards, council, share of votes, comment period, loss.',
  },
  rules: byId([proposed, standards, lossAskedOfProvince('HD-TITLE-LOSS', own)]),
  parameters: byId([cycle, months, minimumSalary]),
  amounts: byId([reward]),
  steps,
} as const satisfies ProvincialTitles
