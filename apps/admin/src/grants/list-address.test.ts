import { expect, test } from 'vitest'
import { readList, withList } from './list-address'

test('an address without anything asks for the latest plans', () => {
  expect(readList({})).toEqual({ filter: {}, sort: 'YEAR', direction: 'DESC', first: 20 })
})

test('filters, order and page come from the address', () => {
  const search = {
    province: 'Hải Dương',
    year: '2025',
    content: 'MACH',
    fund: 'NATIONAL',
    text: 'máy',
    sort: 'SUPPORT',
    direction: 'ASC',
    before: 'x',
  }
  expect(readList(search)).toEqual({
    filter: { province: 'Hải Dương', yearFrom: 2025, yearTo: 2025, contentCode: 'MACH', fund: 'NATIONAL', text: 'máy' },
    sort: 'SUPPORT',
    direction: 'ASC',
    before: 'x',
    last: 20,
  })
})

test('what means nothing is left out', () => {
  expect(readList({ year: '24', content: 'GOLD', fund: 'toString', sort: 'LUCK' }).filter).toEqual({})
})

test('a change of the list goes back to its first page; a page does not', () => {
  expect(withList({ fund: 'NATIONAL', after: 'x' }, { year: '2024', fund: '' })).toEqual({ year: '2024' })
  expect(withList({ fund: 'NATIONAL', after: 'x' }, { after: 'y' })).toEqual({ fund: 'NATIONAL', after: 'y' })
})
