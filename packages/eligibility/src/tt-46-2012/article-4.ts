import { allOf, cite, fact, is, noteOn, oneOf, sinceCircular2018, someOf } from '@khuyencong/domain'
import {
  byId,
  all,
  exception,
  not,
  requirement,
  requirementOverTime,
  lessThan,
  literal,
  type Text,
} from '@khuyencong/rules'

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
    ...sinceCircular2018({
      cites: [cite('TT 28/2018/TT-BTC', { article: '8', clause: '4' }), article4('4', 'a')],
      trust: 'secondary',
      requires: all(is('equipmentKind', 'line'), equipmentUse),
    }),
  ],
})

const isLocalFund = oneOf('fund', ['provincial', 'district'])

const circular2017 = cite('TT 20/2017/TT-BCT')

/** From its issue to the end of the year of its number: by then it was in force. */
const whenIssued2017 = { from: '2017-09-29', to: '2017-12-31', trust: 'assumed' } as const
const dayNotKnown: Text = {
  vi: 'Thông tư có hiệu lực trong năm 2017, ngày chưa kiểm chứng, tạm lấy ngày ban hành.',
  en: 'The circular is in force since some day in 2017, which is not verified; that of issue stands in.',
}

const ofNationalFund = { applies: is('fund', 'national'), requires: is('firstInDistrict') } as const

const since2017 = {
  ...ofNationalFund,
  cites: [article4('2', 'a'), circular2017],
  note: {
    vi: 'Từ Thông tư 20/2017, theo tin của cơ quan quản lý: mỗi địa bàn cấp huyện một mô hình công nghệ mới và một mô hình sản phẩm mới chưa được áp dụng; tính theo năm hay cả giai đoạn thì chưa rõ nên chưa đếm.',
    en: 'Since Circular 20/2017, as the managing agency reports: one model of a new technology and one of a new product, not applied yet, for each district; whether a year or a period is not known, so they are not counted.',
  },
} as const

const firstInDistrict = requirementOverTime({
  id: 'DEMO-NEW-FIRST',
  group: 'content',
  subjects: ['DEMO-NEW'],
  title: {
    vi: 'Công nghệ, sản phẩm chưa được cơ sở nào trên địa bàn cấp huyện áp dụng, sản xuất',
    en: 'No establishment in the district applies the technology or makes the product yet',
  },
  versions: [
    { ...ofNationalFund, from: '2013-02-10', to: '2017-09-28', cites: [article4('2', 'a')], trust: 'text' },
    { ...since2017, ...whenIssued2017, note: noteOn(since2017, dayNotKnown) },
    { ...since2017, from: '2018-01-01', to: '2025-06-30', trust: 'secondary' },
    {
      ...since2017,
      from: '2025-07-01',
      trust: 'assumed',
      note: {
        vi: 'Từ 1/7/2025 không còn cấp huyện; địa bàn nào thay thế thì chưa rõ, tạm giữ địa bàn huyện cũ.',
        en: 'Since 1 July 2025 there are no districts; which area takes their place is not known, the former district stands in.',
      },
    },
  ],
})

const better = {
  cites: [circular2017],
  applies: all(is('fund', 'national'), is('demoSubject', 'technology')),
  requires: allOf('demoGains', ['productivity', 'quality', 'environment']),
  note: {
    vi: 'Theo tin của cơ quan quản lý, chưa đọc được nguyên văn.',
    en: 'As reported by the managing agency; the text was not read.',
  },
} as const

