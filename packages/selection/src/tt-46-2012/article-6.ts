import { cite } from '@khuyencong/domain'
import {
  any,
  atLeast,
  byId,
  literal,
  moreThan,
  param,
  parameter,
  percent,
  requirementOverTime,
  times,
  titled,
  type Condition,
  type Sourced,
  type Text,
  type Unit,
} from '@khuyencong/rules'
import { fact, is, oneOf, someOf } from '../vocabulary.js'

const article6 = (clause: string, point?: string) =>
  cite('TT 46/2012/TT-BCT', { article: '6', clause, ...(point && { point }) })
const decree = (point: string) => cite('NĐ 45/2012/NĐ-CP', { article: '6', clause: '2', point })

/** Until the decree was amended; the circular in its wording of 2012. From then on the new order is not known. */
const sources = (...cites: Sourced['cites']): readonly [Sourced, Sourced] => [
  { from: '2013-02-10', to: '2025-10-14', cites, trust: 'text' },
  {
    from: '2025-10-15',
    cites: [...cites, cite('NĐ 235/2025/NĐ-CP')],
    trust: 'assumed',
    note: {
      vi: 'Nghị định 235/2025 sửa nghị định về khuyến công; thứ tự ưu tiên mới chưa đọc được, tạm giữ thứ tự cũ.',
      en: 'NĐ 235/2025 amends the decree; its order of priority could not be read, so the former one stands in.',
    },
  },
]

/** A priority: a proposal that meets the rule goes before one that does not. Each is a question of its own. */
const priority = <const Id extends string>(id: Id, title: Text, requires: Condition, ...cites: Sourced['cites']) =>
  requirementOverTime({
    id,
    group: 'priority',
    title,
    subjects: [id],
    versions: sources(...cites).map((source) => ({ ...source, requires })),
  })

const limit = <const Id extends string, T extends number>(id: Id, unit: Unit, title: Text, point: string, value: T) =>
  parameter({ id, unit, title, timeline: sources(article6('2', point)).map((source) => ({ ...source, value })) })

const manyWorkers = limit(
  'PLAN.many-workers',
  'persons',
  { vi: 'Số lao động được coi là nhiều', en: 'Workers that count as many' },
  'c',
  50,
)

const localShare = parameter({
  id: 'PLAN.local-material',
  title: { vi: 'Tỷ lệ nguyên liệu tại địa phương phải vượt', en: 'Share of local materials to exceed' },
  unit: 'ratio',
  timeline: sources(article6('2', 'b')).map((source) => ({ ...source, value: percent(50n) })),
})

const areaA = priority(
  'AREA-A',
  {
    vi: 'Vùng cao, hải đảo, biên giới đất liền, dân tộc thiểu số',
    en: 'Highland, island, land-border or ethnic-minority area',
  },
  someOf('priorityAreas', ['highland', 'island', 'land-border', 'ethnic-minority']),
  article6('1'),
  article6('3', 'a'),
)
const areaB = priority(
  'AREA-B',
  { vi: 'Huyện nghèo', en: 'Poor district' },
  someOf('priorityAreas', ['poor-district']),
  article6('1'),
  article6('3', 'a'),
)
const areaC = priority(
  'AREA-C',
  { vi: 'Xã trong kế hoạch xây dựng nông thôn mới', en: 'Commune in the new-countryside plan' },
  someOf('priorityAreas', ['new-countryside']),
  article6('1'),
  article6('3', 'a'),
)
const areaD = priority(
  'AREA-D',
  { vi: 'Địa bàn khó khăn, đặc biệt khó khăn', en: 'Area of hard or very hard conditions' },
  someOf('priorityAreas', ['hard', 'very-hard']),
  article6('1'),
  article6('3', 'a'),
)

/** More than half, exactly: for whole đồng, above a half rounded down is the same as above a half. */
const mostlyLocal = titled(
  { vi: 'Nguyên liệu chính tại địa phương trên 50%', en: 'More than half of the materials are local' },
  moreThan(fact('localMaterialValue'), times(param(localShare), fact('materialValue'), literal('down'))),
)

/** The trades of the first rank, although the decree names them second. */
const tradeB = priority(
  'TRADE-B',
  {
    vi: 'Sản phẩm tiêu biểu, chủ lực; xuất khẩu; nguyên liệu tại chỗ; nhiều lao động',
    en: 'Representative or key product, export, local materials, many workers',
  },
  any(
    is('typicalProduct'),
    is('keyProduct'),
    is('forExport'),
    mostlyLocal,
    atLeast(fact('workers'), param(manyWorkers)),
  ),
  decree('b'),
  article6('3', 'a'),
)
const tradeA = priority(
  'TRADE-A',
  {
    vi: 'Cơ khí; hóa chất phục vụ nông nghiệp; chế biến nông, lâm, thủy sản; công nghiệp hỗ trợ',
    en: 'Mechanics, chemicals for farming, processing of farm products, supporting industry',
  },
  oneOf('priorityIndustry', ['machinery', 'farm-chemicals', 'farm-processing', 'supporting']),
  decree('a'),
  article6('3', 'a'),
)

/** Cleaner production stands outside the order: by effect and urgency, as the managing body judges. */
const cleaner = priority(
  'CLEANER',
  { vi: 'Sản xuất sạch hơn: xét theo hiệu quả và tính cấp thiết', en: 'Cleaner production: by effect and urgency' },
  is('cleanerProduction'),
  article6('3', 'b'),
)

const list = <const Id extends string>(id: Id, title: Text, ...value: readonly string[]) =>
  parameter({
    id,
    unit: 'list',
    title,
    timeline: sources(article6('3', 'a')).map((source) => ({ ...source, value })),
  })

/** Areas, the first one first. */
const areas = list(
  'PLAN.areas',
  { vi: 'Thứ tự địa bàn ưu tiên', en: 'Order of priority areas' },
  'AREA-A',
  'AREA-B',
  'AREA-C',
  'AREA-D',
)
const trades = list(
  'PLAN.trades',
  { vi: 'Thứ tự ngành nghề ưu tiên', en: 'Order of priority trades' },
  'TRADE-B',
  'TRADE-A',
)

export const article6Parameters = byId([manyWorkers, localShare, areas, trades])
export const article6Rules = byId([areaA, areaB, areaC, areaD, tradeB, tradeA, cleaner])
