import { cite, contentsFor, is, isNot, oneOf } from '@khuyencong/domain'
import { all, byId, exception, exceptionOverTime, requirement } from '@khuyencong/rules'
import { decision } from './decision.js'

const isLocalFund = oneOf('fund', ['provincial', 'district'])

const everyWard = {
  cites: [decision('IV', '2')],
  applies: isLocalFund,
  requires: oneOf('siteKind', ['commune', 'township', 'ward']),
} as const

/** EL-08: the decision covers the province's wards, where the decree takes only some (mục IV.2, first dash). */
const allWards = exceptionOverTime({
  id: 'EL-08',
  group: 'site',
  title: {
    vi: 'Chương trình của tỉnh: mọi huyện, thị xã, thị trấn, xã và phường',
    en: "The province's programme: every district, town, township, commune and ward",
  },
  // Cleaner production has a dash of its own, without any test of area.
  subjects: contentsFor('establishment').filter((code) => code !== 'SXSH-PILOT' && code !== 'SXSH-ASSESS'),
  exceptionTo: ['EL-03', 'EL-09'],
  over: ['EL-13-AREA'],
  versions: [
    { ...everyWard, from: '2023-01-01', to: '2025-06-30', trust: 'text' },
    {
      ...everyWard,
      from: '2025-07-01',
      trust: 'assumed',
      note: {
        vi: 'Từ 1/7/2025 tỉnh đã nhập vào thành phố Hải Phòng: hiểu là quyết định còn áp dụng cho địa bàn cũ đến hết năm 2025.',
        en: 'Since 1 July 2025 the province is part of Hải Phòng: taken to apply to its former area until the end of 2025.',
      },
    },
  ],
})

/** The local fund serves production within the province. */
const withinProvince = requirement({
  id: 'HD-PLACE',
  group: 'site',
  subjects: contentsFor('establishment'),
  title: { vi: 'Sản xuất trên địa bàn tỉnh Hải Dương', en: 'Production within Hải Dương province' },
  from: '2023-01-01',
  cites: [decision('IV', '2')],
  trust: 'text',
  applies: isLocalFund,
  requires: is('siteInProvince'),
})

/** The decision says both "build" (V.1) and "repair, upgrade" (V.3); whether building anew is supported is for the fund regulation. */
const newTreatment = exception({
  id: 'HD-ENV-BUILD',
  group: 'content',
  title: {
    vi: 'Xây dựng mới hệ thống xử lý ô nhiễm: theo quy chế kinh phí của tỉnh',
    en: "Building new treatment: by the province's fund regulation",
  },
  subjects: ['ENV-EST', 'ENV-CCN'],
  exceptionTo: ['ENV-EST'],
  from: '2023-01-01',
  cites: [decision('V', '1'), cite('QĐ 55/2020/QĐ-UBND Hải Dương')],
  trust: 'inferred',
  note: {
    vi: 'Quyết định nêu cả "xây dựng" và "sửa chữa, nâng cấp"; quy chế của tỉnh chưa đọc được nên cần Sở Công Thương xác nhận.',
    en: 'The decision names both building and repair; the fund regulation could not be read, so the department must confirm.',
  },
  applies: all(isLocalFund, is('pollutionWork', 'new-build')),
  requires: is('provincialTestConfirmed'),
})

/** V.3, third dash: clusters that are established and have no investor yet. */
const clusterWithoutInvestor = requirement({
  id: 'HD-CLUSTER',
  group: 'content',
  subjects: ['ENV-CCN', 'CCN-INFRA'],
  title: {
    vi: 'Cụm công nghiệp đã thành lập, chưa có chủ đầu tư hạ tầng',
    en: 'The cluster is established and has no investor for its infrastructure yet',
  },
  from: '2023-01-01',
  cites: [decision('V', '3')],
  trust: 'text',
  applies: isLocalFund,
  requires: all(is('clusterEstablished'), isNot('clusterHasInvestor')),
})

export const haiDuongRules = byId([allWards, withinProvince, newTreatment, clusterWithoutInvestor])
