import { encodeGlobalID } from '@pothos/plugin-relay'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'
import { codes, idOf, mutate, ownId, REFUSED } from '../../testing/mutations.js'
import { signIn, type Caller } from '../../testing/people.js'

let gateway: TestGateway
let centre: Caller
beforeAll(async () => {
  gateway = await startTestGateway()
  centre = await signIn(gateway, 'CENTRE')
})
afterAll(() => gateway.close())

const locality = (id: string) => encodeGlobalID('Locality', id)
const tanHung = '2023-04-01/11011'

const WithSites = z.object({ sites: z.tuple([z.object({ id: z.string() })]) })

const FIELDS = `... on Establishment { id version name form taxCode address registeredOn closedOn closedReason
  contact { name phone email identityNumber personalTaxCode }
  sites { id version address closedOn locality { name } } }
  ${REFUSED}`

const REGISTER = `mutation ($key: String!, $input: RegisterEstablishmentInput!, $on: Date!, $not: [ID!], $why: String) {
  registerEstablishment(idempotencyKey: $key, input: $input, on: $on, notDuplicateOf: $not, notDuplicateReason: $why) { __typename ${FIELDS} } }`

const input = (change: object = {}) => ({
  name: `Cơ sở ${randomUUID()}`,
  form: 'ENTERPRISE',
  locality: locality(tanHung),
  ...change,
})
const register = (change: object = {}, rest: object = {}, caller: Pick<Caller, 'ask'> = centre) =>
  mutate(caller, REGISTER, { input: input(change), ...rest })

/** A tax code with its check digit, another each time. */
let sequence = 1_000_000
function taxCode(): string {
  for (;;) {
    const nine = `08${String((sequence += 1))}`
    const sum = [31, 29, 23, 19, 17, 13, 7, 5, 3].reduce(
      (total, weight, index) => total + weight * Number(nine[index]),
      0,
    )
    const check = 10 - (sum % 11)
    if (check < 10) return `${nine}${String(check)}`
  }
}

describe('an establishment is registered', () => {
  test('with its first site, its contact and its audit entry', async () => {
    const code = taxCode()
    const made = await register({
      name: '  Công ty TNHH Cơ khí Tân Hưng ',
      taxCode: `${code}-001`,
      address: 'Số 1 phố Tân Hưng',
      siteAddress: 'Khu sản xuất',
      contact: { name: 'Nguyễn Văn An', phone: '0912 345 678', email: 'an@example.vn', identityNumber: '030091001234' },
    })
    expect(made).toMatchObject({
      __typename: 'Establishment',
      version: 1,
      name: 'Công ty TNHH Cơ khí Tân Hưng',
      taxCode: `${code}-001`,
      registeredOn: '2024-03-01',
      closedOn: null,
      contact: { name: 'Nguyễn Văn An', phone: '0912 345 678', identityNumber: '030091001234', personalTaxCode: null },
      sites: [{ address: 'Khu sản xuất', locality: { name: 'Phường Tân Hưng' } }],
    })
    const entries = await gateway.database.prisma.auditEntry.findMany({
      where: { action: 'registerEstablishment', entity: 'Establishment' },
    })
    const content = entries.map((entry) => entry.content).join()
    expect(content).toContain('Cơ khí Tân Hưng')
    expect(content).not.toMatch(/Nguyễn Văn An|0912 ?345 ?678|030091001234|an@example/)
  })

  test('once under its key, and another request under it is refused', async () => {
    const variables = { key: randomUUID(), input: input() }
    const first = await mutate(centre, REGISTER, variables)
    expect(await mutate(centre, REGISTER, variables)).toEqual(first)
    expect(codes(await mutate(centre, REGISTER, { ...variables, input: input() }))).toEqual([
      'idempotencyKey: key-used',
    ])
  })

  test.each<[string, object, object, string]>([
    ['a wrong digit', { taxCode: '0800004791' }, {}, 'input.taxCode: tax-code-check'],
    ['no tax code', { taxCode: 'abc' }, {}, 'input.taxCode: tax-code-form'],
    [
      'a person for an enterprise',
      { taxCode: '030091001234' },
      { on: '2025-08-01' },
      'input.taxCode: tax-code-personal',
    ],
    [
      'a person before July 2025',
      { taxCode: '030091001234', form: 'HOUSEHOLD' },
      {},
      'input.taxCode: tax-code-personal',
    ],
    ['a district', { locality: locality('2023-04-01/288') }, {}, 'input.localityId: not-a-commune'],
    ['no name', { name: ' ' }, {}, 'input.name: empty'],
    ['a day to come', {}, { on: '2999-01-01' }, 'on: on-in-future'],
    ['a bad telephone number', { contact: { phone: '12' } }, {}, 'input.contact.phone: contact-form'],
    ['a short key', {}, { key: 'short' }, 'idempotencyKey: key-form'],
  ])('not with %s', async (_, change, rest, code) => {
    expect(codes(await register(change, rest))).toEqual([code])
  })

  test('by officers only, and by a committee in its own localities', async () => {
    expect(codes(await register({}, {}, gateway))).toEqual([': not-signed-in'])
    expect(codes(await register({}, {}, await signIn(gateway, 'FINANCE_DEPARTMENT')))).toEqual([': not-allowed'])
    const city = await signIn(gateway, 'LOCAL_COMMITTEE', { localityId: '2023-04-01/288' })
    expect(await register({}, {}, city)).toMatchObject({ __typename: 'Establishment' })
    expect(codes(await register({ locality: locality('2023-04-01/10891') }, {}, city))).toEqual([': not-allowed'])
    // The ward of July 2025 has its own committee; the site was registered in the ward before it.
    const ward = await signIn(gateway, 'LOCAL_COMMITTEE', { localityId: '2025-07-01/10537' })
    expect(await register({}, {}, ward)).toMatchObject({ __typename: 'Establishment' })
  })
})

