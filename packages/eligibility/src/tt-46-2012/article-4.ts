import { allOf, cite, fact, is, oneOf, someOf } from '@khuyencong/domain'
import { byId, all, not, requirement, requirementOverTime, lessThan, literal } from '@khuyencong/rules'

const article4 = (clause: string, point?: string) =>
  cite('TT 46/2012/TT-BCT', { article: '4', clause, ...(point && { point }) })

const equipmentUse = oneOf('equipmentUse', ['production', 'pollution-treatment'])

/** Clause 4 is about machines; technology that is transferred comes under clause 3. */
const isMachinery = not(is('equipmentKind', 'transfer'))

const machineKind = requirement({
  id: 'MACH-A',
  group: 'content',
  subjects: ['MACH'],
  title: {
    vi: 'Máy đơn chiếc, cụm máy hoặc nhóm máy cùng loại để sản xuất hoặc xử lý ô nhiễm',
    en: 'A single machine, a cluster or a group of the same kind, for production or pollution treatment',
  },
  from: '2013-02-10',
  cites: [article4('4', 'a')],
  trust: 'text',
  applies: isMachinery,
  requires: all(oneOf('equipmentKind', ['single', 'cluster', 'same-kind-group']), equipmentUse),
})

const machineGain = requirement({
  id: 'MACH-B',
  group: 'content',
  subjects: ['MACH', 'LINE'],
  title: { vi: 'Máy mới và tốt hơn máy đang dùng', en: 'New, and better than what is used now' },
  from: '2013-02-10',
  cites: [article4('4', 'b')],
  trust: 'text',
  applies: isMachinery,
  requires: all(
    is('equipmentNew'),
    someOf('equipmentGains', ['output', 'quality', 'material-or-fuel', 'less-pollution', 'new-product']),
  ),
})

const transfer = requirement({
  id: 'TRANSFER',
  group: 'content',
  subjects: ['MACH'],
  title: {
    vi: 'Chuyển giao công nghệ: có sản phẩm mới hoặc hiệu quả hơn, thuộc danh mục khuyến khích, đúng pháp luật',
    en: 'Technology transfer: a new product or a gain, on the list of encouraged technologies, and lawful',
  },
  from: '2013-02-10',
  cites: [article4('3')],
  trust: 'text',
  applies: is('equipmentKind', 'transfer'),
  requires: all(
    someOf('equipmentGains', ['output', 'quality', 'material-or-fuel', 'new-product']),
    is('transferListed'),
    is('transferLawful'),
  ),
})

const line = requirementOverTime({
  id: 'LINE-A',
  group: 'content',
  subjects: ['LINE'],
  title: {
    vi: 'Dây chuyền công nghệ để sản xuất hoặc xử lý ô nhiễm',
    en: 'A technology line for production or pollution treatment',
  },
  versions: [
    {
      from: '2013-02-10',
      to: '2018-05-10',
      cites: [article4('4', 'a')],
      trust: 'inferred',
      note: {
        vi: 'Trước 11/5/2018 dây chuyền không được quy định riêng: hiểu như cụm máy.',
        en: 'Before 11 May 2018 lines were not named apart: taken as a cluster of machines.',
      },
      requires: all(is('equipmentKind', 'line'), equipmentUse),
    },
    {
      from: '2018-05-11',
      cites: [cite('TT 28/2018/TT-BTC', { article: '8', clause: '4' }), article4('4', 'a')],
      trust: 'secondary',
      requires: all(is('equipmentKind', 'line'), equipmentUse),
    },
  ],
})

const isLocalFund = oneOf('fund', ['provincial', 'district'])

const firstInDistrict = requirement({
  id: 'DEMO-NEW-FIRST',
  group: 'content',
  subjects: ['DEMO-NEW'],
  title: {
    vi: 'Công nghệ, sản phẩm chưa được cơ sở nào trên địa bàn cấp huyện áp dụng, sản xuất',
    en: 'No establishment in the district applies the technology or makes the product yet',
  },
  from: '2013-02-10',
  cites: [article4('2', 'a')],
  trust: 'text',
  applies: is('fund', 'national'),
  requires: is('firstInDistrict'),
})

