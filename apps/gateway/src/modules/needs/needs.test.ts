import { encodeGlobalID } from '@pothos/plugin-relay'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'
import { codes, idOf, mutate, REFUSED } from '../../testing/mutations.js'
import { signIn, type Caller } from '../../testing/people.js'

let gateway: TestGateway
let centre: Caller
let own: Caller
let ids: readonly string[]
beforeAll(async () => {
  gateway = await startTestGateway()
  centre = await signIn(gateway, 'CENTRE')
  const found = await gateway.database.prisma.establishment.findMany({ orderBy: { id: 'asc' }, take: 3 })
  ids = found.map(({ id }) => encodeGlobalID('Establishment', id))
  own = await signIn(gateway, 'ESTABLISHMENT', { establishmentId: found[0]?.id ?? '' })
})
afterAll(() => gateway.close())

const NEED = `... on Need { id version year contentCode estimatedCost remark establishment { id } } ${REFUSED}`
const RECORD = `mutation ($key: String!, $establishment: ID!, $input: NeedInput!) {
  recordNeed(idempotencyKey: $key, establishment: $establishment, input: $input) { __typename ${NEED} } }`
const CHANGE = `mutation ($key: String!, $id: ID!, $version: Int!, $cost: Dong, $remark: String) {
  changeNeed(idempotencyKey: $key, id: $id, expectedVersion: $version, estimatedCost: $cost, remark: $remark) { __typename ${NEED} } }`
const WITHDRAW = `mutation ($key: String!, $id: ID!, $version: Int!) {
  withdrawNeed(idempotencyKey: $key, id: $id, expectedVersion: $version) { __typename ... on Establishment { id } ${REFUSED} } }`

const record = (input: object, whose = 0, rest: object = {}, caller: Pick<Caller, 'ask'> = centre) =>
  mutate(caller, RECORD, { establishment: ids[whose], input: { year: 2024, contentCode: 'MACH', ...input }, ...rest })

test('a need is recorded once for each establishment, year and content', async () => {
  const key = randomUUID()
  const cost = { estimatedCost: '1200000000', remark: 'Máy CNC' }
  const made = await record(cost, 0, { key }, own)
  expect(made).toMatchObject({ version: 1, year: 2024, contentCode: 'MACH', ...cost, establishment: { id: ids[0] } })
  expect(await record(cost, 0, { key }, own)).toEqual(made)
  expect(codes(await record({}))).toEqual(['input.contentCode: recorded-already'])
  expect(codes(await record({ contentCode: 'NOTHING' }))).toEqual(['input.contentCode: content-unknown'])
  expect(codes(await record({ year: 1990 }))).toEqual(['input.year: year'])
  expect(codes(await record({ contentCode: 'LINE', estimatedCost: '-1' }))).toEqual([
    'input.estimatedCost: cost-negative',
  ])
  expect(codes(await record({}, 1, {}, own))).toEqual([': not-allowed'])
  expect(codes(await record({}, 1, {}, gateway))).toEqual([': not-signed-in'])
})

test('it is changed and withdrawn, version by version', async () => {
  const id = idOf(await record({ contentCode: 'BRAND' }, 1))
  expect(await mutate(centre, CHANGE, { id, version: 1, cost: '5', remark: ' x ' })).toMatchObject({
    version: 2,
    estimatedCost: '5',
    remark: 'x',
  })
  expect(codes(await mutate(centre, CHANGE, { id, version: 1 }))).toEqual(['expectedVersion: stale'])
  expect(codes(await mutate(own, CHANGE, { id, version: 2 }))).toEqual([': not-allowed'])
  expect(codes(await mutate(centre, WITHDRAW, { id, version: 1 }))).toEqual(['expectedVersion: stale'])
  expect(await mutate(centre, WITHDRAW, { id, version: 2 })).toEqual({ __typename: 'Establishment', id: ids[1] })
  expect(codes(await mutate(centre, WITHDRAW, { id, version: 2 }))).toEqual(['id: not-found'])
})

test('the list of a year and its totals are one statement each', async () => {
  await record({ year: 2025, estimatedCost: '300000000' }, 0)
  await record({ year: 2025, estimatedCost: '200000000' }, 1)
  await record({ year: 2025 }, 2)
  await record({ year: 2025, contentCode: 'BRAND', estimatedCost: '70000000' }, 2)
  await centre.ask('{ needTotals(year: 2025) { needs } }')
  gateway.takeStatements()
  expect((await centre.ask('{ needTotals(year: 2025) { contentCode needs estimatedCost unreckoned } }')).body).toEqual({
    data: {
      needTotals: [
        { contentCode: 'BRAND', needs: 1, estimatedCost: '70000000', unreckoned: 0 },
        { contentCode: 'MACH', needs: 3, estimatedCost: '500000000', unreckoned: 1 },
      ],
    },
  })
  // Who asks, and the totals.
  expect(gateway.takeStatements()).toHaveLength(2)
  const list = '{ needs(first: 50, filter: { year: 2025 }) { nodes { contentCode establishment { name form } } } }'
  expect((await centre.ask(list)).body).toMatchObject({ data: { needs: { nodes: { length: 4 } } } })
  expect(gateway.takeStatements()).toHaveLength(2)
})

test('needs are not for the public', async () => {
  for (const query of ['{ needs { totalCount } }', '{ needTotals(year: 2025) { needs } }']) {
    expect((await gateway.ask(query)).body).toMatchObject({ errors: [expect.anything()] })
    expect((await own.ask(query)).body).toMatchObject({ errors: [expect.anything()] })
  }
})
