import { encodeGlobalID } from '@pothos/plugin-relay'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'
import { codes, idOf, mutate, REFUSED } from '../../testing/mutations.js'
import { signIn, type Caller } from '../../testing/people.js'

let gateway: TestGateway
let centre: Caller
beforeAll(async () => {
  gateway = await startTestGateway()
  centre = await signIn(gateway, 'CENTRE')
})
afterAll(() => gateway.close())

const COLLABORATOR = `... on Collaborator { id version name from to tasks phone identityNumber locality { name } } ${REFUSED}`
const REGISTER = `mutation ($key: String!, $input: CollaboratorInput!) {
  registerCollaborator(idempotencyKey: $key, input: $input) { __typename ${COLLABORATOR} } }`
const CHANGE = `mutation ($key: String!, $id: ID!, $version: Int!, $input: CollaboratorInput!) {
  changeCollaborator(idempotencyKey: $key, id: $id, expectedVersion: $version, input: $input) { __typename ${COLLABORATOR} } }`
const END = `mutation ($key: String!, $id: ID!, $version: Int!, $to: Date!) {
  endCollaborator(idempotencyKey: $key, id: $id, expectedVersion: $version, to: $to) { __typename ${COLLABORATOR} } }`

const person = {
  name: 'Phạm Thị Cúc',
  locality: encodeGlobalID('Locality', '2023-04-01/11011'),
  from: '2023-07-01',
  tasks: 'Khảo sát nhu cầu, hướng dẫn lập đề án',
  phone: '0987654321',
  identityNumber: '030185001234',
}
const register = (change: object = {}, rest: object = {}, caller: Pick<Caller, 'ask'> = centre) =>
  mutate(caller, REGISTER, { input: { ...person, ...change }, ...rest })

test('a collaborator is taken into the network', async () => {
  const key = randomUUID()
  const made = await register({}, { key })
  expect(made).toMatchObject({
    ...{ version: 1, name: 'Phạm Thị Cúc', to: null, phone: '0987654321', identityNumber: '030185001234' },
    locality: { name: 'Phường Tân Hưng' },
  })
  expect(await register({}, { key })).toEqual(made)
  expect(codes(await register({ to: '2023-07-01' }))).toEqual(['input.to: days-in-order'])
  expect(codes(await register({ tasks: ' ' }))).toEqual(['input.tasks: empty'])
  expect(codes(await register({ phone: 'x' }))).toEqual(['input.phone: contact-form'])
  expect(codes(await register({ locality: encodeGlobalID('Locality', 'x') }))).toEqual(['input.locality: not-found'])
  expect(codes(await register({}, {}, await signIn(gateway, 'ESTABLISHMENT')))).toEqual([': not-allowed'])
  const { content } = await gateway.database.prisma.auditEntry.findFirstOrThrow({ where: { entity: 'Collaborator' } })
  expect(content).not.toMatch(/0987654321|030185001234/)
})

test('is changed and ended, version by version', async () => {
  const id = idOf(await register({ name: 'Vũ Văn Dũng' }))
  const change = { ...person, name: 'Vũ Văn Dũng', tasks: 'Theo dõi đề án' }
  expect(await mutate(centre, CHANGE, { id, version: 1, input: change })).toMatchObject({
    version: 2,
    tasks: change.tasks,
  })
  expect(codes(await mutate(centre, CHANGE, { id, version: 1, input: change }))).toEqual(['expectedVersion: stale'])
  expect(codes(await mutate(centre, END, { id, version: 2, to: '2023-07-01' }))).toEqual(['to: days-in-order'])
  expect(await mutate(centre, END, { id, version: 2, to: '2024-01-01' })).toMatchObject({
    to: '2024-01-01',
    version: 3,
  })
})

test('the network of a day; telephone and number only for those who need them', async () => {
  const LIST =
    'query ($on: Date!) { collaborators(filter: { on: $on, text: "dung" }) { totalCount nodes { name phone locality { name } } } }'
  const names = async (caller: Pick<Caller, 'ask'>, on: string) => (await caller.ask(LIST, { on })).body
  const nodes = (phone: string | null) => [{ name: 'Vũ Văn Dũng', phone, locality: { name: 'Phường Tân Hưng' } }]
  const inspector = await signIn(gateway, 'INSPECTOR')
  const committee = await signIn(gateway, 'LOCAL_COMMITTEE')
  expect(await names(inspector, '2023-12-31')).toEqual({
    data: { collaborators: { totalCount: 1, nodes: nodes(null) } },
  })
  expect(await names(committee, '2023-12-31')).toMatchObject({
    data: { collaborators: { nodes: nodes('0987654321') } },
  })
  expect(await names(centre, '2024-01-01')).toEqual({ data: { collaborators: { totalCount: 0, nodes: [] } } })
  expect(await names(gateway, '2023-12-31')).toMatchObject({ errors: [expect.anything()] })
})

test('is no node for the public', async () => {
  const id = idOf(await register({ name: 'Lê Văn Em' }))
  const query = 'query ($id: ID!) { node(id: $id) { ... on Collaborator { name } } }'
  expect((await centre.ask(query, { id })).body).toEqual({ data: { node: { name: 'Lê Văn Em' } } })
  expect((await gateway.ask(query, { id })).body).toMatchObject({ data: { node: null }, errors: [expect.anything()] })
})
