import { encodeGlobalID } from '@pothos/plugin-relay'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'
import { codes, idOf, mutate, REFUSED } from '../../testing/mutations.js'
import { signIn, type Caller } from '../../testing/people.js'

let gateway: TestGateway
let centre: Caller
let own: Caller
let establishment: string
beforeAll(async () => {
  gateway = await startTestGateway()
  centre = await signIn(gateway, 'CENTRE')
  const { id } = await gateway.database.prisma.establishment.findFirstOrThrow({ orderBy: { id: 'asc' } })
  own = await signIn(gateway, 'ESTABLISHMENT', { establishmentId: id })
  establishment = encodeGlobalID('Establishment', id)
})
afterAll(() => gateway.close())

const PRODUCT = `... on Product { id version name group remark endedOn establishment { id }
  certificates { kind title number issuer issuedOn validTo } } ${REFUSED}`
const REGISTER = `mutation ($key: String!, $establishment: ID!, $input: ProductInput!) {
  registerProduct(idempotencyKey: $key, establishment: $establishment, input: $input) { __typename ${PRODUCT} } }`
const CHANGE = `mutation ($key: String!, $id: ID!, $version: Int!, $input: ProductInput!) {
  changeProduct(idempotencyKey: $key, id: $id, expectedVersion: $version, input: $input) { __typename ${PRODUCT} } }`
const END = `mutation ($key: String!, $id: ID!, $version: Int!, $on: Date!) {
  endProduct(idempotencyKey: $key, id: $id, expectedVersion: $version, on: $on) { __typename ${PRODUCT} } }`

const certificate = {
  kind: 'REPRESENTATIVE_PRODUCT',
  title: 'Sản phẩm công nghiệp nông thôn tiêu biểu cấp tỉnh',
  number: '12/GCN',
  issuer: 'UBND tỉnh',
  issuedOn: '2022-09-30',
  validTo: null,
}
const input = { name: 'Bình gốm hoa lam', group: 'HANDICRAFT', certificates: [certificate] }
const register = (change: object = {}, rest: object = {}, caller: Pick<Caller, 'ask'> = own) =>
  mutate(caller, REGISTER, { establishment, input: { ...input, ...change }, ...rest })

test('a product with its certificates', async () => {
  const key = randomUUID()
  const made = await register({}, { key })
  expect(made).toMatchObject({ ...input, version: 1, endedOn: null, establishment: { id: establishment } })
  expect(await register({}, { key })).toEqual(made)
  expect(codes(await register({ name: '' }))).toEqual(['input.name: empty'])
  expect(codes(await register({ certificates: [{ ...certificate, validTo: '2022-01-01' }] }))).toEqual([
    'input.certificates.0.validTo: days-in-order',
  ])
  expect(codes(await register({ certificates: [{ ...certificate, issuedOn: '2999-01-01' }] }))).toEqual([
    'input.certificates.0.issuedOn: on-in-future',
  ])
  expect(codes(await register({}, {}, await signIn(gateway, 'INSPECTOR')))).toEqual([': not-allowed'])
})

test('is changed and ended, version by version', async () => {
  const id = idOf(await register({ name: 'Gối thêu' }))
  const changed = { name: 'Gối thêu tay', group: 'OTHER', remark: 'Thêu ren', certificates: [] }
  expect(await mutate(centre, CHANGE, { id, version: 1, input: changed })).toMatchObject({ ...changed, version: 2 })
  expect(codes(await mutate(centre, CHANGE, { id, version: 1, input: changed }))).toEqual(['expectedVersion: stale'])
  expect(await mutate(own, END, { id, version: 2 })).toMatchObject({ endedOn: '2024-03-01', version: 3 })
  expect(codes(await mutate(own, END, { id, version: 3 }))).toEqual(['id: ended'])
  expect(codes(await mutate(own, CHANGE, { id, version: 3, input: changed }))).toEqual(['id: ended'])
})

test.each([
  [{ text: 'binh gom' }, ['Bình gốm hoa lam']],
  [{ group: 'MACHINERY' }, []],
  [{ ended: true }, ['Gối thêu tay']],
])('found by %j, in one statement', async (filter, names) => {
  gateway.takeStatements()
  const { body } = await gateway.ask(
    'query ($filter: ProductFilter) { products(filter: $filter) { nodes { name establishment { form } certificates { title } } } }',
    { filter },
  )
  expect(body).toMatchObject({ data: { products: { nodes: names.map((name) => ({ name })) } } })
  expect(gateway.takeStatements()).toHaveLength(1)
})
