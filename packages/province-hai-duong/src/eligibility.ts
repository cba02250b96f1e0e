import { cite, contentsFor, is, isNot, oneOf, type ContentCode } from '@khuyencong/domain'
import { approvedUnderOldRules } from '@khuyencong/eligibility'
import { all, any, byId, exception, exceptionOverTime, not, requirementOverTime } from '@khuyencong/rules'
import { clusterRules } from './clusters.js'
import { overTheProgramme } from './decision-in-force.js'
import { decision } from './decision.js'
import { isLocalFund } from './local-fund.js'

const regulation = cite('QĐ 55/2020/QĐ-UBND Hải Dương')

/** Cleaner production has a dash of its own, without any test of area or form. */
const isCleaner = (code: ContentCode) => code === 'SXSH-PILOT' || code === 'SXSH-ASSESS'
/** What is always for a rural establishment: a showroom may be a promotion centre's. */
const ofRuralEstablishments = contentsFor('establishment').filter((code) => !isCleaner(code) && code !== 'SHOWROOM')
const showroomOfEstablishment = not(is('showroomKind', 'promotion-centre'))

const everyWard = {
  group: 'site',
  title: {
    vi: 'Chương trình của tỉnh: mọi huyện, thị xã, thị trấn, xã và phường',
    en: "The province's programme: every district, town, township, commune and ward",
  },
  exceptionTo: ['EL-03', 'EL-09'],
} as const
const siteOfTheProgramme = {
  cites: [decision('IV.2')],
  trust: 'text',
  requires: oneOf('siteKind', ['commune', 'township', 'ward']),
} as const

/** EL-08: the decision covers the province's wards, where the decree takes only some (mục IV.2, first dash). */
const allWards = exceptionOverTime({
  ...everyWard,
  id: 'EL-08',
  subjects: ofRuralEstablishments,
  over: ['EL-13-AREA'],
  versions: overTheProgramme({ ...siteOfTheProgramme, applies: isLocalFund }),
})

/** EL-08 of a showroom, unless a promotion centre runs it: then no place of production is asked of it. */
const allWardsShowroom = exceptionOverTime({
  ...everyWard,
  id: 'EL-08-SHOWROOM',
  subjects: ['SHOWROOM'],
  over: ['EL-13-AREA', 'SHOWROOM-CENTRE-SCOPE'],
  versions: overTheProgramme({ ...siteOfTheProgramme, applies: all(isLocalFund, showroomOfEstablishment) }),
})

const productionWithin = {
  group: 'site',
  title: { vi: 'Sản xuất trên địa bàn tỉnh Hải Dương', en: 'Production within Hải Dương province' },
} as const
const inProvince = { cites: [decision('IV.2')], trust: 'text', requires: is('siteInProvince') } as const

/** The local fund serves production within the province. */
const withinProvince = requirementOverTime({
  ...productionWithin,
  id: 'HD-PLACE',
  subjects: ofRuralEstablishments,
  versions: overTheProgramme({ ...inProvince, applies: isLocalFund }),
})

/** The same of a showroom, unless a promotion centre runs it: a centre does not produce. */
const withinProvinceShowroom = requirementOverTime({
  ...productionWithin,
  id: 'HD-PLACE-SHOWROOM',
  subjects: ['SHOWROOM'],
  versions: overTheProgramme({ ...inProvince, applies: all(isLocalFund, showroomOfEstablishment) }),
})

/** The dashes on cleaner production, clusters and associations do not name the area, but the programme is of the province's activities. */
const withinProvinceToo = requirementOverTime({
  id: 'HD-PLACE-OTHER',
  group: 'site',
  subjects: [...contentsFor('establishment').filter(isCleaner), ...contentsFor('cluster', 'organisation')],
  title: {
    vi: 'Cơ sở áp dụng sản xuất sạch hơn, cụm công nghiệp, hội, cụm liên kết trên địa bàn tỉnh Hải Dương',
    en: 'A plant that applies cleaner production, a cluster, an association or a linkage within Hải Dương province',
  },
  versions: overTheProgramme({
    cites: [decision('V')],
    trust: 'inferred',
    note: {
      vi: 'Mục IV.2 chỉ nêu địa bàn với cơ sở công nghiệp nông thôn; mục V nói về hoạt động khuyến công của tỉnh.',
      en: 'Part IV.2 names the area for rural establishments alone; part V is about the activities of the province.',
    },
    applies: isLocalFund,
    requires: is('siteInProvince'),
  }),
})