describe('twice', () => {
  test('by its tax code: refused, naming the other record', async () => {
    const code = taxCode()
    const first = await register({ taxCode: code, name: 'Dệt may Hồng Hà' })
    const second = await register({ taxCode: code, name: 'Một tên khác hẳn' })
    expect(codes(second)).toEqual(['input.taxCode: tax-code-taken'])
    expect(second.problems?.[0]?.message).toBe(
      `The tax code ${code} is registered for Dệt may Hồng Hà (${idOf(first)}).`,
    )
  })

  test('by two officers at once: one of them is refused', async () => {
    const code = taxCode()
    const both = await Promise.all([register({ taxCode: code }), register({ taxCode: code })])
    expect(both.flatMap(codes)).toEqual(['input.taxCode: tax-code-taken'])
  })

  test('by a name like it in the same commune, also as it is called since: refused with the candidates', async () => {
    const first = await register({ name: 'Hợp tác xã Thêu ren Xuân Nẻo', form: 'COOPERATIVE' })
    const alike = { name: 'HTX THÊU REN XUAN NEO', form: 'COOPERATIVE', locality: locality('2025-07-01/10537') }
    const second = await register(alike, { on: '2025-08-01' })
    expect(codes(second)).toEqual(['notDuplicateOf: alike'])
    expect(second.problems?.[0]?.message).toContain(`Hợp tác xã Thêu ren Xuân Nẻo (${idOf(first)})`)

    expect(codes(await register(alike, { on: '2025-08-01', not: [idOf(first)] }))).toEqual([
      'notDuplicateReason: empty',
    ])
    const sure = await register(alike, { on: '2025-08-01', not: [idOf(first)], why: 'Hai hợp tác xã, hai giám đốc' })
    expect(sure).toMatchObject({ __typename: 'Establishment' })
    const [kept] = await gateway.database.prisma.establishmentDistinction.findMany({
      where: { reason: 'Hai hợp tác xã, hai giám đốc' },
    })
    expect(kept).toMatchObject({ personId: centre.personId })
  })

  test('not by the same name in another commune', async () => {
    await register({ name: 'Gốm Chu Đậu' })
    const other = await register({ name: 'Gốm Chu Đậu', locality: locality('2023-04-01/10891') })
    expect(other).toMatchObject({ __typename: 'Establishment' })
  })
})

