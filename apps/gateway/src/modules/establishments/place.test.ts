import { describe, expect, test } from 'vitest'
import { idsOfCommittees, idsWithin, isCommune, placeOn, samePlaceIds } from './place.js'

const laiCach = { localityId: '2023-04-01/10891', placedIds: [] }
const tranPhu = { localityId: '2023-04-01/10528', placedIds: [] }
const names = ({ candidates }: ReturnType<typeof placeOn>) => candidates.map(({ name }) => name)

describe('where a site lies on a day', () => {
  test('in its own list, and through a merger that leaves no doubt', () => {
    const tanHung = { localityId: '2023-04-01/11011', placedIds: [] }
    expect(placeOn(tanHung, '2024-06-01')).toMatchObject({
      candidates: [{ name: 'Phường Tân Hưng', asOf: '2023-04-01' }],
      facts: { siteKind: 'ward', districtKind: 'city', cityClass: 'class-1', wardSince: '2019-12-01' },
    })
    expect(placeOn(tanHung, '2025-07-01')).toMatchObject({
      candidates: [{ name: 'Phường Tân Hưng', asOf: '2025-07-01' }],
      facts: { siteKind: 'ward', districtKind: 'none', inCentralCity: true },
    })
  })

  test('a commune that was divided: several, and the facts on which they agree', () => {
    expect(names(placeOn(tranPhu, '2025-07-01'))).toEqual(['Phường Lê Thanh Nghị', 'Phường Tân Hưng'])
    expect(placeOn(tranPhu, '2025-07-01').facts).toEqual({
      siteInProvince: true,
      siteKind: 'ward',
      districtKind: 'none',
      inCentralCity: true,
    })
  })

  test('once somebody has said where, there', () => {
    const placed = { ...tranPhu, placedIds: ['2025-07-01/10537'] }
    expect(names(placeOn(placed, '2025-07-01'))).toEqual(['Phường Tân Hưng'])
    expect(names(placeOn(placed, '2025-06-30'))).toEqual(['Phường Trần Phú'])
  })

  test('what was said of one list narrows the next', () => {
    const vanished = { localityId: '2023-04-01/10753', placedIds: [] }
    const before = names(placeOn(vanished, '2025-07-01')).length
    const placed = { ...vanished, placedIds: ['2025-03-01/10756'] }
    expect(before).toBeGreaterThan(1)
    expect(names(placeOn(placed, '2025-07-01'))).toEqual(['Xã Lai Khê'])
  })

  test('not known where only the province is', () => {
    expect(placeOn({ localityId: null, placedIds: [] }, '2024-01-01')).toEqual({ candidates: [], facts: {} })
  })
})

describe('whose business it is', () => {
  test('of the commune and the district, and of the commune that followed', () => {
    expect(idsOfCommittees({ localityId: '2023-04-01/11011', placedIds: [] })).toEqual([
      '2023-04-01/11011',
      '2023-04-01/288',
      '2025-03-01/11011',
      '2025-03-01/288',
      '2025-07-01/10537',
    ])
  })

  test('of none of two communes that may be the one', () => {
    expect(idsOfCommittees(laiCach).filter((id) => id.startsWith('2025-07'))).toEqual([])
  })
})

test('the communes within a district, in every list', () => {
  const ids = idsWithin('2023-04-01/288')
  expect(ids).toContain('2023-04-01/11011')
  expect(ids).toContain('2025-07-01/10537')
  expect(ids).not.toContain('2025-07-01/11284')
})

test('only communes are places', () => {
  expect([isCommune('2023-04-01/11011'), isCommune('2023-04-01/288'), isCommune('2024-01-01/11011')]).toEqual([
    true,
    false,
    false,
  ])
  expect(samePlaceIds('2025-07-01/10537')).toContain('2023-04-01/11011')
})