const betterTechnology = requirement({
  id: 'DEMO-NEW-BETTER',
  group: 'content',
  subjects: ['DEMO-NEW'],
  title: {
    vi: 'Công nghệ mới nâng cao năng suất, chất lượng và bảo vệ môi trường',
    en: 'The new technology raises productivity, quality and environmental protection',
  },
  from: '2017-09-29',
  cites: [cite('TT 20/2017/TT-BCT')],
  trust: 'secondary',
  note: {
    vi: 'Theo tin của cơ quan quản lý; ngày có hiệu lực chưa kiểm chứng, tạm lấy ngày ban hành.',
    en: 'As reported by the managing agency; the first day in force is not verified, the day of issue is taken.',
  },
  applies: all(is('fund', 'national'), is('demoSubject', 'technology')),
  requires: allOf('demoGains', ['productivity', 'quality', 'environment']),
})

const provincialDemoTest = requirement({
  id: 'DEMO-NEW-LOCAL',
  group: 'content',
  subjects: ['DEMO-NEW'],
  title: {
    vi: 'Mô hình đáp ứng tiêu chí do tỉnh quy định',
    en: "The model meets the province's own test",
  },
  from: '2013-02-10',
  cites: [article4('2', 'a')],
  trust: 'text',
  note: {
    vi: 'Với kinh phí địa phương, tiêu chí mô hình do tỉnh quy định.',
    en: 'For the local fund the province sets the test of a model.',
  },
  applies: isLocalFund,
  requires: is('provincialTestConfirmed'),
})

const outstanding = requirement({
  id: 'DEMO-REPL',
  group: 'content',
  subjects: ['DEMO-REPL'],
  title: {
    vi: 'Cơ sở nổi trội, điển hình về hiệu quả kinh tế, xã hội, môi trường',
    en: 'Outstanding and typical in economic, social and environmental effect',
  },
  from: '2013-02-10',
  cites: [article4('2', 'b')],
  trust: 'text',
  requires: is('outstandingConfirmed'),
})

const cleanerPilot = requirement({
  id: 'SXSH-PILOT',
  group: 'content',
  subjects: ['SXSH-PILOT'],
  title: {
    vi: 'Mô hình có tư vấn, đánh giá và phần thí điểm; nâng cao hiệu quả tài nguyên, giảm phát thải, cải thiện môi trường và sức khoẻ',
    en: 'Assessment and pilot together; resources used better, lower emissions, better environment and health',
  },
  from: '2013-02-10',
  cites: [article4('5')],
  trust: 'text',
  requires: all(
    allOf('cleanerParts', ['assessment', 'pilot']),
    allOf('cleanerGains', ['resources', 'emissions', 'health']),
  ),
})

const advice = requirement({
  id: 'CONSULT',
  group: 'content',
  subjects: ['CONSULT'],
  title: { vi: 'Lĩnh vực tư vấn thuộc danh mục', en: 'A field of advice that is listed' },
  from: '2012-07-05',
  cites: [cite('NĐ 45/2012/NĐ-CP', { article: '4', clause: '5' })],
  trust: 'text',
  requires: not(is('adviceField', 'other')),
})

const fairsAbroad = requirement({
  id: 'FAIR-ABROAD',
  group: 'content',
  subjects: ['FAIR-ABROAD'],
  title: { vi: 'Không quá 2 lần một năm cho một cơ sở', en: 'At most twice a year for an establishment' },
  from: '2013-02-10',
  cites: [article4('1', 'b')],
  trust: 'text',
  requires: lessThan(fact('fairsAbroadThisYear'), literal(2)),
})

const periodicFair = requirement({
  id: 'FAIR-DOM-ORG',
  group: 'content',
  subjects: ['FAIR-DOM-ORG'],
  title: { vi: 'Hội chợ, triển lãm định kỳ từ cấp huyện đến quốc gia', en: 'A periodic fair, district to national' },
  from: '2013-02-10',
  cites: [article4('7')],
  trust: 'text',
  requires: is('fairPeriodic'),
})

const showroom = requirement({
  id: 'SHOWROOM',
  group: 'content',
  subjects: ['SHOWROOM'],
  title: {
    vi: 'Phòng trưng bày gắn với du lịch, thương mại; của trung tâm khuyến công; hoặc sàn thương mại điện tử',
    en: 'Tied to tourism or trading areas, of a promotion centre, or an e-commerce floor',
  },
  from: '2013-02-10',
  cites: [article4('9')],
  trust: 'text',
  requires: not(is('showroomKind', 'other')),
})

export const article4Rules = byId([
  transfer,
  fairsAbroad,
  periodicFair,
  showroom,

  machineKind,
  machineGain,
  line,
  firstInDistrict,
  betterTechnology,
  provincialDemoTest,
  outstanding,
  cleanerPilot,
  advice,
])