describe('an establishment is changed', () => {
  const CHANGE = `mutation ($key: String!, $id: ID!, $version: Int!, $input: ChangeEstablishmentInput!) {
    changeEstablishment(idempotencyKey: $key, id: $id, expectedVersion: $version, input: $input) { __typename ${FIELDS} } }`

  test('field by field, version by version', async () => {
    const id = idOf(await register({ address: 'Số 1' }))
    const code = taxCode()
    const changed = await mutate(centre, CHANGE, { id, version: 1, input: { taxCode: code, address: null } })
    expect(changed).toMatchObject({ version: 2, taxCode: code, address: null })
    const stale = await mutate(centre, CHANGE, { id, version: 1, input: { name: 'Khác' } })
    expect(codes(stale)).toEqual(['expectedVersion: stale'])
    expect(codes(await mutate(centre, CHANGE, { id, version: 2, input: { taxCode: '0800004791' } }))).toEqual([
      'input.taxCode: tax-code-check',
    ])
  })

  test('not into another one', async () => {
    const code = taxCode()
    await register({ taxCode: code, name: 'Bánh gai Bà Tới' })
    const id = idOf(await register())
    expect(codes(await mutate(centre, CHANGE, { id, version: 1, input: { taxCode: code } }))).toEqual([
      'input.taxCode: tax-code-taken',
    ])
    expect(codes(await mutate(centre, CHANGE, { id, version: 1, input: { name: 'Bánh gai Bà Tới' } }))).toEqual([
      'notDuplicateOf: alike',
    ])
  })

  test('not by those who only look, nor where there is none', async () => {
    const id = idOf(await register())
    const inspector = await signIn(gateway, 'INSPECTOR')
    expect(codes(await mutate(inspector, CHANGE, { id, version: 1, input: { name: 'x' } }))).toEqual([': not-allowed'])
    const none = encodeGlobalID('Establishment', 'none')
    expect(codes(await mutate(centre, CHANGE, { id: none, version: 1, input: {} }))).toEqual(['id: not-found'])
  })
})

describe('personal data', () => {
  const CONTACT = `mutation ($key: String!, $id: ID!, $version: Int!, $contact: EstablishmentContactInput!) {
    changeContact(idempotencyKey: $key, id: $id, expectedVersion: $version, contact: $contact) { __typename ${FIELDS} } }`
  const SEE =
    'query ($id: ID!) { node(id: $id) { ... on Establishment { taxCode contact { phone personalTaxCode } } } }'

  test("a household's number is seen by those who need it", async () => {
    const household = { form: 'HOUSEHOLD', taxCode: '030091005678', contact: { phone: '0912345678' } }
    const id = idOf(await register(household, { on: '2025-08-01' }))
    const own = await signIn(gateway, 'ESTABLISHMENT', { establishmentId: ownId(id) })
    const other = await signIn(gateway, 'ESTABLISHMENT')
    const all = { data: { node: { taxCode: null, contact: { phone: '0912345678', personalTaxCode: '030091005678' } } } }
    const nothing = { data: { node: { taxCode: null, contact: null } } }
    for (const caller of [centre, own, await signIn(gateway, 'LOCAL_COMMITTEE')])
      expect((await caller.ask(SEE, { id })).body).toEqual(all)
    for (const caller of [gateway, other, await signIn(gateway, 'COUNCIL_MEMBER'), await signIn(gateway, 'INSPECTOR')])
      expect((await caller.ask(SEE, { id })).body).toEqual(nothing)
    const found = 'query ($code: String!) { establishments(filter: { taxCode: $code }) { totalCount } }'
    expect((await centre.ask(found, { code: '030091005678' })).body).toEqual({
      data: { establishments: { totalCount: 0 } },
    })
  })

  test('an establishment keeps its own', async () => {
    const id = idOf(await register())
    const own = await signIn(gateway, 'ESTABLISHMENT', { establishmentId: ownId(id) })
    const contact = { name: 'Trần Thị Bình', phone: '0220 3123456' }
    const changed = await mutate(own, CONTACT, { id, version: 1, contact })
    expect(changed).toMatchObject({ version: 2, contact })
    expect(codes(await mutate(own, CONTACT, { id, version: 1, contact }))).toEqual(['expectedVersion: stale'])
    const other = await signIn(gateway, 'ESTABLISHMENT')
    expect(codes(await mutate(other, CONTACT, { id, version: 2, contact }))).toEqual([': not-allowed'])
    expect(codes(await mutate(own, CONTACT, { id, version: 2, contact: { email: 'x', identityNumber: '1' } }))).toEqual(
      ['contact.email: contact-form', 'contact.identityNumber: contact-form'],
    )
  })
})

