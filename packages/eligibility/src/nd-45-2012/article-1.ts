import { cite, contentsFor, fact, is, isNot, oneOf } from '@khuyencong/domain'
import {
  addYears,
  all,
  any,
  byId,
  atLeast,
  endOfYear,
  exception,
  literal,
  named,
  not,
  param,
  requirement,
  requirementOverTime,
  exceptionOverTime,
  sum,
  titled,
  type Text,
} from '@khuyencong/rules'
import { approvedUnderOldRules } from '../nd-235-2025/transition.js'
import { planBuildingYear, wardYears } from '../tt-46-2012/article-3.js'

const article1 = (point: string) => cite('NĐ 45/2012/NĐ-CP', { article: '1', clause: '2', point })
const amendment = cite('NĐ 235/2025/NĐ-CP', { article: '1', clause: '1' })
/** A point of clause 2 as NĐ 235/2025 rewrote it, from 15 October 2025. */
const amended1 = (point: string) => [article1(point), amendment] as const

/** The contents whose taker produces: a rural industrial establishment or, of cleaner production, any industrial one. */
const producers = contentsFor('establishment')
const cleanerContents = ['SXSH-PILOT', 'SXSH-ASSESS'] as const
const ruralProducers = producers.filter((code) => !cleanerContents.some((cleaner) => cleaner === code))

/** Of the new clause 2 the points after b could not be read. */
const pointNotRead = {
  from: '2025-10-15',
  cites: amended1('c'),
  trust: 'assumed',
} as const
const asBefore: Text = {
  vi: 'NĐ 235/2025/NĐ-CP viết lại khoản 2 Điều 1, mới đọc được đến điểm b; tạm hiểu nhóm tổ chức, cá nhân làm dịch vụ khuyến công còn như cũ.',
  en: 'NĐ 235/2025/NĐ-CP rewrites clause 2 of Article 1 and could be read down to point b; those who deliver promotion services are taken to stand as before.',
}

const produces = is('activity', 'direct-production')

/** EL-01: who invests and produces himself. */
const directProduction = requirementOverTime({
  id: 'EL-01',
  subjects: ruralProducers,
  group: 'applicant',
  title: {
    vi: 'Trực tiếp đầu tư, sản xuất công nghiệp - tiểu thủ công nghiệp',
    en: 'Directly invests in and produces industrial or cottage goods',
  },
  versions: [
    {
      from: '2012-07-05',
      to: '2025-10-14',
      cites: [article1('a')],
      trust: 'text',
      requires: produces,
    },
    { from: '2025-10-15', cites: amended1('a'), trust: 'text', requires: produces },
  ],
})

/** EL-01 of cleaner production: point b has establishments of industrial production, rural or not. */
const cleanerProducer = requirementOverTime({
  id: 'EL-01-CLEANER',
  subjects: cleanerContents,
  group: 'applicant',
  title: {
    vi: 'Cơ sở sản xuất công nghiệp áp dụng sản xuất sạch hơn',
    en: 'An establishment of industrial production that applies cleaner production',
  },
  versions: [
    { from: '2012-07-05', to: '2025-10-14', cites: [article1('b')], trust: 'text', requires: produces },
    { from: '2025-10-15', cites: amended1('b'), trust: 'text', requires: produces },
  ],
})

const legalFormTitle: Text = {
  vi: 'Là cơ sở công nghiệp nông thôn được thành lập hợp pháp',
  en: 'A legally established rural industrial establishment',
}

const formsUntil2025 = all(
  oneOf('legalForm', ['enterprise', 'cooperative', 'cooperative-group', 'business-household']),
  is('legallyEstablished'),
)

/** EL-02: legal forms until 14 October 2025. An enterprise must also be small or medium: EL-14. */
const legalForm = requirement({
  id: 'EL-02',
  subjects: producers,
  group: 'applicant',
  title: legalFormTitle,
  from: '2012-07-05',
  to: '2025-10-14',
  cites: [article1('a')],
  trust: 'text',
  requires: formsUntil2025,
})

/** EL-10: unions of cooperatives join from 15 October 2025. */
const legalFormSince2025 = requirement({
  id: 'EL-10',
  subjects: producers,
  group: 'applicant',
  title: legalFormTitle,
  from: '2025-10-15',
  cites: amended1('a'),
  trust: 'text',
  requires: all(
    oneOf('legalForm', ['enterprise', 'cooperative', 'cooperative-union', 'cooperative-group', 'business-household']),
    is('legallyEstablished'),
  ),
})

