import type { Programme } from '@khuyencong/programme'
import { decision } from './decision.js'

const million = 1_000_000n

/** The programme as the decision states it. */
export const haiDuongProgramme: Programme = {
  title: {
    vi: 'Chương trình khuyến công địa phương tỉnh Hải Dương giai đoạn 2023-2025',
    en: 'Local industrial promotion programme of Hải Dương province 2023-2025',
  },
  document: 'Chương trình khuyến công Hải Dương 2023-2025',
  period: { from: '2023-01-01', to: '2025-12-31' },
  contents: {
    MACH: [decision('V', '1')],
    LINE: [decision('V', '1')],
    'DEMO-NEW': [decision('V', '1')],
    'DEMO-REPL': [decision('V', '1')],
    'SXSH-PILOT': [decision('V', '1'), decision('V', '7')],
    BRAND: [decision('V', '2'), decision('V', '6')],
    CONSULT: [decision('V', '5')],
    'ENV-EST': [decision('V', '1'), decision('V', '3')],
  },
  sources: [
    { title: { vi: 'Ngân sách tỉnh', en: 'Provincial budget' }, cites: [decision('VI')] },
    { title: { vi: 'Kinh phí khuyến công quốc gia', en: 'National promotion fund' }, cites: [decision('VII', '3')] },
    { title: { vi: 'Các nguồn hợp pháp khác', en: 'Other lawful sources' }, cites: [decision('VI')] },
  ],
  baseline: [
    {
      id: 'establishments',
      title: { vi: 'Cơ sở được hỗ trợ 2018-2022', en: 'Establishments supported 2018-2022' },
      value: 62n,
      unit: 'establishments',
      cites: [decision('I', '1')],
    },
    {
      id: 'total-cost',
      title: { vi: 'Tổng kinh phí thực hiện các đề án 2018-2022', en: 'Total cost of the projects 2018-2022' },
      value: 27_692n * million,
      unit: 'dong',
      cites: [decision('I', '1')],
    },
    {
      id: 'provincial-support',
      title: { vi: 'Hỗ trợ từ ngân sách tỉnh 2018-2022', en: 'Support from the provincial budget 2018-2022' },
      value: 10_865n * million,
      unit: 'dong',
      cites: [decision('I', '1')],
    },
    {
      id: 'own-money',
      title: { vi: 'Kinh phí đối ứng của các cơ sở 2018-2022', en: 'Own money of the establishments 2018-2022' },
      value: 16_827n * million,
      unit: 'dong',
      cites: [decision('I', '1')],
    },
    {
      id: 'contests',
      title: { vi: 'Cuộc bình chọn sản phẩm tiêu biểu', en: 'Contests of typical products' },
      value: 2n,
      unit: 'rounds',
      cites: [decision('I', '1')],
    },
    {
      id: 'typical-products',
      title: { vi: 'Sản phẩm tiêu biểu cấp tỉnh được công nhận', en: 'Typical products recognised by the province' },
      value: 100n,
      unit: 'products',
      approximate: true,
      cites: [decision('I', '1')],
    },
    {
      id: 'artisan-rounds',
      title: { vi: 'Cuộc bình xét nghệ nhân', en: 'Rounds of artisan titles' },
      value: 3n,
      unit: 'rounds',
      cites: [decision('I', '1')],
    },
    {
      id: 'artisans',
      title: { vi: 'Nghệ nhân được phong tặng', en: 'Artisans honoured' },
      value: 26n,
      unit: 'artisans',
      cites: [decision('I', '1')],
    },
  ],
}