describe('an establishment is closed', () => {
  const CLOSE = `mutation ($key: String!, $id: ID!, $version: Int!, $on: Date!, $reason: String!) {
    closeEstablishment(idempotencyKey: $key, id: $id, expectedVersion: $version, on: $on, reason: $reason) { __typename ${FIELDS} } }`

  test('once, with a reason, not before it was registered', async () => {
    const id = idOf(await register())
    const close = (change: object) =>
      mutate(centre, CLOSE, { id, version: 1, on: '2024-12-31', reason: 'Giải thể', ...change })
    expect(codes(await close({ on: '2024-02-29' }))).toEqual(['on: on-before-registered'])
    expect(codes(await close({ reason: ' ' }))).toEqual(['reason: empty'])
    expect(codes(await close({ on: '2999-01-01' }))).toEqual(['on: on-in-future'])
    expect(await close({})).toMatchObject({ version: 2, closedOn: '2024-12-31', closedReason: 'Giải thể' })
    expect(codes(await close({ version: 2 }))).toEqual(['id: closed'])
  })
})

describe('sites', () => {
  const SITE = `... on Site { id version address closedOn place(on: $on) {
    status candidates { name snapshot } facts { siteInProvince siteKind districtKind inCentralCity cityClass wardFromCommune wardSince } } }
    ${REFUSED}`
  const ADD = `mutation ($key: String!, $establishment: ID!, $locality: ID!, $on: Date!) {
    addSite(idempotencyKey: $key, establishment: $establishment, locality: $locality) { __typename ${SITE} } }`
  const PLACE = `mutation ($key: String!, $id: ID!, $version: Int!, $locality: ID!, $on: Date!) {
    placeSite(idempotencyKey: $key, id: $id, expectedVersion: $version, locality: $locality) { __typename ${SITE} } }`
  const CLOSE = `mutation ($key: String!, $id: ID!, $version: Int!, $on: Date!) {
    closeSite(idempotencyKey: $key, id: $id, expectedVersion: $version, on: $on) { __typename ${SITE} } }`

  test('say where they lie on a day, with what eligibility asks of the place', async () => {
    const establishment = idOf(await register())
    const before = await mutate(centre, ADD, { establishment, locality: locality(tanHung), on: '2024-06-01' })
    expect(before).toMatchObject({
      __typename: 'Site',
      place: {
        status: 'KNOWN',
        candidates: [{ name: 'Phường Tân Hưng', snapshot: '2023-04-01' }],
        facts: {
          ...{ siteInProvince: true, siteKind: 'WARD', districtKind: 'CITY', inCentralCity: false },
          ...{ cityClass: 'CLASS_1', wardFromCommune: true, wardSince: '2019-12-01' },
        },
      },
    })
  })

  test('of a commune that was divided ask which, and are placed once somebody says so', async () => {
    const establishment = idOf(await register({ locality: locality('2023-04-01/10528') }))
    const id = idOf(await mutate(centre, ADD, { establishment, locality: locality('2023-04-01/10528') }))
    const on = '2025-07-01'
    const asked = await mutate(centre, PLACE, { id, version: 1, on, locality: locality('2025-07-01/11284') })
    expect(codes(asked)).toEqual(['localityId: not-a-successor'])
    expect(asked.problems?.[0]?.expected).toBe('one of: Phường Lê Thanh Nghị, Phường Tân Hưng')

    const placed = await mutate(centre, PLACE, { id, version: 1, on, locality: locality('2025-07-01/10537') })
    expect(placed).toMatchObject({
      version: 2,
      place: { status: 'KNOWN', candidates: [{ name: 'Phường Tân Hưng' }], facts: { districtKind: 'NONE' } },
    })
    expect(codes(await mutate(centre, PLACE, { id, version: 1, on, locality: locality('2025-07-01/10537') }))).toEqual([
      'expectedVersion: stale',
    ])
    // Said anew, it is corrected.
    expect(await mutate(centre, PLACE, { id, version: 2, on, locality: locality('2025-07-01/10532') })).toMatchObject({
      place: { candidates: [{ name: 'Phường Lê Thanh Nghị' }] },
    })
  })

  test('are closed once', async () => {
    const { sites } = WithSites.parse(await register())
    const id = sites[0].id
    expect(await mutate(centre, CLOSE, { id, version: 1 })).toMatchObject({ closedOn: '2024-03-01', version: 2 })
    expect(codes(await mutate(centre, CLOSE, { id, version: 2 }))).toEqual(['id: closed'])
    const inspector = await signIn(gateway, 'INSPECTOR')
    expect(codes(await mutate(inspector, CLOSE, { id, version: 2 }))).toEqual([': not-allowed'])
  })
})
