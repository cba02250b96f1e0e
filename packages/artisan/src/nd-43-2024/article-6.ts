import { cite } from '@khuyencong/domain'
import { all, any, atLeast, byId, exception, parameter, param } from '@khuyencong/rules'
import { fact, is, someOf } from '../facts.js'
import { decree43Since, underDecree43 } from '../transition.js'

const article6 = cite('NĐ 43/2024/NĐ-CP', { article: '6' })
const source = { from: decree43Since, cites: [article6], trust: 'secondary' } as const

const years = parameter({
  id: 'ND43.NNND.years',
  title: { vi: 'Số năm trong nghề, Nghệ nhân Nhân dân', en: "Years in the craft, People's Artisan" },
  unit: 'years',
  timeline: [{ ...source, value: 20 }],
})

const newWorks = parameter({
  id: 'ND43.NNND.new-works',
  title: { vi: 'Tác phẩm mới sau Nghệ nhân Ưu tú', en: 'New works since Merited Artisan' },
  unit: 'items',
  timeline: [{ ...source, value: 2 }],
})

const trainees = parameter({
  id: 'ND43.NNND.trainees',
  title: { vi: 'Số người được truyền nghề, Nghệ nhân Nhân dân', en: "People taught, People's Artisan" },
  unit: 'persons',
  timeline: [{ ...source, value: 150 }],
})

const conduct = underDecree43({
  id: 'ND43-NNND-CONDUCT',
  group: 'person',
  subjects: ['NNND'],
  title: {
    vi: 'Tư cách, phẩm chất, uy tín; tiêu biểu cho di sản nghề của cả nước',
    en: "Conduct, character, esteem; typical of the country's heritage of the craft",
  },
  cites: [article6],
  trust: 'secondary',
  requires: all(is('goodStanding'), is('esteemed'), is('representsHeritage')),
})

const merited = underDecree43({
  id: 'ND43-NNND-MERITED',
  group: 'person',
  subjects: ['NNND'],
  title: {
    vi: 'Đã được tặng Nghệ nhân Ưu tú trong lĩnh vực nghề thủ công mỹ nghệ',
    en: 'Already a Merited Artisan in handicrafts',
  },
  cites: [article6],
  trust: 'secondary',
  requires: someOf('heldTitles', ['NNUT']),
})

const longInCraft = underDecree43({
  id: 'ND43-NNND-YEARS',
  group: 'craft',
  subjects: ['NNND'],
  title: { vi: 'Số năm trong nghề, liên tục hoặc cộng dồn', en: 'Years in the craft, continuous or summed' },
  cites: [article6],
  trust: 'secondary',
  requires: atLeast(fact('yearsInCraft'), param(years)),
})

const works = underDecree43({
  id: 'ND43-NNND-WORKS',
  group: 'craft',
  subjects: ['NNND'],
  title: {
    vi: 'Tác phẩm mới sau Nghệ nhân Ưu tú đạt một trong các tiêu chí',
    en: 'New works since Merited Artisan, each meeting one of the criteria',
  },
  cites: [article6],
  trust: 'secondary',
  note: {
    vi: 'Danh sách tiêu chí chỉ đọc được phần đầu: tiêu chí còn lại cần cơ quan xét tặng xác nhận.',
    en: 'Only the beginning of the list of criteria was read: the agency must confirm any other.',
  },
  requires: all(
    atLeast(fact('newWorks'), param(newWorks)),
    any(atLeast(fact('newWorksPrized'), param(newWorks)), is('otherWorkCriterion')),
  ),
})

const teaching = underDecree43({
  id: 'ND43-NNND-TRAINEES',
  group: 'teaching',
  subjects: ['NNND'],
  title: { vi: 'Truyền nghề cho đủ số người', en: 'Enough people taught' },
  cites: [article6],
  trust: 'secondary',
  note: {
    vi: 'Khả năng thứ hai (từ 20 người, kèm điều kiện) chỉ đọc được phần đầu: cần cơ quan xét tặng xác nhận.',
    en: 'Of the alternative (from 20 people, on a condition) only the beginning was read: the agency must confirm it.',
  },
  requires: any(atLeast(fact('trainees'), param(trainees)), is('otherTraineeCriterion')),
})

const specialCraft = exception({
  id: 'ND43-SPECIAL-CRAFT',
  group: 'teaching',
  subjects: ['NNND'],
  title: { vi: 'Nghề đặc thù: miễn số người được truyền nghề', en: 'Special craft: no number of trainees' },
  exceptionTo: ['ND43-NNND-TRAINEES'],
  from: decree43Since,
  cites: [article6, cite('NĐ 43/2024/NĐ-CP', { article: '3' })],
  trust: 'secondary',
  applies: is('specialCraft'),
})

export const article6Parameters = byId([years, newWorks, trainees])
export const article6Rules = byId([conduct, merited, longInCraft, works, teaching, specialCraft])
