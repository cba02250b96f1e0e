import { cite, is, isNot } from '@khuyencong/domain'
import { all, byId, exceptionOverTime, requirementOverTime, type Text } from '@khuyencong/rules'
import { overTheProgramme } from './decision-in-force.js'
import { decision } from './decision.js'
import { isLocalFund } from './local-fund.js'

const title: Text = {
  vi: 'Cụm công nghiệp đã thành lập, chưa có chủ đầu tư hạ tầng',
  en: 'The cluster is established and has no investor for its infrastructure yet',
}

const withoutInvestor = {
  cites: [decision('V.3')],
  trust: 'text',
  requires: all(is('clusterEstablished'), isNot('clusterHasInvestor')),
} as const

/** V.3, third dash: completing infrastructure of clusters that are established and have no investor yet. */
const infrastructure = requirementOverTime({
  id: 'HD-CLUSTER',
  group: 'content',
  subjects: ['CCN-INFRA'],
  title,
  versions: overTheProgramme({ ...withoutInvestor, applies: isLocalFund }),
})

const isNewTreatment = all(isLocalFund, is('pollutionWork', 'new-build'))

/** The same dash for new wastewater treatment. Repair and upgrade is an aim of II.2 for clusters without that condition. */
const treatment = requirementOverTime({
  id: 'HD-CLUSTER-TREATMENT',
  group: 'content',
  subjects: ['ENV-CCN'],
  title,
  versions: overTheProgramme({ ...withoutInvestor, applies: isNewTreatment }),
})

const asTheSchemeHasIt = {
  cites: [decision('V.3'), cite('QĐ 55/2020/QĐ-UBND Hải Dương')],
  trust: 'inferred',
  note: {
    vi: 'Quyết định giao xây dựng phương án hỗ trợ; phương án và quy chế của tỉnh chưa đọc được nên cần Sở Công Thương xác nhận.',
    en: 'The decision asks for a scheme of support to be drawn up; neither the scheme nor the fund regulation could be read, so the department must confirm.',
  },
  requires: is('provincialTestConfirmed'),
} as const

const scheme = requirementOverTime({
  id: 'HD-CLUSTER-SCHEME',
  group: 'content',
  subjects: ['CCN-INFRA'],
  title: {
    vi: 'Hạ tầng cụm công nghiệp: theo phương án hỗ trợ của tỉnh',
    en: "Infrastructure of a cluster: by the province's scheme of support",
  },
  versions: overTheProgramme({ ...asTheSchemeHasIt, applies: isLocalFund }),
})

const newTreatment = exceptionOverTime({
  id: 'HD-ENV-BUILD-CCN',
  group: 'content',
  title: {
    vi: 'Xây dựng hệ thống xử lý nước thải tập trung của cụm công nghiệp: theo phương án hỗ trợ của tỉnh',
    en: "Building central wastewater treatment of a cluster: by the province's scheme of support",
  },
  subjects: ['ENV-CCN'],
  exceptionTo: ['ENV-EST'],
  versions: overTheProgramme({ ...asTheSchemeHasIt, applies: isNewTreatment }),
})

/** What the decision says of industrial clusters (mục II.2 and V.3), for the local funds. */
export const clusterRules = byId([infrastructure, treatment, scheme, newTreatment])
