import { expect, test } from 'vitest'
import { formatDong, formatRatio, formatValue } from './format.js'
import { facts } from './library.test-support.js'
import { percent, ratio } from './ratio.js'
import type { FactDefinition } from './facts.js'
import type { Value } from './value.js'

test('money is written as in the language, at any size', () => {
  expect(formatDong(1_234_567n, 'vi')).toBe('1.234.567 đồng')
  expect(formatDong(1_234_567n, 'en')).toBe('1,234,567 đồng')
  expect(formatDong(9_007_199_254_740_993n, 'vi')).toBe('9.007.199.254.740.993 đồng')
})

test.each([
  [percent(50n), '50%', '50%'],
  [ratio(25n, 1000n), '2,5%', '2.5%'],
  [ratio(1n, 8n), '12,5%', '12.5%'],
  [ratio(3n, 2n), '150%', '150%'],
  [ratio(1n, 3n), '1/3', '1/3'],
])('%o is written %s', (given, vi, en) => {
  expect([formatRatio(given, 'vi'), formatRatio(given, 'en')]).toEqual([vi, en])
})

test.each<[Value, FactDefinition | undefined, string, string]>([
  [true, facts.resident, 'có', 'yes'],
  [false, facts.resident, 'không', 'no'],
  ['child', facts.card, 'thiếu nhi', 'child'],
  ['child', undefined, 'child', 'child'],
  ['constructor', facts.card, 'constructor', 'constructor'],
  [1234, facts.age, '1.234', '1,234'],
  [2024, facts.year, '2024', '2024'],
  ['2024-03-01', facts.joined, '01/03/2024', '2024-03-01'],
  [['form', 'id'], facts.papers, 'đơn, căn cước', 'form, id'],
  [[], facts.papers, 'không có', 'none'],
  [5n, facts.debt, '5 đồng', '5 đồng'],
  [percent(5n), undefined, '5%', '5%'],
])('%o is written %s', (value, definition, vi, en) => {
  expect([formatValue(value, 'vi', definition), formatValue(value, 'en', definition)]).toEqual([vi, en])
})
