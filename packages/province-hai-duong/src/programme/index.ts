import type { Programme } from '@khuyencong/programme'
import { decision } from '../decision.js'
import { bodies } from './bodies.js'
import { items } from './items.js'

const million = 1_000_000n

/** The programme as the decision states it. */
export const haiDuongProgramme: Programme = {
  title: {
    vi: 'Chương trình khuyến công địa phương tỉnh Hải Dương giai đoạn 2023-2025',
    en: 'Local industrial promotion programme of Hải Dương province 2023-2025',
  },
  document: 'QĐ về Chương trình khuyến công Hải Dương 2023-2025',
  period: { from: '2023-01-01', to: '2025-12-31' },
  items,
  priorities: [
    {
      id: 'chains',
      title: {
        vi: 'Mô hình phát triển theo chuỗi: giống, bao tiêu nguyên liệu, chế biến sâu, hướng tới xuất khẩu',
        en: 'Models along a chain: seed, purchase of materials, deep processing, towards export',
      },
      cites: [decision('II.1')],
    },
    {
      id: 'main-farm-products',
      title: {
        vi: 'Mô hình chế biến nông sản chủ lực của tỉnh',
        en: "Models that process the province's main farm products",
      },
      cites: [decision('V.1')],
    },
    {
      id: 'typical-products',
      title: {
        vi: 'Ngành nghề, sản phẩm tiêu biểu, chủ lực có tiềm năng, lợi thế của từng địa phương',
        en: 'Trades and typical, main products with potential and advantage in each locality',
      },
      cites: [decision('VII.6')],
    },
  ],
  sources: [
    { id: 'provincial-budget', title: { vi: 'Ngân sách tỉnh', en: 'Provincial budget' }, cites: [decision('VI')] },
    {
      id: 'national-fund',
      title: { vi: 'Kinh phí khuyến công quốc gia', en: 'National promotion fund' },
      cites: [decision('VII.3')],
    },
    {
      id: 'other-lawful',
      title: { vi: 'Các nguồn hợp pháp khác', en: 'Other lawful sources' },
      cites: [decision('VI')],
    },
  ],
  bodies,
  baseline: [
    {
      id: 'establishments',
      title: { vi: 'Cơ sở được hỗ trợ 2018-2022', en: 'Establishments supported 2018-2022' },
      value: 62n,
      unit: 'establishments',
      cites: [decision('I.1')],
    },
    {
      id: 'total-cost',
      title: { vi: 'Tổng kinh phí thực hiện các đề án 2018-2022', en: 'Total cost of the projects 2018-2022' },
      value: 27_692n * million,
      unit: 'dong',
      cites: [decision('I.1')],
    },
    {
      id: 'provincial-support',
      title: { vi: 'Hỗ trợ từ ngân sách tỉnh 2018-2022', en: 'Support from the provincial budget 2018-2022' },
      value: 10_865n * million,
      unit: 'dong',
      cites: [decision('I.1')],
    },
    {
      id: 'own-money',
      title: { vi: 'Kinh phí đối ứng của các cơ sở 2018-2022', en: 'Own money of the establishments 2018-2022' },
      value: 16_827n * million,
      unit: 'dong',
      cites: [decision('I.1')],
    },
    {
      id: 'contests',
      title: { vi: 'Cuộc bình chọn sản phẩm tiêu biểu', en: 'Contests of typical products' },
      value: 2n,
      unit: 'rounds',
      cites: [decision('I.1')],
    },
    {
      id: 'typical-products',
      title: { vi: 'Sản phẩm tiêu biểu cấp tỉnh được công nhận', en: 'Typical products recognised by the province' },
      value: 100n,
      unit: 'products',
      approximate: true,
      cites: [decision('I.1')],
    },
    {
      id: 'artisan-rounds',
      title: { vi: 'Cuộc bình xét nghệ nhân', en: 'Rounds of artisan titles' },
      value: 3n,
      unit: 'rounds',
      cites: [decision('I.1')],
    },
    {
      id: 'artisans',
      title: { vi: 'Nghệ nhân được phong tặng', en: 'Artisans honoured' },
      value: 26n,
      unit: 'artisans',
      cites: [decision('I.1')],
    },
  ],
}
