import { cite } from '@khuyencong/domain'
import { all, atLeast, byId, param, parameter, requirement, type Sourced } from '@khuyencong/rules'
import { fact, is, oneOf } from '../vocabulary.js'

const article7 = cite('TT 36/2013/TT-BCT', { article: '7' })
const definition = cite('TT 36/2013/TT-BCT', { article: '2', clause: '3' })
const source = { from: '2014-02-10', trust: 'text' } as const satisfies Partial<Sourced>

const keyContents = parameter({
  id: 'PLAN.key-contents',
  title: { vi: 'Số nội dung tối thiểu của đề án điểm', en: 'Fewest contents of a key proposal' },
  unit: 'items',
  timeline: [{ ...source, value: 2, cites: [definition] }],
})

/** A key proposal (đề án điểm): several linked contents, large, over more than one year. National fund. */
const keyProposal = requirement({
  ...source,
  id: 'KEY',
  group: 'priority',
  title: { vi: 'Đề án điểm', en: 'Key proposal' },
  subjects: ['KEY'],
  cites: [article7, definition],
  requires: all(
    atLeast(fact('contents'), param(keyContents)),
    is('contentsLinked'),
    is('largeScale'),
    is('overOneYear'),
  ),
})

const capacityNote = {
  vi: 'Quy định chỉ nói đơn vị có kinh nghiệm, năng lực tốt hơn; chia ba mức là cách ghi nhận kết quả thẩm định.',
  en: 'The rule says only the more experienced and capable unit; three grades are how an appraisal is recorded here.',
} as const

const highCapacity = requirement({
  ...source,
  id: 'CAPACITY-HIGH',
  group: 'priority',
  title: { vi: 'Đơn vị có kinh nghiệm, năng lực cao', en: 'Unit of high experience and capacity' },
  subjects: ['CAPACITY-HIGH'],
  cites: [article7],
  note: capacityNote,
  requires: is('unitCapacity', 'high'),
})
const mediumCapacity = requirement({
  ...source,
  id: 'CAPACITY-MEDIUM',
  group: 'priority',
  title: { vi: 'Đơn vị có kinh nghiệm, năng lực trung bình', en: 'Unit of medium experience and capacity' },
  subjects: ['CAPACITY-MEDIUM'],
  cites: [article7],
  note: capacityNote,
  requires: oneOf('unitCapacity', ['high', 'medium']),
})

const key = parameter({
  id: 'PLAN.key',
  title: { vi: 'Đề án điểm trước', en: 'Key proposals first' },
  unit: 'list',
  timeline: [{ ...source, value: ['KEY'], cites: [article7] }],
})
const capacity = parameter({
  id: 'PLAN.capacity',
  title: { vi: 'Thứ tự theo năng lực đơn vị', en: 'Order by capacity of the unit' },
  unit: 'list',
  timeline: [{ ...source, value: ['CAPACITY-HIGH', 'CAPACITY-MEDIUM'], cites: [article7] }],
})

/** In which order the lists of priorities are gone through, for the national fund. */
const orderNational = parameter({
  id: 'PLAN.order.national',
  title: { vi: 'Thứ tự xét ưu tiên, khuyến công quốc gia', en: 'Order of priorities, national fund' },
  unit: 'list',
  timeline: [
    {
      ...source,
      to: '2025-10-14',
      value: ['PLAN.key', 'PLAN.areas', 'PLAN.trades', 'PLAN.capacity'],
      cites: [article7],
    },
    {
      from: '2025-10-15',
      value: ['PLAN.key', 'PLAN.areas', 'PLAN.trades', 'PLAN.owners', 'PLAN.capacity'],
      cites: [article7, cite('NĐ 235/2025/NĐ-CP')],
      trust: 'assumed',
      note: {
        vi: 'Thứ tự theo Nghị định 235/2025 chưa đọc được; vị trí của ưu tiên theo chủ cơ sở là giả định.',
        en: 'The order under NĐ 235/2025 could not be read; the place of the priority by owner is assumed.',
      },
    },
  ],
})

export const article7Parameters = byId([keyContents, key, capacity, orderNational])
export const article7Rules = byId([keyProposal, highCapacity, mediumCapacity])
