import { cite, is, isNot, oneOf, fact } from '@khuyencong/domain'
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
  sum,
  titled,
  type Text,
} from '@khuyencong/rules'
import { planBuildingYear, wardYears } from '../tt-46-2012/article-3.js'

const article1 = (point: string) => cite('NĐ 45/2012/NĐ-CP', { article: '1', clause: '2', point })
const amended1 = (point: string) => cite('NĐ 235/2025/NĐ-CP', { article: '1', clause: '1', point })

/** EL-01: who invests and produces himself. */
const directProduction = requirement({
  id: 'EL-01',
  group: 'applicant',
  title: {
    vi: 'Trực tiếp đầu tư, sản xuất công nghiệp - tiểu thủ công nghiệp',
    en: 'Directly invests in and produces industrial or cottage goods',
  },
  from: '2012-07-05',
  cites: [article1('a')],
  trust: 'text',
  requires: is('activity', 'direct-production'),
})

const legalFormTitle: Text = {
  vi: 'Là cơ sở công nghiệp nông thôn được thành lập hợp pháp',
  en: 'A legally established rural industrial establishment',
}

/** EL-02: legal forms until 14 October 2025. An enterprise must also be small or medium: EL-14. */
const legalForm = requirement({
  id: 'EL-02',
  group: 'applicant',
  title: legalFormTitle,
  from: '2012-07-05',
  to: '2025-10-14',
  cites: [article1('a')],
  trust: 'text',
  requires: all(
    oneOf('legalForm', ['enterprise', 'cooperative', 'cooperative-group', 'business-household']),
    is('legallyEstablished'),
  ),
})

/** EL-10: unions of cooperatives join from 15 October 2025. */
const legalFormSince2025 = requirement({
  id: 'EL-10',
  group: 'applicant',
  title: legalFormTitle,
  from: '2025-10-15',
  cites: [amended1('a')],
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

/** EL-03: area until 14 October 2025; the years of a ward are counted as EL-04 says. */
const area = requirement({
  id: 'EL-03',
  group: 'site',
  title: {
    vi: 'Nơi sản xuất ở huyện, thị xã, thị trấn, xã hoặc phường được tính',
    en: 'Production in a district, town, township, commune or a ward that counts',
  },
  from: '2012-07-05',
  to: '2025-10-14',
  cites: [article1('a'), cite('TT 46/2012/TT-BCT', { article: '3', clause: '1', point: 'đ' })],
  trust: 'text',
  requires: any(
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
  ),
})

/** EL-09: area from 15 October 2025. */
const areaSince2025 = requirement({
  id: 'EL-09',
  group: 'site',
  title: {
    vi: 'Nơi sản xuất ở xã, phường, đặc khu của tỉnh; xã, đặc khu của thành phố; hoặc làng nghề được công nhận',
    en: 'Production in a unit of a province, in a commune or special zone of a centrally run city, or in a recognised craft village',
  },
  from: '2025-10-15',
  cites: [amended1('a')],
  trust: 'text',
  requires: any(
    all(isNot('inCentralCity'), oneOf('siteKind', ['commune', 'ward', 'special-zone'])),
    all(is('inCentralCity'), oneOf('siteKind', ['commune', 'special-zone'])),
    is('inCraftVillage'),
  ),
})

/** EL-06: cleaner production is open to industrial producers of any size and in any area. */
const cleanerProduction = exception({
  id: 'EL-06',
  group: 'applicant',
  title: {
    vi: 'Sản xuất sạch hơn: không giới hạn quy mô, địa bàn',
    en: 'Cleaner production: no limit on size or area',
  },
  subjects: ['SXSH-PILOT'],
  exceptionTo: ['EL-03', 'EL-09', 'EL-14'],
  from: '2012-07-05',
  cites: [article1('b'), cite('TT 46/2012/TT-BCT', { article: '3', clause: '2' })],
  trust: 'text',
})

/** EL-06, legal form: any form will do, as long as it is legally set up. */
const cleanerProductionForm = exception({
  id: 'EL-06-FORM',
  group: 'applicant',
  title: {
    vi: 'Sản xuất sạch hơn: mọi cơ sở sản xuất công nghiệp được thành lập hợp pháp',
    en: 'Cleaner production: any legally established industrial producer',
  },
  subjects: ['SXSH-PILOT'],
  exceptionTo: ['EL-02', 'EL-10'],
  from: '2012-07-05',
  cites: [article1('b')],
  trust: 'inferred',
  requires: is('legallyEstablished'),
})

/** EL-07: service providers belong to the programme, but take no grants of these contents. */
const servicesTakeNoGrant = requirement({
  id: 'EL-07',
  group: 'applicant',
  title: {
    vi: 'Không phải tổ chức, cá nhân quản lý hoặc làm dịch vụ khuyến công',
    en: 'Not a manager or provider of promotion services',
  },
  from: '2012-07-05',
  cites: [article1('c')],
  trust: 'inferred',
  note: {
    vi: 'Các tổ chức này thuộc đối tượng của nghị định nhưng để làm dịch vụ, không phải để nhận hỗ trợ máy móc, mô hình.',
    en: 'The decree covers them for the services they deliver, not as takers of grants for machines or models.',
  },
  requires: not(is('activity', 'promotion-services')),
})

export const article1Rules = byId([
  directProduction,
  legalForm,
  legalFormSince2025,
  area,
  areaSince2025,
  cleanerProduction,
  cleanerProductionForm,
  servicesTakeNoGrant,
])
