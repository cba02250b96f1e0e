import { cite } from '@khuyencong/domain'
import { byId, parameter, type Citation, type Text } from '@khuyencong/rules'
import type { Step } from '../step.js'
import { decree43Since } from '../transition.js'

const decree = cite('NĐ 43/2024/NĐ-CP')
const article14 = cite('NĐ 43/2024/NĐ-CP', { article: '14', point: 'd' })
const article16 = cite('NĐ 43/2024/NĐ-CP', { article: '16', clause: '1', point: 'c' })
const councils = cite('NĐ 43/2024/NĐ-CP', { article: '8-11' })
const under = 'NĐ 43/2024/NĐ-CP'

const days = <const Id extends string>(id: Id, title: Text, value: number, at: Citation) =>
  parameter({
    id,
    title,
    unit: 'days',
    timeline: [{ from: decree43Since, value, cites: [at], trust: 'secondary' }],
  })

const check = days('ND43.check', { vi: 'Trả lời về hồ sơ', en: 'Reply on the dossier' }, 10, decree)
const complete = days('ND43.complete', { vi: 'Bổ sung hồ sơ', en: 'Completing the dossier' }, 15, decree)
const comment = days(
  'ND43.comment.state',
  { vi: 'Lấy ý kiến, cấp Nhà nước', en: 'Comment, State level' },
  20,
  article16,
)

export const steps43: readonly Step[] = [
  {
    id: 'ND43-FILE',
    title: { vi: 'Nộp 01 bộ hồ sơ tại Sở Công Thương', en: 'File one set with the department' },
    by: { vi: 'cá nhân hoặc người được ủy quyền', en: 'the person, or another by written proxy' },
    cites: [decree],
    trust: 'secondary',
    note: {
      vi: 'Trực tiếp, qua bưu chính hoặc trực tuyến, trong thời hạn của kế hoạch mỗi đợt.',
      en: 'By hand, post or online, in the time set by the plan of the round.',
    },
    under,
  },
  {
    id: 'ND43-CHECK',
    title: { vi: 'Kiểm tra, trả lời về hồ sơ', en: 'The dossier is checked and answered' },
    by: { vi: 'Sở Công Thương', en: 'the department' },
    term: check,
    cites: [decree],
    trust: 'secondary',
    under,
  },
  {
    id: 'ND43-COMPLETE',
    title: { vi: 'Bổ sung hồ sơ nếu chưa đúng', en: 'The dossier is completed if it falls short' },
    by: { vi: 'cá nhân', en: 'the person' },
    term: complete,
    cites: [decree],
    trust: 'secondary',
    under,
  },
  {
    id: 'ND43-PROVINCE',
    title: { vi: 'Hội đồng cấp tỉnh xét, bỏ phiếu kín', en: 'The council of the province votes in secret' },
    by: { vi: 'hội đồng cấp tỉnh', en: 'council of the province' },
    term: 'not-seen',
    cites: [councils],
    trust: 'secondary',
    under,
  },
  {
    id: 'ND43-PUBLISH',
    title: { vi: 'Đăng kết quả xét chọn cấp tỉnh', en: 'The result of the province is published' },
    by: { vi: 'UBND cấp tỉnh', en: 'the province' },
    term: 'not-seen',
    cites: [article14],
    trust: 'secondary',
    under,
  },
  {
    id: 'ND43-MINISTRY',
    title: { vi: 'Hội đồng chuyên ngành cấp Bộ xét, bỏ phiếu kín', en: 'The council of the ministry votes in secret' },
    by: { vi: 'hội đồng cấp Bộ', en: 'council of the ministry' },
    term: 'not-seen',
    cites: [councils],
    trust: 'secondary',
    under,
  },
  {
    id: 'ND43-COMMENT',
    title: { vi: 'Lấy ý kiến trên Cổng Thông tin điện tử Chính phủ', en: 'Comment on the Government portal' },
    by: { vi: 'hội đồng cấp Nhà nước', en: 'the State council' },
    term: comment,
    cites: [article16],
    trust: 'secondary',
    under,
  },
  {
    id: 'ND43-STATE',
    title: { vi: 'Hội đồng cấp Nhà nước xét, bỏ phiếu kín', en: 'The State council votes in secret' },
    by: { vi: 'hội đồng cấp Nhà nước', en: 'the State council' },
    term: 'not-seen',
    cites: [councils],
    trust: 'secondary',
    under,
  },
  {
    id: 'ND43-PRESIDENT',
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

export const steps43Parameters = byId([check, complete, comment])
