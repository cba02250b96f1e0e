import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'

let gateway: TestGateway
beforeAll(async () => {
  gateway = await startTestGateway()
})
afterAll(() => gateway.close())

describe('establishments', () => {
  test.each([
    [{}, 20],
    [{ form: 'HOUSEHOLD' }, 7],
    [{ form: 'COOPERATIVE_GROUP' }, 0],
    [{ province: 'dak nong' }, 1],
    [{ text: 'mixer' }, 1],
  ])('%j: %i', async (filter, totalCount) => {
    const { body } = await gateway.ask(
      'query ($filter: EstablishmentFilter) { establishments(filter: $filter) { totalCount } }',
      { filter },
    )
    expect(body).toEqual({ data: { establishments: { totalCount } } })
  })

  test('a page with sites, localities and grants costs a fixed number of statements', async () => {
    const query = `query ($first: Int) {
      establishments(first: $first) {
        totalCount
        nodes { id form sites { provinceName locality { name parent { name } } } grants { support site { provinceName } sources { url } } }
      }
    }`
    for (const first of [2, 20]) {
      gateway.takeStatements()
      await gateway.ask(query, { first })
      // Page, total, sites, grants. None of the examples knows its locality, so that there is none to read.
      expect(gateway.takeStatements()).toHaveLength(4)
    }
  })

  test('a site shows its locality when it is known', async () => {
    await gateway.database.prisma.establishment.create({
      data: {
        id: 'known',
        name: 'Hợp tác xã Tân Hưng',
        form: 'COOPERATIVE',
        provinceName: 'Hải Dương',
        provinceSort: 'hai duong',
        searchText: 'hop tac xa tan hung',
        origin: 'RECORDED',
        sites: { create: { id: 'known-site', provinceName: 'Hải Dương', localityId: '2023-04-01/11011' } },
      },
    })
    const { body } = await gateway.ask(
      '{ establishments(filter: { text: "Tân Hưng" }) { nodes { name sites { locality { name kind parent { name } } } } } }',
    )
    expect(body).toEqual({
      data: {
        establishments: {
          nodes: [
            {
              name: 'Hợp tác xã Tân Hưng',
              sites: [{ locality: { name: 'Phường Tân Hưng', kind: 'WARD', parent: { name: 'Thành phố Hải Dương' } } }],
            },
          ],
        },
      },
    })
  })

  test('sorted by name, those without one come last either way, page by page', async () => {
    const Page = z.object({
      data: z.object({
        establishments: z.object({
          pageInfo: z.object({ endCursor: z.string().nullable(), hasNextPage: z.boolean() }),
          nodes: z.array(z.object({ name: z.string().nullable(), id: z.string() })),
        }),
      }),
    })
    for (const direction of ['ASC', 'DESC']) {
      const seen: { name: string | null; id: string }[] = []
      for (let after: string | null = null, more = true; more;) {
        const { body } = await gateway.ask(
          `query ($after: String, $direction: Direction!) {
            establishments(first: 6, after: $after, sort: NAME, direction: $direction) {
              pageInfo { endCursor hasNextPage } nodes { id name }
            }
          }`,
          { after, direction },
        )
        const { nodes, pageInfo } = Page.parse(body).data.establishments
        seen.push(...nodes)
        after = pageInfo.endCursor
        more = pageInfo.hasNextPage
      }
      expect(seen[0]?.name).toBe('Hợp tác xã Tân Hưng')
      expect(new Set(seen.map(({ id }) => id)).size).toBe(21)
    }
  })
})

test('the programme document', async () => {
  const { body } = await gateway.ask('{ programmeDocuments { title issuer number issuedOn periodFrom periodTo } }')
  expect(body).toEqual({
    data: {
      programmeDocuments: [
        {
          title: 'Chương trình khuyến công địa phương giai đoạn 2023-2025',
          issuer: 'Ủy ban nhân dân tỉnh Hải Dương',
          number: null,
          issuedOn: null,
          periodFrom: '2023-01-01',
          periodTo: '2025-12-31',
        },
      ],
    },
  })
})
