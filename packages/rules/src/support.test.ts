import { expect, test } from 'vitest'
import { firm, firmest, restingOn, together, type Doubt } from './support.js'
import type { Trust } from './trust.js'

const doubt = (id: string, trust: Trust, kind: Doubt['kind'] = 'parameter'): Doubt => ({
  kind,
  id,
  trust,
  title: { vi: id, en: id },
  cites: [{ document: 'Decree 1' }],
  note: undefined,
})
const on = (id: string, trust: Trust, kind?: Doubt['kind']) => restingOn(doubt(id, trust, kind))
const said = ({ weakest, doubts }: ReturnType<typeof on>) => [weakest, ...doubts.map(({ kind, id }) => `${kind} ${id}`)]

test('what was read in its text is no doubt', () => {
  expect(on('a', 'text')).toBe(firm)
  expect(said(on('a', 'secondary'))).toEqual(['secondary', 'parameter a'])
})

test('what needs several rests on the weakest, and names each doubt once', () => {
  const [a, b, c] = [on('a', 'secondary'), on('b', 'assumed'), on('c', 'text')]
  expect(said(together([a, c, b]))).toEqual(['assumed', 'parameter a', 'parameter b'])
  expect(said(together([together([a, b]), b, a, on('a', 'secondary')]))).toEqual([
    'assumed',
    'parameter a',
    'parameter b',
  ])
})

test('a rule and a parameter of one name are two doubts', () => {
  expect(said(together([on('a', 'inferred'), on('a', 'inferred', 'rule')]))).toEqual([
    'inferred',
    'parameter a',
    'rule a',
  ])
})

test('what needs one doubtful part, or none, rests on that part as it is', () => {
  const a = on('a', 'inferred')
  expect(together([firm, a, firm])).toBe(a)
  expect(together([firm, firm])).toBe(firm)
  expect(together([])).toBe(firm)
})

test('what any of several is enough for rests on the firmest, the first of those', () => {
  const [a, b, c] = [on('a', 'assumed'), on('b', 'secondary'), on('c', 'secondary')]
  expect(said(firmest([a, b, c]))).toEqual(['secondary', 'parameter b'])
  expect(firmest([a, firm])).toBe(firm)
  expect(firmest([])).toBe(firm)
})
