import { all, any, atLeast, byId, param, parameter, requirementOverTime } from '@khuyencong/rules'
import { levelCodes } from '../level.js'
import { allOf, fact, is, isNot, someOf } from '../vocabulary.js'
import { validCertificate } from './article-17.js'
import { asIssued, circular, fromTheStart, since2018 } from './sources.js'

const base = { group: 'dossier', subjects: levelCodes } as const
const clause1 = (point?: string) => circular('12', '1', point)

/** In how many sets a dossier is filed. */
const sets = parameter({
  id: 'CONTEST.dossier.sets',
  title: { vi: 'Số bộ hồ sơ phải nộp', en: 'Sets of a dossier' },
  unit: 'items',
  timeline: [
    ...asIssued([clause1()]).map((source) => ({ ...source, value: 1 })),
    ...since2018([clause1()], 'reported').map((source) => ({ ...source, value: 2 })),
  ],
})

/** How many photographs a dossier has at least, since 2018. */
const photographs = parameter({
  id: 'CONTEST.dossier.photos',
  title: { vi: 'Số ảnh màu tối thiểu', en: 'Fewest colour photographs' },
  unit: 'items',
  timeline: since2018([clause1('b')], 'reported').map((source) => ({ ...source, value: 3 })),
})

/** CE-7: entry form, registration, description. */
const papers = requirementOverTime({
  ...base,
  id: 'CE-7',
  title: { vi: 'Hồ sơ đủ giấy tờ', en: 'A complete dossier' },
  versions: fromTheStart([clause1('a'), clause1('b')], 'reported').map((source) => ({
    ...source,
    requires: allOf('dossierPapers', ['entry-form', 'registration', 'description']),
  })),
})

/** CE-8: one set by the first text; two and an electronic copy since 16 August 2018. */
const copies = requirementOverTime({
  ...base,
  id: 'CE-8',
  title: { vi: 'Đủ số bộ hồ sơ', en: 'Enough sets of the dossier' },
  versions: [
    ...asIssued([clause1()]).map((source) => ({ ...source, requires: atLeast(fact('dossierSets'), param(sets)) })),
    ...since2018([clause1()], 'reported').map((source) => ({
      ...source,
      requires: all(atLeast(fact('dossierSets'), param(sets)), is('electronicCopy')),
    })),
  ],
})

/** CE-9: front, side and top by the first text; three colour photographs from different angles since 16 August 2018. */
const photos = requirementOverTime({
  ...base,
  id: 'CE-9',
  title: { vi: 'Ảnh sản phẩm từ ba góc', en: 'Photographs from three angles' },
  versions: [
    ...asIssued([clause1('b')]).map((source) => ({
      ...source,
      requires: allOf('photoViews', ['front', 'side', 'top']),
    })),
    ...since2018([clause1('b')], 'reported').map((source) => ({
      ...source,
      requires: atLeast(fact('photos'), param(photographs)),
    })),
  ],
})

/** CE-10: a province asks for the certificate of the level below, unless no round was held there. */
const toProvince = requirementOverTime({
  id: 'CE-10-PROVINCE',
  group: 'progression',
  title: {
    vi: 'Có giấy chứng nhận cấp huyện (cấp xã) còn giá trị, trừ nơi không tổ chức bình chọn',
    en: 'A valid district (commune) certificate, unless no round was held there',
  },
  subjects: ['PROVINCE'],
  versions: fromTheStart([circular('12', '2')], 'unchanged').map((source) => ({
    ...source,
    requires: any(validCertificate, isNot('lowerRoundHeld')),
  })),
})

/** CE-10: region and nation take none without it. */
const toRegionAndNation = requirementOverTime({
  id: 'CE-10',
  group: 'progression',
  title: { vi: 'Có giấy chứng nhận của cấp dưới liền kề còn giá trị', en: 'A valid certificate of the level below' },
  subjects: ['REGION', 'NATION'],
  versions: fromTheStart([circular('12', '3'), circular('12', '4')], 'unchanged').map((source) => ({
    ...source,
    requires: validCertificate,
  })),
})

/** CE-11: the body below sends the list. */
const referral = requirementOverTime({
  id: 'CE-11',
  group: 'progression',
  title: {
    vi: 'Có văn bản đề nghị kèm danh sách của cơ quan tổ chức cấp dưới',
    en: 'A letter with the list from the body of the level below',
  },
  subjects: ['PROVINCE', 'REGION', 'NATION'],
  versions: fromTheStart([circular('12', '2'), circular('12', '3'), circular('12', '4')], 'unchanged').map(
    (source) => ({ ...source, requires: someOf('dossierPapers', ['referral-letter']) }),
  ),
})

export const article12Parameters = byId([sets, photographs])
export const article12Rules = byId([papers, copies, photos, toProvince, toRegionAndNation, referral])
