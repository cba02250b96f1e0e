import { byId, literal, moreThan, ratio, requirementOverTime, times, type Ratio } from '@khuyencong/rules'
import { advanceWords } from '../advance-facts.js'
import { bothFunds, byFund, fundFigure, unchanged, type FundFigure } from '../fund-figure.js'
import { advanceOf } from '../money-questions.js'
import { circular36 } from './circular.js'

const { fact, is } = advanceWords

const firstShare = <const Group extends string>(group: Group, vi: string, en: string, share: Ratio) =>
  fundFigure(
    `ADVANCE.${group}.first`,
    'ratio',
    { vi: `Mức tạm ứng lần đầu, ${vi}`, en: `First advance, ${en}` },
    unchanged(share, circular36('13')),
  )

/** MR-5: the first advance, as a share of the support. */
export const firstShares = {
  'cluster-works': firstShare(
    'cluster-works',
    'hạ tầng và xử lý ô nhiễm cụm công nghiệp',
    'infrastructure and treatment of clusters',
    ratio(30n, 100n),
  ),
  services: firstShare(
    'services',
    'đào tạo, tư vấn, hội nghị, tham quan, nhãn hiệu, hiệp hội, liên kết',
    'training, advice, conferences, visits, marks, associations, linkage',
    ratio(70n, 100n),
  ),
  'fairs-media-plans': firstShare(
    'fairs-media-plans',
    'hội chợ, truyền thông, quy hoạch chi tiết',
    'fairs, media, detailed plans',
    ratio(70n, 100n),
  ),
  'establishment-works': firstShare(
    'establishment-works',
    'mô hình, máy móc, xử lý ô nhiễm tại cơ sở',
    'models, machinery, treatment at establishments',
    ratio(70n, 100n),
  ),
  founding: firstShare('founding', 'thành lập doanh nghiệp', 'founding enterprises', ratio(100n, 100n)),
} as const

const progressShare = <const Group extends string>(group: Group, vi: string, en: string, share: Ratio) =>
  fundFigure(
    `ADVANCE.${group}.progress`,
    'ratio',
    { vi: `Tỷ lệ ${vi} phải vượt`, en: `Share ${en} that the work must exceed` },
    unchanged(share, circular36('13')),
  )

/** MR-5: how much of the work has to be done before. */
export const progressShares = {
  'cluster-works': progressShare('cluster-works', 'giá trị hạng mục', 'of the item', ratio(50n, 100n)),
  'establishment-works': progressShare(
    'establishment-works',
    'tổng mức đầu tư',
    'of the total investment',
    ratio(70n, 100n),
  ),
} as const

/** In whole đồng, work above the share and work above the share rounded down are the same. */
const beyond = (share: FundFigure<Ratio>) =>
  moreThan(fact('workDone'), times(byFund(share), fact('totalInvestment'), literal('down')))

const progress = <const Group extends keyof typeof progressShares>(group: Group, vi: string, en: string) =>
  requirementOverTime({
    id: `MR-5.${group}`,
    group: 'funding',
    subjects: [advanceOf(group)],
    title: { vi, en },
    versions: circular36('13').map((source) => ({ ...source, requires: beyond(progressShares[group]) })),
  })

const workPlan = requirementOverTime({
  id: 'MR-5.services',
  group: 'funding',
  subjects: [advanceOf('services')],
  title: { vi: 'Tạm ứng theo hợp đồng và kế hoạch triển khai', en: 'On the contract and a plan of the work' },
  versions: circular36('13').map((source) => ({ ...source, requires: is('workPlanReady') })),
})

const founding = requirementOverTime({
  id: 'MR-5.founding',
  group: 'funding',
  subjects: [advanceOf('founding')],
  title: { vi: 'Hỗ trợ thành lập doanh nghiệp chi sau nghiệm thu', en: 'Founding is paid for after acceptance' },
  versions: circular36('13').map((source) => ({ ...source, requires: is('accepted') })),
})

export const article13Rules = byId([
  workPlan,
  progress(
    'establishment-works',
    'Khối lượng thực hiện vượt tỷ lệ tổng mức đầu tư',
    'Work done beyond the share of the total investment',
  ),
  progress('cluster-works', 'Khối lượng thực hiện vượt tỷ lệ của hạng mục', 'Work done beyond the share of the item'),
  founding,
])

export const article13Parameters = byId([
  ...bothFunds(firstShares['cluster-works']),
  ...bothFunds(firstShares.services),
  ...bothFunds(firstShares['fairs-media-plans']),
  ...bothFunds(firstShares['establishment-works']),
  ...bothFunds(firstShares.founding),
  ...bothFunds(progressShares['cluster-works']),
  ...bothFunds(progressShares['establishment-works']),
])
