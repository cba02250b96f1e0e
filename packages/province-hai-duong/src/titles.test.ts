import { assessTitle } from '@khuyencong/artisan'
import { national } from '@khuyencong/programme'
import { expect, test } from 'vitest'
import { haiDuong } from './index.js'

test("the provincial title: its standards were not read, so the province's own confirmation is asked for", () => {
  const decision = assessTitle(haiDuong.at('2024-10-01'), 'NN-TINH', {})
  expect(decision.verdict).toBe('unknown')
  expect(decision.missing).toContain('provinceConfirmed')
  expect(decision.law.pack).toBe('hai-duong-2023.titles')
})

test('the State titles are those of national law', () => {
  const facts = { filedOn: '2024-10-01' } as const
  const of = (law: ReturnType<typeof national.at>) => assessTitle(law, 'NNUT', facts)
  expect(of(haiDuong.at('2024-10-01')).findings).toEqual(of(national.at('2024-10-01')).findings)
})

test('national law has no provincial title', () => {
  expect(() => assessTitle(national.at('2024-10-01'), 'NN-TINH', {})).toThrow(/NN-TINH/)
})

test('an area is bound when it is first read: outside its own period only it refuses', () => {
  const law = national.at('2014-05-01')
  expect(law.verdict('BRAND', {})).toBe('unknown')
  expect(() => law.selection).toThrow('outside the period of the pack vn-national.selection')
})