const recentlyTurnedWard = all(
  is('wardFromCommune'),
  titled(
    {
      vi: 'Phường chuyển từ xã chưa quá 5 năm tính đến 31/12 năm trước năm xây dựng kế hoạch',
      en: 'Turned from a commune not more than 5 years before 31 December of the year before the plan is built',
    },
    atLeast(
      addYears(fact('wardSince'), param(wardYears)),
      named(
        'cut-off',
        { vi: '31/12 năm trước năm xây dựng kế hoạch', en: '31 December of the year before the plan is built' },
        endOfYear(sum([fact('planYear'), param(planBuildingYear), literal(-1)])),
      ),
    ),
  ),
)

const areaUntil2025 = any(
  oneOf('siteKind', ['commune', 'township']),
  titled(
    { vi: 'Phường thuộc thị xã, thành phố loại II, loại III', en: 'Ward of a town or of a class-2 or class-3 city' },
    all(
      is('siteKind', 'ward'),
      any(is('districtKind', 'town'), all(is('districtKind', 'city'), oneOf('cityClass', ['class-2', 'class-3']))),
    ),
  ),
  titled(
    {
      vi: 'Phường thuộc thành phố loại I mới chuyển từ xã',
      en: 'Ward of a class-1 city newly turned from a commune',
    },
    all(is('siteKind', 'ward'), not(is('districtKind', 'town')), is('cityClass', 'class-1'), recentlyTurnedWard),
  ),
)

const areaCites = [article1('a'), cite('TT 46/2012/TT-BCT', { article: '3', clause: '1', point: 'đ' })] as const

/** EL-03: area until 14 October 2025; the years of a ward are counted as EL-04 says. */
const area = requirementOverTime({
  id: 'EL-03',
  subjects: producers,
  group: 'site',
  title: {
    vi: 'Nơi sản xuất ở huyện, thị xã, thị trấn, xã hoặc phường được tính',
    en: 'Production in a district, town, township, commune or a ward that counts',
  },
  versions: [
    { from: '2012-07-05', to: '2025-06-30', cites: areaCites, trust: 'text', requires: areaUntil2025 },
    {
      from: '2025-07-01',
      to: '2025-10-14',
      cites: areaCites,
      trust: 'assumed',
      note: {
        vi: 'Từ 1/7/2025 không còn cấp huyện, thị xã và thành phố thuộc tỉnh, nghị định đến 15/10/2025 mới được sửa: tạm áp dụng nguyên văn cho đơn vị hành chính mới.',
        en: 'Since 1 July 2025 there are no districts, towns or cities of a province, and the decree was amended only on 15 October 2025: taken by its letter for the new units.',
      },
      requires: areaUntil2025,
    },
  ],
})

/** EL-09: area from 15 October 2025. */
const areaSince2025 = requirement({
  id: 'EL-09',
  subjects: producers,
  group: 'site',
  title: {
    vi: 'Nơi sản xuất ở xã, phường, đặc khu của tỉnh; xã, đặc khu của thành phố; hoặc làng nghề được công nhận',
    en: 'Production in a unit of a province, in a commune or special zone of a centrally run city, or in a recognised craft village',
  },
  from: '2025-10-15',
  cites: amended1('a'),
  trust: 'text',
  // Communes and special zones count everywhere; only of a ward it matters to what it belongs.
  requires: any(
    oneOf('siteKind', ['commune', 'special-zone']),
    all(is('siteKind', 'ward'), isNot('inCentralCity')),
    is('inCraftVillage'),
  ),
})

const noLimit = cite('TT 46/2012/TT-BCT', { article: '3', clause: '2' })

/** EL-06: cleaner production is open to industrial producers of any size and in any area. */
const cleanerProduction = exceptionOverTime({
  id: 'EL-06',
  group: 'applicant',
  title: {
    vi: 'Sản xuất sạch hơn: không giới hạn quy mô, địa bàn',
    en: 'Cleaner production: no limit on size or area',
  },
  subjects: cleanerContents,
  exceptionTo: ['EL-03', 'EL-09', 'EL-14'],
  over: ['EL-13-AREA'],
  versions: [
    { from: '2012-07-05', to: '2025-10-14', cites: [article1('b'), noLimit], trust: 'text' },
    {
      from: '2025-10-15',
      cites: [...amended1('b'), noLimit],
      trust: 'inferred',
      note: {
        vi: 'Điểm b mới gồm cả sản xuất và tiêu dùng bền vững; việc không giới hạn quy mô, địa bàn vẫn theo Thông tư 46/2012 hướng dẫn điểm b cũ.',
        en: 'The new point b also names sustainable production and consumption; that there is no limit of size or area still rests on Circular 46/2012, which details the former point b.',
      },
    },
  ],
})

