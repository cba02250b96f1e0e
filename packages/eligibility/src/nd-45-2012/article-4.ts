import { cite, oneOf } from '@khuyencong/domain'
import { byId, requirementOverTime } from '@khuyencong/rules'

const article4 = cite('NĐ 45/2012/NĐ-CP', { article: '4' })
const fromLocalFunds = { requires: oneOf('fund', ['provincial', 'district']) } as const

/** FC-1: the content is one of the decree's. What a province adds to them, its own fund pays. */
const contentOnList = requirementOverTime({
  id: 'FC-1-CONTENT',
  group: 'content',
  subjects: ['ARTISAN', 'QUALITY'],
  title: {
    vi: 'Nội dung không thuộc hoạt động khuyến công của nghị định: chỉ từ kinh phí địa phương',
    en: 'A content that is not among those of the decree: from local funds alone',
  },
  versions: [
    {
      ...fromLocalFunds,
      from: '2012-07-05',
      to: '2025-10-14',
      cites: [article4],
      trust: 'inferred',
      note: {
        vi: 'Chín nhóm nội dung của Điều 4 không nêu danh hiệu nghệ nhân, cũng không nêu kiểm soát chất lượng, an toàn thực phẩm, truy xuất nguồn gốc.',
        en: 'The nine groups of contents in Article 4 name neither titles of artisans nor quality control, food safety and traceability.',
      },
    },
    {
      ...fromLocalFunds,
      from: '2025-10-15',
      cites: [article4, cite('NĐ 235/2025/NĐ-CP')],
      trust: 'assumed',
      note: {
        vi: 'NĐ 235/2025/NĐ-CP đưa nghệ nhân vào đối tượng; phần về nội dung hoạt động chưa đọc được, tạm giữ Điều 4 như cũ.',
        en: 'NĐ 235/2025/NĐ-CP makes artisans beneficiaries; its part on contents could not be read, Article 4 stands in as it was.',
      },
    },
  ],
})

export const article4ContentRules = byId([contentOnList])
