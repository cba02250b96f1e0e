import { cite } from '@khuyencong/domain'
import type { ResponsibleBody } from '@khuyencong/programme'

/** Article 2 of the decision: the clause, and the duties in the order of its dashes. */
function body(
  clause: string,
  id: string,
  vi: string,
  en: string,
  duties: readonly (readonly [vi: string, en: string])[],
) {
  const cites = [cite('QĐ về Chương trình khuyến công Hải Dương 2023-2025', { article: '2', clause })] as const
  return {
    id,
    title: { vi, en },
    cites,
    duties: duties.map(([dutyVi, dutyEn], index) => ({
      id: `2.${clause}.${index + 1}`,
      title: { vi: dutyVi, en: dutyEn },
      cites,
    })),
  } satisfies ResponsibleBody
}

export const bodies: readonly ResponsibleBody[] = [
  body('1', 'industry-department', 'Sở Công Thương', 'Department of Industry and Trade', [
    [
      'Thường trực chương trình; xây dựng kế hoạch, dự toán, tạm ứng, thanh quyết toán hằng năm, trình phê duyệt',
      'Standing body; draws up the yearly plan, estimate, advances and settlement for approval',
    ],
    ['Đề xuất hình thức hỗ trợ và cơ chế chính sách', 'Proposes forms of support and policies'],
    [
      'Hướng dẫn các huyện, đoàn thể; kiểm tra, thanh tra, giải quyết khiếu nại, tố cáo',
      'Guides districts and associations; inspects, and settles complaints and denunciations',
    ],
    [
      'Trung tâm Khuyến công và Tư vấn phát triển công nghiệp là đầu mối triển khai, báo cáo, thanh quyết toán',
      'Its promotion centre carries out the approved plan, reports and settles',
    ],
  ]),
  body('2', 'finance-department', 'Sở Tài chính', 'Department of Finance', [
    [
      'Hướng dẫn, quản lý, kiểm tra việc sử dụng và thanh quyết toán kinh phí',
      'Guides, manages and checks the use and settlement of the money',
    ],
    [
      'Căn cứ dự toán của Sở Công Thương và khả năng cân đối, tham mưu bố trí kinh phí đầu năm',
      'On the estimate and on what the budget can balance, proposes the money at the start of the year',
    ],
    ['Giám sát, không để lãng phí', 'Watches that nothing is wasted'],
  ]),
  body('3', 'other-departments', 'Các sở, ngành, đơn vị liên quan', 'Other departments', [
    [
      'Phối hợp thực hiện; lồng ghép với chương trình khác, tránh trùng lặp nội dung',
      'Cooperate; combine with other programmes and avoid paying for the same content twice',
    ],
  ]),
  body('4', 'district-committees', 'Uỷ ban nhân dân các huyện, thị xã, thành phố', 'District committees', [
    [
      'Phối hợp chỉ đạo, kiểm tra các hoạt động khuyến công trên địa bàn',
      'Help to direct and check activities in their area',
    ],
    [
      'Chỉ đạo các đơn vị thực hiện hoạt động khuyến công của Trung ương và của tỉnh',
      'Direct their units in carrying out national and provincial activities',
    ],
  ]),
]
