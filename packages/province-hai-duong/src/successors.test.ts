import { isoDate } from '@khuyencong/rules'
import { describe, expect, test } from 'vitest'
import { localitiesOn, localityLists } from './localities.js'
import { localityOn, samePlaces } from './successors.js'

const april2023 = isoDate('2023-04-01')
const march2025 = isoDate('2025-03-01')
const july2025 = isoDate('2025-07-01')
const find = (asOf: typeof april2023, name: string, district?: string) => {
  const found = localitiesOn(asOf).find(
    (l) => l.name === name && (district === undefined || l.district?.name === district),
  )
  if (!found) throw new Error(`${name} is not in the list of ${asOf}`)
  return found
}
const names = (locality: Parameters<typeof localityOn>[0], day: string) =>
  localityOn(locality, isoDate(day)).map(({ name }) => name)

describe('a place of production on another day', () => {
  test('the old ward of Tân Hưng is in the new ward of Tân Hưng, whose code is another', () => {
    const ward = find(april2023, 'Phường Tân Hưng')
    expect(localityOn(ward, isoDate('2025-06-30'))).toMatchObject([{ code: '11011', name: 'Phường Tân Hưng' }])
    expect(localityOn(ward, july2025)).toMatchObject([{ code: '10537', name: 'Phường Tân Hưng' }])
  })

  test('the days around the mergers', () => {
    const commune = find(april2023, 'Xã Ngọc Sơn')
    expect(names(commune, '2025-06-30')).toEqual(['Xã Ngọc Sơn'])
    expect(names(commune, '2025-07-01')).toEqual(['Phường Tân Hưng'])
  })

  test('a unit that was divided: one of several', () => {
    expect(names(find(march2025, 'Phường Trần Phú'), '2025-07-01')).toEqual(['Phường Lê Thanh Nghị', 'Phường Tân Hưng'])
    expect(names(find(march2025, 'Thị trấn Lai Cách'), '2025-07-01')).toEqual(['Phường Việt Hòa', 'Phường Tứ Minh'])
  })

  test('a unit that vanished between the first two lists: any of its district', () => {
    const vanished = find(april2023, 'Xã Lai Vu')
    const candidates = localityOn(vanished, march2025)
    expect(candidates.length).toBeGreaterThan(5)
    expect(new Set(candidates.map(({ district }) => district?.name))).toEqual(new Set(['Huyện Kim Thành']))
  })

  test('a unit that was renamed goes on under its code; one whose name went to another code, under that', () => {
    expect(names(find(april2023, 'Xã Cộng Hòa', 'Huyện Kim Thành'), '2025-03-01')).toEqual(['Xã Lai Khê'])
    expect(localityOn(find(april2023, 'Thị trấn Ninh Giang'), march2025)).toMatchObject([{ code: '11203' }])
  })

  test('namesakes are kept apart by their district', () => {
    expect(names(find(march2025, 'Xã Hồng Phong', 'Huyện Nam Sách'), '2025-07-01')).toEqual(['Xã Nam Sách'])
    expect(names(find(march2025, 'Xã Hồng Phong', 'Huyện Ninh Giang'), '2025-07-01')).toEqual(['Xã Khúc Thừa Dụ'])
    expect(names(find(march2025, 'Xã Bình Xuyên', 'Huyện Ninh Giang'), '2025-07-01')).toEqual(['Xã Khúc Thừa Dụ'])
    expect(names(find(march2025, 'Xã Bình Xuyên', 'Huyện Bình Giang'), '2025-07-01')).toEqual(['Xã Thượng Hồng'])
  })

  test('and back: a new ward could have been any of those that it was formed from', () => {
    expect(names(find(july2025, 'Phường Nam Đồng'), '2025-06-30')).toEqual(['Phường Nam Đồng', 'Xã Tiền Tiến'])
  })

  test('before the first list, that one stands', () => {
    const ward = find(april2023, 'Phường Tân Hưng')
    expect(localityOn(ward, isoDate('2022-01-01'))).toEqual([ward])
  })
})

test('every unit of every list is somewhere on every day', () => {
  for (const list of localityLists.values())
    for (const unit of list)
      for (const day of localityLists.keys()) expect(localityOn(unit, day).length, unit.name).toBeGreaterThan(0)
})

test('only ground that was divided, or that vanished in December 2024, leaves a doubt', () => {
  const doubtful = (from: typeof april2023, to: typeof april2023) =>
    localitiesOn(from).filter((unit) => localityOn(unit, to).length > 1).length
  expect(doubtful(april2023, march2025)).toBe(26)
  expect(doubtful(march2025, july2025)).toBe(34)
})

test('the same place in all lists', () => {
  const ward = find(april2023, 'Phường Nam Đồng')
  expect(samePlaces(ward).map(({ asOf, name }) => `${asOf} ${name}`)).toEqual([
    '2023-04-01 Phường Nam Đồng',
    '2025-03-01 Phường Nam Đồng',
    '2025-07-01 Phường Nam Đồng',
  ])
})

test('a code that no list has is refused', () => {
  expect(() => localityOn({ code: '1', asOf: april2023 }, july2025)).toThrow(
    'No list of 2023-04-01 has the code 1. Expected one of the lists of 2023-04-01, 2025-03-01, 2025-07-01.',
  )
})
