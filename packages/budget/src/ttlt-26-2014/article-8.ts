import { byId, parameter, ratio, requirementOverTime, type RequirementVersion } from '@khuyencong/rules'
import { bothFunds, fundFigure, unchanged } from '../fund-figure.js'
import { advanceWords } from '../advance-facts.js'
import { advanceOf, moneyQuestions } from '../money-questions.js'
import { planWords } from '../plan-facts.js'
import { jointCircular } from './circular.js'

/** Where it stands that an advance needs a contract. */
export const advanceOnContract = () => jointCircular({ article: '8', clause: '2', point: 'b' })

/** MR-4: all advances of a project together, as a share of its support; on the strength of the contract. */
export const advanceCap = fundFigure(
  'ADVANCE.cap',
  'ratio',
  { vi: 'Tổng mức tạm ứng tối đa so với mức hỗ trợ', en: 'Highest share of the support that may be advanced in all' },
  unchanged(ratio(70n, 100n), advanceOnContract()),
)

const contract = requirementOverTime({
  id: 'MR-4.contract',
  group: 'funding',
  subjects: [
    advanceOf('cluster-works'),
    advanceOf('services'),
    advanceOf('fairs-media-plans'),
    advanceOf('establishment-works'),
    advanceOf('general'),
  ],
  title: { vi: 'Tạm ứng theo hợp đồng', en: 'Advances are made on the contract' },
  versions: advanceOnContract().map((source) => ({ ...source, requires: advanceWords.is('contractSigned') })),
})

const [bookedBefore, bookedSince] = jointCircular(
  { article: '8', clause: '3', point: 'a' },
  {
    vi: 'Mã của TTLT 26/2014 theo mục lục ngân sách cũ; mục lục hiện hành và TT 28/2018/TT-BTC chưa đọc được nên cần cơ quan tài chính xác nhận mã.',
    en: 'The code of TTLT 26/2014 is that of an old budget index; neither the present index nor TT 28/2018/TT-BTC could be read, so the finance department must confirm the code.',
  },
)

/** MR-18: category and item of the budget index, as the joint circular had them. Since 2018 no source gives them. */
export const budgetCodeOfLaw = parameter({
  id: 'BUDGET.code',
  unit: 'choice',
  values: { '070-102': { vi: 'loại 070, khoản 102', en: 'category 070, item 102' } },
  title: { vi: 'Loại, khoản của mục lục ngân sách', en: 'Category and item of the budget index' },
  timeline: [
    {
      ...bookedBefore,
      value: '070-102',
      note: {
        vi: 'Theo mục lục ngân sách khi thông tư liên tịch được ban hành.',
        en: 'By the budget index as it was when the joint circular was issued.',
      },
    },
  ],
})

const rightCode = (source: typeof bookedBefore): RequirementVersion => ({
  ...source,
  requires: planWords.is('budgetCodeRight'),
})

/** MR-18: promotion money is booked under its code. */
const booked = requirementOverTime({
  id: 'MR-18',
  group: 'plan',
  subjects: [moneyQuestions.budgetCode],
  title: { vi: 'Hạch toán đúng loại, khoản của mục lục ngân sách', en: 'Booked under its code of the budget index' },
  versions: [rightCode(bookedBefore), rightCode(bookedSince)],
})

export const article8Parameters = byId([...bothFunds(advanceCap), budgetCodeOfLaw])
export const article8Rules = byId([contract, booked])