/** EL-06, legal form: any form will do, as long as it is legally set up. */
const cleanerProductionForm = exceptionOverTime({
  id: 'EL-06-FORM',
  group: 'applicant',
  title: {
    vi: 'Sản xuất sạch hơn: mọi cơ sở sản xuất công nghiệp được thành lập hợp pháp',
    en: 'Cleaner production: any legally established industrial producer',
  },
  subjects: cleanerContents,
  exceptionTo: ['EL-02', 'EL-10'],
  over: ['EL-12', 'EL-13-FORM'],
  versions: [
    {
      from: '2012-07-05',
      to: '2025-10-14',
      cites: [article1('b')],
      trust: 'inferred',
      requires: is('legallyEstablished'),
    },
    {
      from: '2025-10-15',
      cites: [...amended1('b'), article1('c')],
      trust: 'inferred',
      note: {
        vi: 'Nghệ nhân Nhân dân, Nghệ nhân Ưu tú là đối tượng riêng từ 15/10/2025 (theo báo chí): cá nhân không phải đăng ký như cơ sở; đề án phê duyệt trước đó theo quy định cũ.',
        en: "People's and merited artisans are beneficiaries of their own from 15 October 2025 (as the press reports): in person they are not asked to be registered; projects approved before go by the old rule.",
      },
      requires: any(
        is('legallyEstablished'),
        all(is('legalForm', 'titled-artisan'), not(approvedUnderOldRules.applies)),
      ),
    },
  ],
})

/** EL-07: service providers belong to the programme, but take no grants of these contents. */
const servicesTakeNoGrant = requirementOverTime({
  id: 'EL-07',
  subjects: producers,
  group: 'applicant',
  title: {
    vi: 'Không phải tổ chức, cá nhân quản lý hoặc làm dịch vụ khuyến công',
    en: 'Not a manager or provider of promotion services',
  },
  versions: [
    {
      from: '2012-07-05',
      to: '2025-10-14',
      cites: [article1('c')],
      trust: 'inferred',
      note: {
        vi: 'Các tổ chức này thuộc đối tượng của nghị định nhưng để làm dịch vụ, không phải để nhận hỗ trợ máy móc, mô hình.',
        en: 'The decree covers them for the services they deliver, not as takers of grants for machines or models.',
      },
      requires: not(is('activity', 'promotion-services')),
    },
    { ...pointNotRead, note: asBefore, requires: not(is('activity', 'promotion-services')) },
  ],
})

/** EL-07: the programme's own activities are for those who manage or deliver them. */
const servicesDeliver = requirementOverTime({
  id: 'EL-07-SERVICE',
  subjects: contentsFor('programme'),
  group: 'applicant',
  title: {
    vi: 'Tổ chức, cá nhân quản lý hoặc làm dịch vụ khuyến công',
    en: 'Manages or delivers promotion services',
  },
  versions: [
    {
      from: '2012-07-05',
      to: '2025-10-14',
      cites: [article1('c')],
      trust: 'text',
      requires: is('activity', 'promotion-services'),
    },
    { ...pointNotRead, note: asBefore, requires: is('activity', 'promotion-services') },
  ],
})

/** EL-11: from 15 October 2025, enterprises and cooperatives that invest in the infrastructure of clusters join those who manage promotion. */
const clusterInvestor = requirement({
  id: 'EL-11',
  subjects: contentsFor('cluster'),
  group: 'applicant',
  title: {
    vi: 'Đơn vị quản lý, làm dịch vụ khuyến công; doanh nghiệp, hợp tác xã đầu tư hạ tầng cụm công nghiệp',
    en: 'Manages or delivers promotion, or is an enterprise or cooperative that invests in the infrastructure of a cluster',
  },
  from: '2025-10-15',
  cites: [...amended1('b'), article1('c')],
  trust: 'assumed',
  note: {
    vi: 'Điểm b mới nêu doanh nghiệp, hợp tác xã đầu tư hạ tầng cụm công nghiệp; các điểm sau chưa đọc được nên tạm hiểu ngoài họ chỉ có đơn vị quản lý, làm dịch vụ khuyến công.',
    en: 'The new point b names enterprises and cooperatives that invest in cluster infrastructure; the points after it could not be read, so beside them only those who manage or deliver promotion are taken to count.',
  },
  requires: any(
    is('activity', 'promotion-services'),
    all(oneOf('legalForm', ['enterprise', 'cooperative']), is('investsInCluster')),
  ),
})

