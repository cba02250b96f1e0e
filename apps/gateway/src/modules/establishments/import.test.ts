import { encodeGlobalID } from '@pothos/plugin-relay'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'
import { codes, mutate, REFUSED } from '../../testing/mutations.js'
import { signIn, type Caller } from '../../testing/people.js'

let gateway: TestGateway
let centre: Caller
beforeAll(async () => {
  gateway = await startTestGateway()
  centre = await signIn(gateway, 'CENTRE')
})
afterAll(() => gateway.close())

const IMPORT = `mutation ($key: String!, $csv: String!, $on: Date!) {
  importEstablishments(idempotencyKey: $key, csv: $csv, on: $on) { __typename ... on ImportReport { registered unchanged } ${REFUSED} } }`
const send = (csv: string, rest: object = {}, caller: Pick<Caller, 'ask'> = centre) =>
  mutate(caller, IMPORT, { csv, ...rest })
const recorded = () => gateway.database.prisma.establishment.count({ where: { origin: 'RECORDED' } })

const vietnamese = `\uFEFFTên cơ sở;Loại hình;MST;Xã, phường, thị trấn;Huyện;Người liên hệ;Điện thoại
Công ty TNHH An Phát;Doanh nghiệp;0800373586;Phường Tân Hưng;Hải Dương;Nguyễn Văn An;0912345678
HTX Gốm Chu Đậu;HTX;;Thái Tân;Nam Sách;;
`

describe('a file of establishments', () => {
  test('is registered whole; sent again it changes nothing', async () => {
    const before = await recorded()
    expect(await send(vietnamese)).toEqual({ __typename: 'ImportReport', registered: 2, unchanged: 0 })
    expect(await send(vietnamese)).toEqual({ __typename: 'ImportReport', registered: 0, unchanged: 2 })
    expect((await recorded()) - before).toBe(2)
    const made = await gateway.database.prisma.establishment.findUniqueOrThrow({
      where: { taxCode: '0800373586' },
      include: { sites: true },
    })
    expect(made).toMatchObject({
      name: 'Công ty TNHH An Phát',
      form: 'ENTERPRISE',
      contactName: 'Nguyễn Văn An',
      sites: [{ localityId: '2023-04-01/11011' }],
    })
  })

  test('may have English headers, commas and codes of communes', async () => {
    const csv = 'Commune,Name,Form,Tax code\n10891,"Hồng Hà, Lai Cách",household,\n'
    expect(await send(csv)).toMatchObject({ registered: 1 })
  })

  test('with bad lines registers none, and names every one', async () => {
    const before = await recorded()
    const answer = await send(`Tên,Loại hình,MST,Xã,Điện thoại
Cơ sở thứ nhất,Hộ kinh doanh,,Phường Tân Hưng,
Cơ sở khác hẳn,Tập đoàn,,Nơi nào đó,
Dệt Hồng Hà,Công ty,0800004791,Phường Tân Hưng,
"Xay xát
Thanh Bình",HKD,0800373586,Phường Tân Hưng,
Mây tre đan,HKD,,Hồng Phong,
Mộc Cúc Bồ,HKD,,Phường Tân Hưng,12
`)
    expect(codes(answer)).toEqual([
      'csv.3.Form: form-unknown',
      'csv.3.Commune: commune-unknown',
      'csv.4.Tax code: tax-code-check',
      'csv.6.Tax code: tax-code-taken',
      'csv.7.Commune: commune-ambiguous',
      'csv.8.Phone: contact-form',
    ])
    expect(answer.problems?.[0]).toMatchObject({
      message: 'Line 3, column "Form": "Tập đoàn" is not a form.',
      expected: 'enterprise, cooperative, cooperative group or household',
    })
    expect(await recorded()).toBe(before)
  })

  test.each([
    ['', 'csv.1: csv-empty'],
    ['Name,Form\nA,HKD\n', 'csv.1.Commune: csv-header'],
    ['Name,Form,Commune,Colour\nA,HKD,Tân Hưng,red\n', 'csv.1.Colour: csv-header'],
    ['Name,Form,Commune,Tên\nA,HKD,Tân Hưng,B\n', 'csv.1.Name: csv-header'],
    ['Name,Form,Commune\nA,HKD\n', 'csv.2: csv-cells'],
    [`Name,Form,Commune\n${'A'.repeat(501)},HKD,Tân Hưng\n`, 'csv.2.Name: csv-cell-too-long'],
    ['Name,Form,Commune\n"A,HKD,Tân Hưng\n', 'csv.2: csv-form'],
    ['Name,Form,Commune\nA,HKD,Tân Hưng\nB\u0007,HKD,Tân Hưng\n', 'csv.3: text-unreadable'],
  ])('%j is refused', async (csv, problem) => {
    expect(codes(await send(csv))).toEqual([problem])
  })

  test('is sent by those who keep the whole registry', async () => {
    expect(codes(await send(vietnamese, {}, await signIn(gateway, 'LOCAL_COMMITTEE')))).toEqual([': not-allowed'])
    expect(codes(await send(vietnamese, {}, gateway))).toEqual([': not-signed-in'])
    expect(codes(await send(vietnamese, { on: '2999-01-01' }))).toEqual(['on: on-in-future'])
  })
})

