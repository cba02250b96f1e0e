import { cite } from '@khuyencong/domain'
import { byId, parameter } from '@khuyencong/rules'
import type { Step } from '../step.js'
import { decree123Since } from '../transition.js'

const decree = cite('NĐ 123/2014/NĐ-CP')
const article15 = cite('NĐ 123/2014/NĐ-CP', { article: '15', clause: '1', point: 'c' })
const under = 'NĐ 123/2014/NĐ-CP'

const comment = parameter({
  id: 'ND123.comment.ministry',
  title: { vi: 'Lấy ý kiến nhân dân, cấp Bộ', en: 'Public comment at the ministry' },
  unit: 'working-days',
  timeline: [{ from: decree123Since, value: 15, cites: [article15], trust: 'secondary' }],
})

export const steps123: readonly Step[] = [
  {
    id: 'ND123-FILE',
    title: { vi: 'Nộp hồ sơ tại Sở Công Thương nơi cư trú', en: 'File with the department of the place of residence' },
    by: { vi: 'cá nhân', en: 'the person' },
    cites: [cite('NĐ 123/2014/NĐ-CP', { article: '11', clause: '1' })],
    trust: 'text',
    note: {
      vi: 'Bản khai thành tích và một trong các tài liệu chứng minh: băng, đĩa, ảnh về tay nghề; hoặc bản sao huân chương, huy chương, giải thưởng, chứng nhận.',
      en: 'A declaration, and one proof: tape, disc or photos of the skills; or copies of orders, medals, prizes, certificates.',
    },
    under,
  },
  {
    id: 'ND123-PROVINCE',
    title: { vi: 'Hội đồng cấp tỉnh xét, bỏ phiếu kín', en: 'The council of the province votes in secret' },
    by: { vi: 'hội đồng cấp tỉnh', en: 'council of the province' },
    term: 'not-seen',
    cites: [decree],
    trust: 'secondary',
    under,
  },
  {
    id: 'ND123-MINISTRY',
    title: { vi: 'Hội đồng chuyên ngành cấp Bộ xét, bỏ phiếu kín', en: 'The council of the ministry votes in secret' },
    by: { vi: 'hội đồng cấp Bộ', en: 'council of the ministry' },
    term: 'not-seen',
    cites: [decree],
    trust: 'secondary',
    under,
  },
  {
    id: 'ND123-COMMENT',
    title: { vi: 'Đăng danh sách lấy ý kiến nhân dân', en: 'The list is published for comment' },
    by: { vi: 'Bộ Công Thương', en: 'the ministry' },
    term: comment,
    cites: [article15],
    trust: 'secondary',
    under,
  },
  {
    id: 'ND123-STATE',
    title: { vi: 'Hội đồng cấp Nhà nước xét, bỏ phiếu kín', en: 'The State council votes in secret' },
    by: { vi: 'hội đồng cấp Nhà nước', en: 'the State council' },
    term: 'not-seen',
    cites: [decree, cite('QĐ 961/QĐ-TTg 2019')],
    trust: 'secondary',
    under,
  },
  {
    id: 'ND123-PRESIDENT',
    title: {
      vi: 'Thủ tướng trình, Chủ tịch nước quyết định',
      en: 'The President decides, on the Prime Minister’s proposal',
    },
    by: { vi: 'Chủ tịch nước', en: 'the President' },
    cites: [decree],
    trust: 'secondary',
    under,
  },
]

export const steps123Parameters = byId([comment])