const formNotNamed = {
  group: 'applicant',
  title: {
    vi: 'Liên hiệp hợp tác xã, nghệ nhân: chương trình của tỉnh không nêu',
    en: "Unions of cooperatives and artisans: not named by the province's programme",
  },
  exceptionTo: ['EL-10'],
  over: ['EL-12'],
  from: '2025-10-15',
  cites: [decision('IV.2'), cite('NĐ 235/2025/NĐ-CP', { article: '1', clause: '1' })],
  trust: 'inferred',
  note: {
    vi: 'Mục IV.2 liệt kê doanh nghiệp nhỏ và vừa, hợp tác xã, tổ hợp tác, hộ kinh doanh; nghị định bổ sung đối tượng từ 15/10/2025 nên cần Sở Công Thương xác nhận.',
    en: 'Part IV.2 lists small and medium enterprises, cooperatives, cooperative groups and business households; the decree has had more since 15 October 2025, so the department must confirm.',
  },
  // An artisan comes in person: the decree asks no registration of him.
  requires: all(any(is('legalForm', 'titled-artisan'), is('legallyEstablished')), is('provincialTestConfirmed')),
} as const
/** Not of projects that were approved before: theirs are the forms of then, EL-13-FORM. */
const hasFormNotNamed = all(
  isLocalFund,
  oneOf('legalForm', ['cooperative-union', 'titled-artisan']),
  not(approvedUnderOldRules.applies),
)

/** Mục IV.2 lists four legal forms. The decree has more since 15 October 2025; whether the programme follows it is not known. */
const formsOfTheDecision = exception({
  ...formNotNamed,
  id: 'HD-FORM',
  subjects: ofRuralEstablishments,
  applies: hasFormNotNamed,
})

/** The same of a showroom, unless a promotion centre runs it: then no form is asked of it. */
const formsOfTheDecisionShowroom = exception({
  ...formNotNamed,
  id: 'HD-FORM-SHOWROOM',
  subjects: ['SHOWROOM'],
  applies: all(hasFormNotNamed, showroomOfEstablishment),
})

/** V.1 says "build" of treatment at establishments, V.3 "repair, upgrade"; whether building anew is supported is for the fund regulation. */
const newTreatment = exceptionOverTime({
  id: 'HD-ENV-BUILD',
  group: 'content',
  title: {
    vi: 'Xây dựng mới hệ thống xử lý ô nhiễm: theo quy chế kinh phí của tỉnh',
    en: "Building new treatment: by the province's fund regulation",
  },
  subjects: ['ENV-EST'],
  exceptionTo: ['ENV-EST'],
  versions: overTheProgramme({
    cites: [decision('V.1'), regulation],
    trust: 'inferred',
    note: {
      vi: 'Quyết định nêu cả "xây dựng" và "sửa chữa, nâng cấp"; quy chế của tỉnh chưa đọc được nên cần Sở Công Thương xác nhận.',
      en: 'The decision names both building and repair; the fund regulation could not be read, so the department must confirm.',
    },
    applies: all(isLocalFund, is('pollutionWork', 'new-build')),
    requires: is('provincialTestConfirmed'),
  }),
})

/** V.10: contents beyond those of V.1 to V.9 are as the fund regulation has them. The test of a hard area is that of the national fund. */
const foundingAnywhere = exceptionOverTime({
  id: 'HD-STARTUP',
  group: 'content',
  title: {
    vi: 'Thành lập doanh nghiệp ngoài địa bàn khó khăn: theo quy chế kinh phí của tỉnh',
    en: "Founding outside hard areas: by the province's fund regulation",
  },
  subjects: ['STARTUP'],
  exceptionTo: ['STARTUP'],
  versions: overTheProgramme({
    cites: [decision('V.10'), regulation],
    trust: 'inferred',
    note: {
      vi: 'Địa bàn khó khăn là điều kiện của khuyến công quốc gia; quy chế của tỉnh chưa đọc được nên cần Sở Công Thương xác nhận.',
      en: 'A hard area is a condition of the national fund; the fund regulation could not be read, so the department must confirm.',
    },
    applies: all(isLocalFund, isNot('inHardArea')),
    requires: is('provincialTestConfirmed'),
  }),
})

/** V.2, fifth dash: showrooms tied to residential areas and administrative centres as well as to tourism. */
const showrooms = exceptionOverTime({
  id: 'HD-SHOWROOM',
  group: 'content',
  title: {
    vi: 'Phòng trưng bày gắn với khu dân cư, trung tâm hành chính',
    en: 'A showroom tied to residential areas or administrative centres',
  },
  subjects: ['SHOWROOM'],
  exceptionTo: ['SHOWROOM'],
  versions: overTheProgramme({
    cites: [decision('V.2')],
    trust: 'text',
    applies: all(isLocalFund, is('showroomKind', 'residential-administrative')),
  }),
})

export const haiDuongRules = {
  ...byId([
    allWards,
    allWardsShowroom,
    withinProvince,
    withinProvinceShowroom,
    withinProvinceToo,
    formsOfTheDecision,
    formsOfTheDecisionShowroom,
    newTreatment,
    foundingAnywhere,
    showrooms,
  ]),
  ...clusterRules,
}