describe('the list', () => {
  test('of 50 establishments with sites, localities, place and products is a fixed number of statements', async () => {
    const lines = Array.from({ length: 60 }, (_, n) => `"${name(n)}",HKD,${String(n % 2 === 0 ? 10891 : 11011)}`)
    expect(await send(`Name,Form,Commune\n${lines.join('\n')}\n`)).toMatchObject({ registered: 60 })
    for (const { id } of await gateway.database.prisma.establishment.findMany({ where: { origin: 'RECORDED' } }))
      await gateway.database.prisma.product.create({
        data: { establishmentId: id, name: 'Hàng mẫu', group: 'OTHER', searchText: 'hang mau', createdBy: 'test' },
      })
    const query = `query ($first: Int!) { establishments(first: $first, filter: { origin: RECORDED, open: true }, sort: NAME) { totalCount nodes {
      name taxCode contact { phone }
      sites { locality { name } place(on: "2025-07-01") { status candidates { name } facts { siteKind } } }
      products { name group certificates { title } } } } }`
    const counts: number[] = []
    for (const first of [5, 50]) {
      gateway.takeStatements()
      const { body } = await centre.ask(query, { first })
      expect(Nodes.parse(body).data.establishments.nodes).toHaveLength(first)
      counts.push(gateway.takeStatements().length)
    }
    // Page, total, who asks, contacts, sites, localities, candidates, products.
    expect(counts).toEqual([8, 8])
  })

  test.each([
    [{ text: 'an phat' }, 1],
    [{ taxCode: '0800373586' }, 1],
    [{ productGroup: 'OTHER', text: 'gom chu dau' }, 1],
    [{ productGroup: 'MACHINERY' }, 0],
    [{ open: false }, 0],
    [{ locality: encodeGlobalID('Locality', '2025-07-01/10537'), text: 'an phat' }, 1],
    [{ locality: encodeGlobalID('Locality', '2023-04-01/295'), text: 'an phat' }, 0],
  ])('%j: %i', async (filter, totalCount) => {
    const query = 'query ($filter: EstablishmentFilter) { establishments(filter: $filter) { totalCount } }'
    expect((await centre.ask(query, { filter })).body).toEqual({ data: { establishments: { totalCount } } })
  })
})

const Nodes = z.object({ data: z.object({ establishments: z.object({ nodes: z.array(z.unknown()) }) }) })

/** Sixty names that are not like one another. */
function name(n: number): string {
  const syllables = ['ba', 'ce', 'di', 'fo', 'gu', 'ha', 'ke', 'li', 'mo', 'nu']
  const word = (k: number) =>
    `${syllables[k % 10] ?? ''}${syllables[Math.floor(k / 10) % 10] ?? ''}${syllables[(k * 7) % 10] ?? ''}`
  return `${word(n)} ${word(n * 3 + 11)}`
}
