import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'

let gateway: TestGateway
beforeAll(async () => {
  gateway = await startTestGateway()
})
afterAll(() => gateway.close())

const Connection = z.object({
  data: z.object({
    grants: z.object({
      totalCount: z.number(),
      pageInfo: z.object({
        hasNextPage: z.boolean(),
        hasPreviousPage: z.boolean(),
        startCursor: z.string().nullable(),
        endCursor: z.string().nullable(),
      }),
      nodes: z.array(
        z.object({
          reference: z.string(),
          provinceName: z.string(),
          yearFrom: z.number(),
          support: z.string().nullable(),
          totalCost: z.string().nullable(),
        }),
      ),
    }),
  }),
})

const PAGE = `query Page($first: Int, $last: Int, $after: String, $before: String, $filter: GrantFilter, $sort: GrantSort! = YEAR, $direction: Direction! = DESC) {
  grants(first: $first, last: $last, after: $after, before: $before, filter: $filter, sort: $sort, direction: $direction) {
    totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    nodes { reference provinceName yearFrom support totalCost }
  }
}`

async function page(variables: Readonly<Record<string, unknown>>) {
  const { body } = await gateway.ask(PAGE, variables)
  return Connection.parse(body).data.grants
}

const references = (nodes: readonly { reference: string }[]) => nodes.map(({ reference }) => reference)

describe('a grant', () => {
  test('shows its amounts, plan date, establishment, site and source', async () => {
    const { body } = await gateway.ask(
      `query ($filter: GrantFilter) {
        grants(filter: $filter) {
          nodes {
            reference class origin contentCode contentText fund yearFrom yearTo planDate planDateBasis
            totalCost support counterpart beneficiaryType beneficiaryCount approvalDocument provinceName
            establishment { name form provinceName origin sites { provinceName } grants { reference } }
            site { provinceName locality { name } }
            sources { title url }
          }
        }
      }`,
      { filter: { text: 'QĐ 4768/QĐ-BCT' } },
    )
    expect(body).toEqual({
      data: {
        grants: {
          nodes: [
            {
              reference: 'example-011',
              class: 'SINGLE',
              origin: 'PUBLISHED_EXAMPLE',
              contentCode: 'MACH',
              contentText: 'MACH: roof-sheet rolling machine',
              fund: 'NATIONAL',
              yearFrom: 2018,
              yearTo: 2018,
              planDate: '2017-12-22',
              planDateBasis: 'DOCUMENT',
              totalCost: '570000000',
              support: '200000000',
              counterpart: '370000000',
              beneficiaryType: 'enterprise',
              beneficiaryCount: 1,
              approvalDocument: 'QĐ 4768/QĐ-BCT 22/12/2017 (national)',
              provinceName: 'Hậu Giang',
              establishment: {
                name: null,
                form: 'ENTERPRISE',
                provinceName: 'Hậu Giang',
                origin: 'PUBLISHED_EXAMPLE',
                sites: [{ provinceName: 'Hậu Giang' }],
                grants: [{ reference: 'example-011' }],
              },
              site: { provinceName: 'Hậu Giang', locality: null },
              sources: [{ title: 'arid.gov.vn', url: expect.stringContaining('http://arid.gov.vn/') as unknown }],
            },
          ],
        },
      },
    })
  })

  test('is found again by its node id', async () => {
    const { body } = await gateway.ask('{ grants(first: 1, sort: SUPPORT) { nodes { id reference } } }')
    const [grant] = z
      .object({
        data: z.object({ grants: z.object({ nodes: z.array(z.object({ id: z.string(), reference: z.string() })) }) }),
      })
      .parse(body).data.grants.nodes
    const again = await gateway.ask('query ($id: ID!) { node(id: $id) { __typename id ... on Grant { reference } } }', {
      id: grant?.id,
    })
    expect(again.body).toEqual({ data: { node: { __typename: 'Grant', id: grant?.id, reference: grant?.reference } } })
  })
})

