import { circular2018InForce, cite, type ContentCode } from '@khuyencong/domain'
import type { Citation, Lack, Text } from '@khuyencong/rules'
import { article6 } from './ttlt-26-2014/article-6.js'

const circular2014 = (place: { readonly clause: string; readonly point?: string }) =>
  cite('TTLT 26/2014/TTLT-BTC-BCT', { article: '6', ...place })
const circular2018 = (article?: string) => cite('TT 28/2018/TT-BTC', article === undefined ? {} : { article })

/** One need, told with the article of the circular in force. */
const lack = (text: Text, before: Citation, since: Citation): readonly Lack[] => [
  { ...article6.period, text, cites: [before] },
  { ...circular2018InForce, text, cites: [since] },
]

/** The level is for the province, of its own fund; the national fund has none. */
const province: readonly Lack[] = [
  {
    ...article6.period,
    text: {
      vi: 'Khuyến công quốc gia không có mức cho nội dung này; kinh phí địa phương theo mức do Ủy ban nhân dân tỉnh quy định trong quy chế kinh phí khuyến công.',
      en: 'The national fund has no level for this; that of the local fund is for the provincial fund regulation to set.',
    },
    cites: [circular2014({ clause: '3', point: 'a' })],
  },
  {
    ...circular2018InForce,
    text: {
      vi: 'Chưa thấy mức của khuyến công quốc gia cho nội dung này; kinh phí địa phương theo mức do Ủy ban nhân dân tỉnh quy định trong quy chế kinh phí khuyến công.',
      en: 'No level of the national fund was found for this; that of the local fund is for the provincial fund regulation to set.',
    },
    cites: [circular2018()],
  },
]

const council = lack(
  {
    vi: 'Nội dung ngoài danh mục của trung ương: cần nghị quyết của Hội đồng nhân dân tỉnh.',
    en: 'Outside the national list: a resolution of the provincial council is needed.',
  },
  circular2014({ clause: '3', point: 'b' }),
  circular2018(),
)

const generalNorms = lack(
  {
    vi: 'Theo định mức chi chung của các thông tư khác (đào tạo, hội nghị, công nghệ thông tin).',
    en: 'By the general norms of other circulars (training, conferences, information technology).',
  },
  circular2014({ clause: '1' }),
  circular2018('7'),
)

const managementShare = lack(
  {
    vi: 'Chi quản lý là một tỷ lệ của kinh phí năm và của từng đề án, không phải một mức cho mỗi đơn vị.',
    en: 'Management is a share of the yearly fund and of each project, not a level per unit.',
  },
  circular2014({ clause: '2' }),
  circular2018('8'),
)

/** The circular of 2018 has no level for it in what could be read. */
const notFound: readonly Lack[] = [
  {
    ...circular2018InForce,
    text: {
      vi: 'Không tìm thấy mức trong phần đã đọc của thông tư: cần đối chiếu nguyên văn.',
      en: 'No level was found in what could be read of the circular: check its text.',
    },
    cites: [circular2018('8')],
  },
]

/** Until 2018 pilots of cleaner production had their level in a circular of their own, which could not be read. */
const ownCircular: readonly Lack[] = [
  {
    ...article6.period,
    text: {
      vi: 'Theo thông tư riêng về sản xuất sạch hơn, chưa đọc được: cần đối chiếu nguyên văn.',
      en: 'By the circular on cleaner production, which could not be read: check its text.',
    },
    cites: [cite('TTLT 221/2012/TTLT-BTC-BCT')],
  },
]

/** The contents that have no level, or have none under one of the circulars. */
export const needs: Readonly<Partial<Record<ContentCode, readonly Lack[]>>> = {
  TRAIN: generalNorms,
  'MGMT-TRAIN': generalNorms,
  'SXSH-PILOT': ownCircular,
  'SXSH-ASSESS': notFound,
  'VOTE-DIST': province,
  'VOTE-PROV': province,
  'AWARD-DIST': province,
  'AWARD-PROV': province,
  'AWARD-REG': notFound,
  'AWARD-NAT': notFound,
  SHOWROOM: province,
  DIGITAL: province,
  QUALITY: council,
  DATA: generalNorms,
  ASSOC: province,
  ARTISAN: council,
  ADMIN: managementShare,
  COLLAB: province,
}
