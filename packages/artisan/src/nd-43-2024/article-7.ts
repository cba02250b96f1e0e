import { cite } from '@khuyencong/domain'
import { all, any, atLeast, byId, parameter, param } from '@khuyencong/rules'
import { fact, is, oneOf } from '../facts.js'
import { decree43Since, underDecree43 } from '../transition.js'

const article7 = cite('NĐ 43/2024/NĐ-CP', { article: '7' })
const source = { from: decree43Since, cites: [article7], trust: 'secondary' } as const

const years = parameter({
  id: 'ND43.NNUT.years',
  title: { vi: 'Số năm trong nghề, Nghệ nhân Ưu tú', en: 'Years in the craft, Merited Artisan' },
  unit: 'years',
  timeline: [{ ...source, value: 15 }],
})

const works = parameter({
  id: 'ND43.NNUT.works',
  title: { vi: 'Tác phẩm tự thiết kế, chế tác', en: 'Works designed and made' },
  unit: 'items',
  timeline: [{ ...source, value: 10 }],
})

const conduct = underDecree43({
  id: 'ND43-NNUT-CONDUCT',
  group: 'person',
  subjects: ['NNUT'],
  title: {
    vi: 'Tư cách, phẩm chất, uy tín; tiêu biểu cho di sản nghề của địa phương',
    en: "Conduct, character, esteem; typical of the locality's heritage of the craft",
  },
  cites: [article7],
  trust: 'secondary',
  requires: all(is('goodStanding'), is('esteemed'), is('representsHeritage')),
})

const longInCraft = underDecree43({
  id: 'ND43-NNUT-YEARS',
  group: 'craft',
  subjects: ['NNUT'],
  title: { vi: 'Số năm trong nghề, liên tục hoặc cộng dồn', en: 'Years in the craft, continuous or summed' },
  cites: [article7],
  trust: 'secondary',
  requires: atLeast(fact('yearsInCraft'), param(years)),
})

const enoughWorks = underDecree43({
  id: 'ND43-NNUT-WORKS',
  group: 'craft',
  subjects: ['NNUT'],
  title: { vi: 'Tác phẩm tự thiết kế, chế tác có giá trị cao', en: 'Works of high value, designed and made' },
  cites: [article7],
  trust: 'secondary',
  requires: atLeast(fact('works'), param(works)),
})

const prize = underDecree43({
  id: 'ND43-NNUT-PRIZE',
  group: 'craft',
  subjects: ['NNUT'],
  title: {
    vi: 'Giải nhì trở lên cấp tỉnh, giải ba trở lên cấp quốc gia, hoặc tiêu chí khác trong danh sách',
    en: 'Second prize or better in a province, third or better in the nation, or another criterion of the list',
  },
  cites: [article7],
  trust: 'secondary',
  note: {
    vi: 'Danh sách tiêu chí chỉ đọc được phần đầu: tiêu chí còn lại cần cơ quan xét tặng xác nhận.',
    en: 'Only the beginning of the list of criteria was read: the agency must confirm any other.',
  },
  requires: any(
    oneOf('provincialPrize', ['first', 'second']),
    oneOf('nationalPrize', ['first', 'second', 'third']),
    is('otherPrizeCriterion'),
  ),
})

/** Whether a number of trainees is asked for, how many, and for whom it is waived was not seen. */
const teaching = underDecree43({
  id: 'ND43-NNUT-TRAINEES',
  group: 'teaching',
  subjects: ['NNUT'],
  title: { vi: 'Truyền nghề, dạy nghề', en: 'Teaching the craft' },
  cites: [article7],
  trust: 'assumed',
  note: {
    vi: 'Tiêu chuẩn truyền nghề của Điều 7, kể cả việc miễn cho nghề đặc thù, chưa đọc được: cần cơ quan xét tặng xác nhận.',
    en: 'The standard on teaching of Article 7, and its waiver for special crafts, could not be read: the agency must confirm.',
  },
  requires: is('traineeStandardConfirmed'),
})

export const article7Parameters = byId([years, works])
export const article7Rules = byId([conduct, longInCraft, enoughWorks, prize, teaching])
