import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../database/database.js'
import { openTestDatabase } from '../../testing/database.js'
import { registryFacts } from './facts.js'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

async function siteIn(localityId: string | null) {
  const { id, sites } = await database.prisma.establishment.create({
    data: {
      ...{
        form: 'COOPERATIVE',
        provinceName: 'Hải Dương',
        provinceSort: 'hai duong',
        searchText: '',
        origin: 'RECORDED',
      },
      sites: { create: { provinceName: 'Hải Dương', localityId } },
    },
    include: { sites: true },
  })
  return { establishmentId: id, siteId: sites[0]?.id ?? '' }
}
const factsOf = (place: { establishmentId: string; siteId: string }, on: string) =>
  database.prisma.$transaction((tx) => registryFacts(tx, place, on))

test('legal form and place, on the day', async () => {
  const place = await siteIn('2023-04-01/11011')
  expect(await factsOf(place, '2024-03-01')).toEqual({
    ...{ legalForm: 'cooperative', siteInProvince: true, siteKind: 'ward', districtKind: 'city', inCentralCity: false },
    ...{ cityClass: 'class-1', wardFromCommune: true, wardSince: '2019-12-01' },
  })
  expect(await factsOf(place, '2025-07-01')).toMatchObject({ districtKind: 'none', inCentralCity: true })
})

test('what is not known is absent', async () => {
  expect(await factsOf(await siteIn(null), '2024-03-01')).toEqual({ legalForm: 'cooperative' })
})

test('the site is of the establishment', async () => {
  const [one, other] = [await siteIn(null), await siteIn(null)]
  await expect(factsOf({ ...one, siteId: other.siteId }, '2024-03-01')).rejects.toMatchObject({
    problems: [{ code: 'site-of-another' }],
  })
  await expect(factsOf({ ...one, siteId: 'none' }, '2024-03-01')).rejects.toMatchObject({
    problems: [{ code: 'not-found' }],
  })
})