const founderNotNamed = {
  vi: 'Điều 4 không nói ai đứng ra thành lập; đối tượng của nghị định là cơ sở được thành lập theo pháp luật và tổ chức, cá nhân quản lý, làm dịch vụ khuyến công.',
  en: 'Article 4 does not say who founds; the decree is for establishments set up under the law and for those who manage or deliver promotion.',
} as const
const clauseOfAssociations = cite('NĐ 45/2012/NĐ-CP', { article: '4', clause: '7', point: 'a' })

const founderOfBody = any(is('activity', 'promotion-services'), is('legallyEstablished'))

/** EL-15: who may found an association or a linkage of enterprises. The decree names who it is for and not who founds. */
const founder = requirementOverTime({
  id: 'EL-15',
  subjects: contentsFor('organisation'),
  group: 'applicant',
  title: {
    vi: 'Đứng ra thành lập hội, cụm liên kết: cơ sở, tổ chức được thành lập hợp pháp hoặc đơn vị quản lý, làm dịch vụ khuyến công',
    en: 'Founds an association or a linkage: a legally established body, or one that manages or delivers promotion',
  },
  versions: [
    {
      from: '2012-07-05',
      to: '2025-10-14',
      cites: [article1('a'), article1('c'), clauseOfAssociations],
      trust: 'inferred',
      note: founderNotNamed,
      requires: founderOfBody,
    },
    {
      ...pointNotRead,
      cites: [...amended1('a'), article1('c'), clauseOfAssociations],
      note: {
        vi: `${founderNotNamed.vi} ${asBefore.vi}`,
        en: `${founderNotNamed.en} ${asBefore.en}`,
      },
      requires: founderOfBody,
    },
  ],
})

/** EL-12: from 15 October 2025, people's and merited artisans in person. */
const titledArtisan = exception({
  id: 'EL-12',
  subjects: producers,
  group: 'applicant',
  title: { vi: 'Nghệ nhân Nhân dân, Nghệ nhân Ưu tú', en: "People's and merited artisans" },
  exceptionTo: ['EL-10'],
  from: '2025-10-15',
  cites: amended1('c'),
  trust: 'secondary',
  applies: is('legalForm', 'titled-artisan'),
})

/** EL-13: the area as it was. The place counts as it was on the day of approval: since 1 July 2025 no ward belongs to a town or a city. */
const transitionArea = exception({
  ...approvedUnderOldRules,
  trust: 'inferred',
  note: {
    vi: 'Chuyển tiếp theo báo chí; hiểu là xét theo đơn vị hành chính tại ngày phê duyệt đề án, không theo đơn vị hành chính sau sắp xếp từ 1/7/2025.',
    en: 'The transition is known from the press; the place is taken to count as the unit that it was on the day of approval, not as that since the units were rearranged on 1 July 2025.',
  },
  id: 'EL-13-AREA',
  subjects: producers,
  group: 'site',
  title: {
    vi: 'Đề án phê duyệt trước 15/10/2025: địa bàn theo quy định cũ',
    en: 'Approved before 15 October 2025: the area as it was',
  },
  exceptionTo: ['EL-09'],
  requires: areaUntil2025,
})

/** EL-13: the legal forms as they were. */
const transitionForm = exception({
  ...approvedUnderOldRules,
  id: 'EL-13-FORM',
  subjects: producers,
  group: 'applicant',
  title: {
    vi: 'Đề án phê duyệt trước 15/10/2025: hình thức tổ chức theo quy định cũ',
    en: 'Approved before 15 October 2025: the legal forms as they were',
  },
  exceptionTo: ['EL-10'],
  over: ['EL-12'],
  requires: formsUntil2025,
})

/** EL-13: until then nobody was excluded from support for clusters. */
const transitionCluster = exception({
  ...approvedUnderOldRules,
  id: 'EL-13-CLUSTER',
  subjects: contentsFor('cluster'),
  group: 'applicant',
  title: {
    vi: 'Đề án phê duyệt trước 15/10/2025: đối tượng hỗ trợ cụm công nghiệp theo quy định cũ',
    en: 'Approved before 15 October 2025: who takes support for clusters, as it was',
  },
  exceptionTo: ['EL-11'],
})

export const article1Rules = byId([
  directProduction,
  cleanerProducer,
  legalForm,
  legalFormSince2025,
  area,
  areaSince2025,
  cleanerProduction,
  cleanerProductionForm,
  servicesTakeNoGrant,
  titledArtisan,
  transitionArea,
  transitionForm,
  transitionCluster,
  servicesDeliver,
  clusterInvestor,
  founder,
])
