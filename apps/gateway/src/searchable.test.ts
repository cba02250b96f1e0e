import { expect, test } from 'vitest'
import { searchable } from './searchable.js'

test.each([
  ['Xã  Đoàn Tùng', 'xa doan tung'],
  ['Phường Việt Hoà', 'phuong viet hoa'],
  ['phường việt hòa', 'phuong viet hoa'],
  ['ĐẮK LẮK', 'dak lak'],
  [' QĐ 4768/QĐ-BCT ', 'qd 4768/qd-bct'],
])('%s: %s', (text, expected) => {
  expect(searchable(text)).toBe(expected)
  expect(searchable(text.normalize('NFD'))).toBe(expected)
})
