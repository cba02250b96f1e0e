import { cite, type ContentCode } from '@khuyencong/domain'
import type { Citations, Text } from '@khuyencong/rules'

/** What a content without a level needs before money can be given. */
interface Need {
  readonly text: Text
  readonly cites: Citations
}

const province: Need = {
  text: {
    vi: 'Mức do Uỷ ban nhân dân tỉnh quy định trong quy chế kinh phí khuyến công.',
    en: 'The level is for the provincial fund regulation to set.',
  },
  cites: [cite('TTLT 26/2014/TTLT-BTC-BCT', { article: '6', clause: '3', point: 'a' })],
}

const council: Need = {
  text: {
    vi: 'Nội dung ngoài danh mục của trung ương: cần nghị quyết của Hội đồng nhân dân tỉnh.',
    en: 'Outside the national list: a resolution of the provincial council is needed.',
  },
  cites: [cite('TTLT 26/2014/TTLT-BTC-BCT', { article: '6', clause: '3', point: 'b' })],
}

const generalNorms: Need = {
  text: {
    vi: 'Theo định mức chi chung của các thông tư khác (đào tạo, hội nghị, công nghệ thông tin).',
    en: 'By the general norms of other circulars (training, conferences, information technology).',
  },
  cites: [
    cite('TT 28/2018/TT-BTC', { article: '7' }),
    cite('TTLT 26/2014/TTLT-BTC-BCT', { article: '6', clause: '1' }),
  ],
}

const notFound: Need = {
  text: {
    vi: 'Không tìm thấy mức trong phần đã đọc của thông tư: cần đối chiếu nguyên văn.',
    en: 'No level was found in what could be read of the circular: check its text.',
  },
  cites: [cite('TT 28/2018/TT-BTC', { article: '8' })],
}

const managementShare: Need = {
  text: {
    vi: 'Chi quản lý là một tỷ lệ của kinh phí năm và của từng đề án, không phải một mức cho mỗi đơn vị.',
    en: 'Management is a share of the yearly fund and of each project, not a level per unit.',
  },
  cites: [cite('TTLT 26/2014/TTLT-BTC-BCT', { article: '6', clause: '2' })],
}

/** The contents that have no level, or have none under one of the circulars. */
export const needs: Readonly<Partial<Record<ContentCode, Need>>> = {
  TRAIN: generalNorms,
  'MGMT-TRAIN': generalNorms,
  'SXSH-PILOT': notFound,
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
  ARTISAN: province,
  ADMIN: managementShare,
  COLLAB: province,
}
