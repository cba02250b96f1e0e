import { expect, test } from 'vitest'
import { citationText } from './citation.js'

test.each([
  [
    { document: 'NĐ 45/2012/NĐ-CP', article: '1', clause: '2', point: 'a' },
    'điểm a khoản 2 Điều 1 NĐ 45/2012/NĐ-CP',
    'point a, clause 2, Article 1, NĐ 45/2012/NĐ-CP',
  ],
  [{ document: 'QĐ 1', article: '1', part: 'IV.2' }, 'mục IV.2 Điều 1 QĐ 1', 'part IV.2, Article 1, QĐ 1'],
  [{ document: 'QĐ 1', part: 'IV' }, 'mục IV QĐ 1', 'part IV, QĐ 1'],
  [{ document: 'TT 28', article: '12a' }, 'Điều 12a TT 28', 'Article 12a, TT 28'],
  [{ document: 'TT 28' }, 'TT 28', 'TT 28'],
])('%o', (citation, vi, en) => {
  expect(citationText(citation, 'vi')).toBe(vi)
  expect(citationText(citation, 'en')).toBe(en)
})