const betterTechnology = requirementOverTime({
  id: 'DEMO-NEW-BETTER',
  group: 'content',
  subjects: ['DEMO-NEW'],
  title: {
    vi: 'Công nghệ mới nâng cao năng suất, chất lượng và bảo vệ môi trường',
    en: 'The new technology raises productivity, quality and environmental protection',
  },
  versions: [
    { ...better, ...whenIssued2017, note: noteOn(better, dayNotKnown) },
    { ...better, from: '2018-01-01', trust: 'secondary' },
  ],
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
    vi: 'Mô hình có tư vấn, đánh giá và phần thí điểm; nâng cao hiệu quả tài nguyên, giảm phát thải, cải thiện môi trường và sức khỏe',
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

const listedAdvice = { requires: not(is('adviceField', 'other')) } as const
const adviceCite = cite('NĐ 45/2012/NĐ-CP', { article: '4', clause: '5' })

const advice = requirementOverTime({
  id: 'CONSULT',
  group: 'content',
  subjects: ['CONSULT'],
  title: { vi: 'Lĩnh vực tư vấn thuộc danh mục', en: 'A field of advice that is listed' },
  versions: [
    { ...listedAdvice, from: '2012-07-05', to: '2025-10-14', cites: [adviceCite], trust: 'text' },
    {
      ...listedAdvice,
      from: '2025-10-15',
      cites: [adviceCite, cite('NĐ 235/2025/NĐ-CP')],
      trust: 'assumed',
      note: {
        vi: 'Theo NĐ 45/2012/NĐ-CP; NĐ 235/2025/NĐ-CP sửa đổi nghị định này nhưng chưa đọc được phần về nội dung hoạt động.',
        en: 'As in NĐ 45/2012/NĐ-CP; NĐ 235/2025/NĐ-CP amends it, and its part on contents could not be read.',
      },
    },
  ],
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
  requires: oneOf('showroomKind', ['tourism-trading', 'promotion-centre', 'e-commerce']),
})

const ofCentre = {
  group: 'content',
  subjects: ['SHOWROOM'],
  from: '2013-02-10',
  cites: [article4('9', 'b')],
  trust: 'inferred',
  note: {
    vi: 'Thông tư nêu phòng trưng bày của trung tâm khuyến công tỉnh, vùng; các điều kiện của cơ sở sản xuất được hiểu là không áp dụng cho trung tâm.',
    en: 'The circular names showrooms of provincial and regional centres; what is asked of producers is taken not to concern a centre.',
  },
  applies: is('showroomKind', 'promotion-centre'),
} as const

/** Clause 9, point b: a room that a promotion centre runs. */
const centreShowroom = exception({
  ...ofCentre,
  id: 'SHOWROOM-CENTRE',
  title: {
    vi: 'Phòng trưng bày của trung tâm khuyến công: do trung tâm thực hiện',
    en: 'A showroom of a promotion centre: run by the centre',
  },
  exceptionTo: ['EL-01', 'EL-07'],
  requires: is('activity', 'promotion-services'),
})

/** What is asked of producers besides, a centre is not asked. */
const centreIsNoProducer = exception({
  ...ofCentre,
  id: 'SHOWROOM-CENTRE-SCOPE',
  title: {
    vi: 'Phòng trưng bày của trung tâm khuyến công: không xét điều kiện của cơ sở sản xuất',
    en: 'A showroom of a promotion centre: not held to what is asked of producers',
  },
  exceptionTo: ['EL-02', 'EL-03', 'EL-05', 'EL-09', 'EL-10', 'EL-14', 'FC-1', 'TRADE-C', 'TRADE-E'],
  over: ['EL-12', 'EL-13-AREA', 'EL-13-FORM', 'EL-13-TRADE'],
})

const pickedPolluter = requirement({
  id: 'INTEREST-PICKED',
  group: 'content',
  subjects: ['INTEREST'],
  title: {
    vi: 'Cơ sở gây ô nhiễm phải di dời do Chủ tịch UBND tỉnh lựa chọn theo mức độ ô nhiễm',
    en: 'A polluting plant that has to move, picked by the provincial chairman by its degree of pollution',
  },
  from: '2013-02-10',
  cites: [article4('6')],
  trust: 'text',
  requires: is('relocationPicked'),
})

export const article4Rules = byId([
  transfer,
  fairsAbroad,
  periodicFair,
  showroom,
  centreShowroom,
  centreIsNoProducer,
  pickedPolluter,
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
