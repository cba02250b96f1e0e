import { localitiesOn } from '@khuyencong/province-hai-duong/localities'
import { expect, test } from 'vitest'
import { choose, localityOf, moveTo } from './locality-choice'

const list = localitiesOn('2024-03-01')
const tanHung = list.find(({ code }) => code === '11011')
const commune = list.find(({ name }) => name === 'Xã Nam Tân')

test('a locality fills in what is known of it', () => {
  expect(choose({ fund: 'national' }, tanHung)).toEqual({
    fund: 'national',
    locality: '11011',
    siteInProvince: 'true',
    siteKind: 'ward',
    districtKind: 'city',
    cityClass: 'class-1',
    inCentralCity: 'false',
    wardFromCommune: 'true',
    wardSince: '2019-12-01',
  })
})

test('another locality takes its place: nothing said of the old one stays, not even by hand', () => {
  const ward = { ...choose({ fund: 'national' }, tanHung), cityClass: 'class-2', wardSince: '2020-01-01' }
  const moved = choose(ward, commune)
  expect(moved).toMatchObject({ fund: 'national', siteKind: 'commune', districtKind: 'district' })
  expect(moved).not.toHaveProperty('cityClass')
  expect(moved).not.toHaveProperty('wardSince')
})

test('no locality leaves nothing said of a place', () => {
  expect(choose(choose({ fund: 'national' }, tanHung), undefined)).toEqual({ fund: 'national' })
})

test('within one list of localities a new day keeps the place', () => {
  const draft = choose({}, tanHung)
  expect(moveTo(draft, '2024-09-01', '2024-03-01')).toEqual({ ...draft, asOf: '2024-09-01' })
})

test('a place that the merger of July 2025 did away with goes, with its facts', () => {
  expect(moveTo(choose({ fund: 'national' }, tanHung), '2025-08-01', '2024-03-01')).toEqual({
    fund: 'national',
    asOf: '2025-08-01',
  })
})

test('a place that kept its name and code is filled in again as it stands on the new day', () => {
  const later = localitiesOn('2025-08-01').find((after) =>
    list.some((before) => before.code === after.code && before.name === after.name),
  )
  const before = list.find(({ code }) => code === later?.code)
  const moved = moveTo(choose({}, before), '2025-08-01', '2024-03-01')
  expect(localityOf(moved, '2025-08-01')).toBe(later)
  expect(moved).toMatchObject({ districtKind: 'none', inCentralCity: 'true' })
})

test('a day that is none leaves the place alone', () => {
  const draft = choose({}, tanHung)
  expect(moveTo(draft, '2024-02-31', '2024-03-01')).toEqual({ ...draft, asOf: '2024-02-31' })
})
