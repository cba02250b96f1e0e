import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'

let gateway: TestGateway
beforeAll(async () => {
  gateway = await startTestGateway()
})
afterAll(() => gateway.close())

const ask = async (filter: object) =>
  (
    await gateway.ask(
      `query ($filter: LocalityFilter) {
        localities(filter: $filter) { totalCount nodes { snapshot code kind level name parent { name kind } } }
      }`,
      { filter },
    )
  ).body

test('the ward of Tân Hưng in three lists: twice in Hải Dương city, then directly under Hải Phòng', async () => {
  const ward = { code: '11011', kind: 'WARD', level: 'COMMUNE', name: 'Phường Tân Hưng' }
  const city = { name: 'Thành phố Hải Dương', kind: 'CITY' }
  expect(await ask({ text: 'tan hung', kind: 'WARD' })).toEqual({
    data: {
      localities: {
        totalCount: 3,
        nodes: [
          { ...ward, snapshot: '2023-04-01', parent: city },
          { ...ward, snapshot: '2025-03-01', parent: city },
          { ...ward, code: '10537', snapshot: '2025-07-01', parent: null },
        ],
      },
    },
  })
})

test.each([
  [{ snapshot: '2023-04-01' }, 247],
  [{ snapshot: '2023-04-01', level: 'DISTRICT' }, 12],
  [{ snapshot: '2023-04-01', parentCode: '288' }, 25],
  [{ snapshot: '2025-07-01', kind: 'WARD' }, 21],
  [{ snapshot: '2024-01-01' }, 0],
])('%j: %i', async (filter, totalCount) => {
  expect(await ask(filter)).toMatchObject({ data: { localities: { totalCount } } })
})

test('a page with the units above costs a fixed number of statements', async () => {
  const query = 'query ($first: Int) { localities(first: $first) { nodes { name parent { name } } } }'
  const counts: number[] = []
  for (const first of [2, 100]) {
    gateway.takeStatements()
    await gateway.ask(query, { first })
    counts.push(gateway.takeStatements().length)
  }
  expect(counts).toEqual([2, 2])
})
