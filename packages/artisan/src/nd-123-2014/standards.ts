import { cite } from '@khuyencong/domain'
import { all, any, atLeast, byId, exception, parameter, param } from '@khuyencong/rules'
import { fact, is, someOf } from '../facts.js'
import { decree123Since, underDecree123 } from '../transition.js'

/** The articles on standards were not read: their figures come from reports that name no article. */
const decree = cite('NĐ 123/2014/NĐ-CP')
const source = { from: decree123Since, cites: [decree], trust: 'secondary' } as const

const years = parameter({
  id: 'ND123.NNND.years',
  title: { vi: 'Số năm trong nghề, Nghệ nhân Nhân dân', en: "Years in the craft, People's Artisan" },
  unit: 'years',
  timeline: [{ ...source, value: 20 }],
})

const newWorks = parameter({
  id: 'ND123.NNND.new-works',
  title: { vi: 'Tác phẩm mới sau Nghệ nhân Ưu tú', en: 'New works since Merited Artisan' },
  unit: 'items',
  timeline: [{ ...source, value: 2 }],
})

const trainees = parameter({
  id: 'ND123.NNND.trainees',
  title: { vi: 'Số người được truyền nghề, Nghệ nhân Nhân dân', en: "People taught, People's Artisan" },
  unit: 'persons',
  timeline: [{ ...source, value: 150 }],
})

const meritedTrainees = parameter({
  id: 'ND123.NNND.merited-trainees',
  title: { vi: 'Học trò là Nghệ nhân Ưu tú', en: 'Pupils who became Merited Artisans' },
  unit: 'persons',
  timeline: [{ ...source, value: 1 }],
})

const conduct = underDecree123({
  id: 'ND123-CONDUCT',
  group: 'person',
  subjects: ['NNUT', 'NNND'],
  title: { vi: 'Tư cách, phẩm chất, uy tín', en: 'Conduct, character, esteem' },
  cites: [decree],
  trust: 'secondary',
  requires: all(is('goodStanding'), is('esteemed')),
})

const merited = underDecree123({
  id: 'ND123-NNND-MERITED',
  group: 'person',
  subjects: ['NNND'],
  title: { vi: 'Đã được tặng Nghệ nhân Ưu tú', en: 'Already a Merited Artisan' },
  cites: [decree],
  trust: 'secondary',
  requires: someOf('heldTitles', ['NNUT']),
})

const longInCraft = underDecree123({
  id: 'ND123-NNND-YEARS',
  group: 'craft',
  subjects: ['NNND'],
  title: { vi: 'Số năm trong nghề', en: 'Years in the craft' },
  cites: [decree],
  trust: 'secondary',
  requires: atLeast(fact('yearsInCraft'), param(years)),
})

const works = underDecree123({
  id: 'ND123-NNND-WORKS',
  group: 'craft',
  subjects: ['NNND'],
  title: {
    vi: 'Tác phẩm mới sau Nghệ nhân Ưu tú có giải hoặc chứng nhận',
    en: 'New works since Merited Artisan, each with a prize or certificate',
  },
  cites: [decree],
  trust: 'secondary',
  requires: all(atLeast(fact('newWorks'), param(newWorks)), atLeast(fact('newWorksShown'), param(newWorks))),
})

const teaching = underDecree123({
  id: 'ND123-NNND-TRAINEES',
  group: 'teaching',
  subjects: ['NNND'],
  title: {
    vi: 'Truyền nghề cho đủ số người, hoặc có học trò là Nghệ nhân Ưu tú',
    en: 'Enough people taught, or a pupil who became a Merited Artisan',
  },
  cites: [decree],
  trust: 'secondary',
  requires: any(atLeast(fact('trainees'), param(trainees)), atLeast(fact('meritedTrainees'), param(meritedTrainees))),
})

const specialCraft = exception({
  id: 'ND123-SPECIAL-CRAFT',
  group: 'teaching',
  subjects: ['NNND'],
  title: { vi: 'Nghề đặc thù: miễn số người được truyền nghề', en: 'Special craft: no number of trainees' },
  exceptionTo: ['ND123-NNND-TRAINEES'],
  ...source,
  applies: is('specialCraft'),
})

/** The figures for Nghệ nhân Ưu tú were not seen in any source: years, works, prizes and trainees are asked for as one confirmation. */
const meritStandards = underDecree123({
  id: 'ND123-NNUT-STANDARDS',
  group: 'confirmation',
  subjects: ['NNUT'],
  title: {
    vi: 'Tiêu chuẩn về thời gian, tác phẩm, giải thưởng, truyền nghề',
    en: 'Standards on years, works, prizes and teaching',
  },
  cites: [decree],
  trust: 'assumed',
  note: {
    vi: 'Các con số của NĐ 123/2014 đối với Nghệ nhân Ưu tú chưa đọc được: cần cơ quan xét tặng xác nhận.',
    en: 'The figures of NĐ 123/2014 for Merited Artisan could not be read: the agency must confirm.',
  },
  requires: is('meritStandardsConfirmed'),
})

export const standardsParameters = byId([years, newWorks, trainees, meritedTrainees])
export const standardsRules = byId([conduct, merited, longInCraft, works, teaching, specialCraft, meritStandards])
