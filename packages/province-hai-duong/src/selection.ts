import {
  any,
  byId,
  requirementOverTime,
  type Citations,
  type Condition,
  type DatedValue,
  type Text,
} from '@khuyencong/rules'
import { is } from '@khuyencong/selection'
import { overTheProgramme } from './decision-in-force.js'
import { decision } from './decision.js'
import { haiDuongProgramme } from './programme/index.js'

const { period } = haiDuongProgramme

/** A priority of the decision: a question of its own, asked after area and trade. */
const priority = <const Id extends string>(id: Id, title: Text, requires: Condition, cites: Citations) =>
  requirementOverTime({
    id,
    group: 'priority',
    title,
    subjects: [id],
    versions: overTheProgramme({ cites, trust: 'text', requires }),
  })

const mainFarmProduct = priority(
  'HD-MAIN-FARM-PRODUCT',
  { vi: 'Mô hình chế biến nông sản chủ lực của tỉnh', en: "Models that process the province's main farm products" },
  is('mainFarmProduct'),
  [decision('V.1')],
)

const chainToExport = priority(
  'HD-CHAIN-TO-EXPORT',
  {
    vi: 'Mô hình theo chuỗi từ giống, bao tiêu, chế biến sâu đến xuất khẩu',
    en: 'Models along a chain from seed and contract buying through deep processing to export',
  },
  is('chainToExport'),
  [decision('II.1')],
)

const typicalProduct = priority(
  'HD-TYPICAL-PRODUCT',
  { vi: 'Sản phẩm tiêu biểu, chủ lực của địa phương', en: 'Typical and main products of a locality' },
  any(is('typicalProduct'), is('keyProduct')),
  [decision('VII.6')],
)

/** The decision's own priorities among proposals for the local fund. */
export const haiDuongPriorities = byId([mainFarmProduct, chainToExport, typicalProduct])

/** The decision names three priorities and does not say which of them goes first. */
const ownOrder: DatedValue<readonly string[]> = {
  ...period,
  value: [mainFarmProduct.id, chainToExport.id, typicalProduct.id],
  cites: [decision('V.1'), decision('II.1'), decision('VII.6')],
  trust: 'assumed',
  note: {
    vi: 'Quyết định nêu ba ưu tiên nhưng không nói ưu tiên nào trước; xếp sau địa bàn và ngành nghề của thông tư.',
    en: 'The decision names three priorities without an order among them; they come after area and trade of the circular.',
  },
}

/** What the province changes in the law of selection. */
export const haiDuongSelection = { 'PLAN.own': [ownOrder] } as const