describe('filters', () => {
  test.each([
    [{}, 45],
    [{ class: 'SINGLE' }, 15],
    [{ class: 'AGGREGATE' }, 4],
    [{ class: 'SUPPORT_ONLY' }, 26],
    [{ province: 'Hải Dương' }, 4],
    [{ province: 'hai duong' }, 4],
    [{ yearFrom: 2024 }, 4],
    [{ yearTo: 2015 }, 1],
    // 2018-2022 and 2016-2017 are in the range when any of their years is.
    [{ province: 'Hải Dương', yearFrom: 2020, yearTo: 2020 }, 1],
    [{ province: 'Thái Nguyên', yearTo: 2016 }, 1],
    [{ contentCode: 'LINE' }, 2],
    [{ fund: 'DISTRICT' }, 2],
    [{ text: 'máy nghiền' }, 0],
    [{ text: 'CASHEW' }, 3],
    [{ text: '100%_' }, 0],
    [{ text: 'dak lak' }, 2],
    [{ province: 'Sóc Trăng', class: 'AGGREGATE', fund: 'NATIONAL' }, 1],
  ])('%j: %i', async (filter, count) => {
    const { totalCount, nodes } = await page({ filter, first: 100 })
    expect(totalCount).toBe(count)
    expect(nodes).toHaveLength(count)
  })
})

describe('orders', () => {
  const cases = ['YEAR', 'SUPPORT', 'TOTAL_COST', 'PROVINCE'].flatMap((sort) => [
    { sort, direction: 'ASC' },
    { sort, direction: 'DESC' },
  ])

  test.each(cases)('$sort $direction: pages forwards and backwards give the whole list once', async (order) => {
    const whole = references((await page({ ...order, first: 100 })).nodes)
    expect(new Set(whole).size).toBe(45)

    const forwards: string[] = []
    for (let after: string | null = null, more = true; more;) {
      const { nodes, pageInfo } = await page({ ...order, first: 7, after })
      forwards.push(...references(nodes))
      after = pageInfo.endCursor
      more = pageInfo.hasNextPage
    }
    expect(forwards).toEqual(whole)

    const backwards: string[] = []
    for (let before: string | null = null, more = true; more;) {
      const { nodes, pageInfo } = await page({ ...order, last: 7, before })
      backwards.unshift(...references(nodes))
      before = pageInfo.startCursor
      more = pageInfo.hasPreviousPage
    }
    expect(backwards).toEqual(whole)
  })

  test('money sorts by amount, and what is not published comes last either way', async () => {
    for (const direction of ['ASC', 'DESC']) {
      const { nodes } = await page({ sort: 'SUPPORT', direction, first: 100 })
      const amounts = nodes.map(({ support }) => (support === null ? null : BigInt(support)))
      const known = amounts.filter((amount) => amount !== null)
      expect(amounts.slice(0, known.length)).toEqual(known)
      expect(known).toEqual(known.toSorted((a, b) => (direction === 'ASC' ? Number(a - b) : Number(b - a))))
      expect(known.length).toBe(44)
    }
  })

  test('provinces sort without regard to diacritics: Đ with D', async () => {
    const { nodes } = await page({ sort: 'PROVINCE', direction: 'ASC', first: 100 })
    const provinces = [...new Set(nodes.map(({ provinceName }) => provinceName))]
    expect(provinces.slice(0, 9)).toEqual([
      'An Giang',
      'Bà Rịa - Vũng Tàu',
      'Bắc Giang',
      'Bắc Ninh',
      'Bình Định',
      'Bình Phước',
      'Bình Thuận',
      'Đắk Lắk',
      'Đắk Nông',
    ])
  })
})

describe('SQL statements', () => {
  const NESTED = `query ($first: Int!) {
    grants(first: $first, sort: SUPPORT) {
      totalCount
      nodes {
        reference totalCost support
        establishment { form provinceName }
        site { provinceName }
        sources { title url }
        ceiling { status amount binding cites { text } steps { text } }
      }
    }
  }`

  test('a page of grants with establishment, site, sources and ceiling is one statement, the total another', async () => {
    for (const first of [1, 10, 50]) {
      gateway.takeStatements()
      await gateway.ask(NESTED, { first })
      expect(gateway.takeStatements()).toHaveLength(2)
    }
  })

  test('the total is not counted unless asked for', async () => {
    gateway.takeStatements()
    await gateway.ask('{ grants(first: 50) { nodes { reference establishment { name } } } }')
    expect(gateway.takeStatements()).toHaveLength(1)
  })

  test("an establishment's sites and grants, and the sites' localities, are one statement each for a whole page", async () => {
    gateway.takeStatements()
    await gateway.ask(
      '{ grants(first: 50) { nodes { establishment { grants { reference } sites { locality { name } } } } } }',
    )
    const statements = gateway.takeStatements()
    expect(statements).toHaveLength(3)
  })
})
