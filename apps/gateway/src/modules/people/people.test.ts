import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { Role } from '../../generated/prisma/enums.js'
import { startTestGateway, type Answer, type TestGateway } from '../../testing/gateway.js'
import {
  addPerson,
  cookieOf,
  postSignIn,
  anotherAddress,
  signIn,
  testPassword,
  type Caller,
} from '../../testing/people.js'

let gateway: TestGateway
let administrator: Caller
beforeAll(async () => {
  gateway = await startTestGateway()
  administrator = await signIn(gateway, 'ADMINISTRATOR', { name: 'Trần Thị Quản' })
})
afterAll(() => gateway.close())
afterEach(() => vi.useRealTimers())

const firstPassword = 'mật khẩu lần đầu'
const problems = '... on Refused { problems { code field message(lang: VI) } }'

const changeArguments = { personId: 'ID!', expectedVersion: 'Int!' } as const
const mutations = {
  createOrganisation: [
    { kind: 'OrganisationKind!', name: 'String!', establishmentId: 'ID', localityId: 'ID' },
    'Organisation { id name kind }',
  ],
  createPerson: [
    { name: 'String!', email: 'String!', firstPassword: 'String' },
    'Person { id name email active mustChangePassword version }',
  ],
  giveMembership: [
    { personId: 'ID!', organisationId: 'ID!', role: 'Role!', from: 'Date!', to: 'Date' },
    'Membership { id role from to version organisation { name } }',
  ],
  endMembership: [{ membershipId: 'ID!', expectedVersion: 'Int!', to: 'Date' }, 'Membership { id to version }'],
  deactivatePerson: [changeArguments, 'Person { active version }'],
  reactivatePerson: [changeArguments, 'Person { active version }'],
  resetPassword: [{ ...changeArguments, firstPassword: 'String!' }, 'Person { mustChangePassword version }'],
  unlockPerson: [{ personId: 'ID!' }, 'Person { locked }'],
} as const
type Mutation = keyof typeof mutations

/** Carries out a mutation; gives what it answers. */
async function order(caller: Pick<Caller, 'ask'>, name: Mutation, input: object): Promise<Record<string, unknown>> {
  const [types, selection] = mutations[name]
  const all = Object.entries({ idempotencyKey: 'String!', ...types })
  const [declared, given] = [all.map(([one, type]) => `$${one}: ${type}`), all.map(([one]) => `${one}: $${one}`)]
  const { body } = (await caller.ask(
    `mutation (${declared.join(', ')}) { answer: ${name}(${given.join(', ')}) { ... on ${selection} ${problems} } }`,
    { idempotencyKey: randomUUID(), ...input },
  )) as Answer & { body: { data: { answer: Record<string, unknown> } } }
  expect(body).not.toHaveProperty('errors')
  return body.data.answer
}

const refused = (code: string, field?: string) => ({
  problems: [expect.objectContaining(field === undefined ? { code } : { code, field }) as unknown],
})
const idOf = ({ id }: Record<string, unknown>) => String(id)
const unique = () => `${randomUUID()}@Example.test`

const newPerson = (input: object = {}) =>
  order(administrator, 'createPerson', { name: 'Phạm Văn Mới', email: unique(), firstPassword, ...input })

describe('a new officer', () => {
  test('is made, given an office, changes his first password, and only then holds it', async () => {
    const email = unique()
    const organisation = await order(administrator, 'createOrganisation', { kind: 'CENTRE', name: ' Trung tâm ' })
    expect(organisation).toMatchObject({ name: 'Trung tâm', kind: 'CENTRE' })
    const person = await newPerson({ email })
    expect(person).toMatchObject({ email: email.toLowerCase(), active: true, mustChangePassword: true, version: 1 })
    expect(
      await order(administrator, 'giveMembership', {
        personId: idOf(person),
        organisationId: idOf(organisation),
        role: 'CENTRE',
        from: '2024-01-02',
      }),
    ).toMatchObject({ role: 'CENTRE', from: '2024-01-02', to: null, organisation: { name: 'Trung tâm' } })

    const cookie = cookieOf(await postSignIn(gateway, email, firstPassword))
    const me = (of: string) =>
      gateway.ask('{ me { name mustChangePassword offices { role organisation { name } } } }', undefined, {
        cookie: of,
      })
    expect((await me(cookie)).body).toEqual({
      data: { me: { name: 'Phạm Văn Mới', mustChangePassword: true, offices: [] } },
    })
    const changed = await fetch(`${gateway.url}/auth/change-password`, {
      method: 'POST',
      headers: { cookie, origin: gateway.url, 'content-type': 'application/json', 'x-forwarded-for': anotherAddress() },
      body: JSON.stringify({ currentPassword: firstPassword, newPassword: testPassword }),
    })
    expect((await me(cookieOf(changed))).body).toEqual({
      data: {
        me: {
          name: 'Phạm Văn Mới',
          mustChangePassword: false,
          offices: [{ role: 'CENTRE', organisation: { name: 'Trung tâm' } }],
        },
      },
    })
    expect((await me('')).body).toEqual({ data: { me: null } })
  })

  test('asked for twice under one key is made once, and the key keeps nothing of the password', async () => {
    const input = { idempotencyKey: randomUUID(), email: unique() }
    const first = await newPerson(input)
    expect(await newPerson(input)).toEqual(first)
    const command = await gateway.database.prisma.command.findFirstOrThrow({ where: { key: input.idempotencyKey } })
    expect(JSON.stringify(command)).not.toContain(firstPassword)
    const entries = await gateway.database.prisma.auditEntry.findMany({ where: { entityId: idOf(first) } })
    expect(entries).toMatchObject([{ personId: administrator.personId, action: 'createPerson', entity: 'Person' }])
    expect(JSON.stringify(entries.map(({ content }) => content))).not.toContain(firstPassword)
  })

  test.each([
    ['no address', { email: 'nobody' }, 'email-form', 'email'],
    ['no name', { name: ' ' }, 'empty', 'name'],
    ['a short password', { firstPassword: 'ngắn' }, 'password-form', 'firstPassword'],
  ])('is refused: %s', async (_what, input, code, field) => {
    expect(await newPerson(input)).toEqual(refused(code, field))
  })

  test('is refused under an address that somebody has, however it is written', async () => {
    const { email } = await addPerson(gateway, 'CENTRE')
    expect(await newPerson({ email: ` ${email.toUpperCase()} ` })).toEqual(refused('email-taken', 'email'))
  })
})

describe('of two at the same moment one is refused', () => {
  const both = async (name: Mutation, input: object) =>
    await Promise.all([order(administrator, name, input), order(administrator, name, input)])

  test('under one address', async () => {
    const answers = await both('createPerson', { name: 'Hai', email: unique() })
    expect(answers).toContainEqual(refused('email-taken', 'email'))
    expect(answers.filter((answer) => 'id' in answer)).toHaveLength(1)
  })

  test('for one role', async () => {
    const { personId, organisationId } = await addPerson(gateway, 'INDUSTRY_DEPARTMENT')
    const answers = await both('giveMembership', { personId, organisationId, role: 'INSPECTOR', from: '2024-01-01' })
    expect(answers).toContainEqual(refused('role-held', 'role'))
    expect(answers.filter((answer) => 'id' in answer)).toHaveLength(1)
  })

  test('for one place', async () => {
    const answers = await both('createOrganisation', {
      kind: 'LOCAL_COMMITTEE',
      name: 'UBND',
      localityId: btoa('Locality:2023-04-01/10507'),
    })
    expect(answers).toContainEqual(refused('place-taken', 'localityId'))
    expect(answers.filter((answer) => 'id' in answer)).toHaveLength(1)
  })
})

describe('an organisation', () => {
  const establishment = btoa('Establishment:none')
  test.each([
    ['an establishment without one', { kind: 'ESTABLISHMENT', name: 'x' }, 'place-of-kind', 'establishmentId'],
    [
      'a centre with one',
      { kind: 'CENTRE', name: 'x', establishmentId: establishment },
      'place-of-kind',
      'establishmentId',
    ],
    [
      'an establishment that is not there',
      { kind: 'ESTABLISHMENT', name: 'x', establishmentId: establishment },
      'not-found',
      'establishmentId',
    ],
    ['a committee without a locality', { kind: 'LOCAL_COMMITTEE', name: 'x' }, 'place-of-kind', 'localityId'],
    ['no name', { kind: 'CENTRE', name: '' }, 'empty', 'name'],
  ])('is refused: %s', async (_what, input, code, field) => {
    expect(await order(administrator, 'createOrganisation', input)).toEqual(refused(code, field))
  })

  test('of a commune is made once', async () => {
    const input = {
      kind: 'LOCAL_COMMITTEE',
      name: 'UBND phường Tân Hưng',
      localityId: btoa('Locality:2025-07-01/10537'),
    }
    expect(await order(administrator, 'createOrganisation', input)).toMatchObject({ kind: 'LOCAL_COMMITTEE' })
    expect(await order(administrator, 'createOrganisation', input)).toEqual(refused('place-taken', 'localityId'))
  })
})

describe('a membership', () => {
  test.each([
    ['a role that the organisation cannot give', { role: 'FINANCE_DEPARTMENT' }, 'role-of-organisation', 'role'],
    ['an end before the beginning', { to: '2023-12-31' }, 'period-order', 'to'],
    ['the same role there again', {}, 'role-held', 'role'],
    ['a person who is not there', { personId: 'none' }, 'not-found', 'personId'],
    ['an organisation that is not there', { organisationId: 'none' }, 'not-found', 'organisationId'],
  ])('is refused: %s', async (_what, input, code, field) => {
    const { personId, organisationId } = await addPerson(gateway, 'CENTRE')
    const membership = { personId, organisationId, role: 'CENTRE', from: '2024-01-01', ...input }
    expect(await order(administrator, 'giveMembership', membership)).toEqual(refused(code, field))
  })

  test('that is ended holds no more, at once, and may be given again', async () => {
    const officer = await signIn(gateway, 'CENTRE')
    const { personId, organisationId } = officer
    const { id: membershipId } = await gateway.database.prisma.membership.findFirstOrThrow({ where: { personId } })
    const offices = async () => (await officer.ask('{ me { offices { role } } }')).body
    expect(await offices()).toEqual({ data: { me: { offices: [{ role: 'CENTRE' }] } } })

    expect(await order(administrator, 'endMembership', { membershipId, expectedVersion: 7 })).toEqual(refused('stale'))
    expect(await order(administrator, 'endMembership', { membershipId, expectedVersion: 1, to: '2024-01-01' })).toEqual(
      refused('period-order'),
    )
    expect(await order(administrator, 'endMembership', { membershipId, expectedVersion: 1 })).toMatchObject({
      version: 2,
    })
    expect(await offices()).toEqual({ data: { me: { offices: [] } } })
    expect(await order(administrator, 'endMembership', { membershipId, expectedVersion: 2 })).toEqual(
      refused('ended-already'),
    )
    const again = { personId, organisationId, role: 'CENTRE', from: '2026-01-01' }
    expect(await order(administrator, 'giveMembership', again)).toEqual(refused('role-held', 'role'))
  })
})

describe('a person', () => {
  test('made inactive is signed out, cannot sign in, and can be made active again', async () => {
    const officer = await signIn(gateway, 'CENTRE')
    const { personId, email } = officer
    expect(await order(administrator, 'deactivatePerson', { personId, expectedVersion: 1 })).toEqual({
      active: false,
      version: 2,
    })
    expect((await officer.ask('{ me { name } }')).body).toEqual({ data: { me: null } })
    expect((await postSignIn(gateway, email, testPassword)).status).toBe(403)
    expect(await order(administrator, 'resetPassword', { personId, expectedVersion: 2, firstPassword })).toEqual(
      refused('not-active'),
    )
    expect(await order(administrator, 'reactivatePerson', { personId, expectedVersion: 1 })).toEqual(refused('stale'))
    expect(await order(administrator, 'reactivatePerson', { personId, expectedVersion: 2 })).toMatchObject({
      active: true,
    })
    expect((await postSignIn(gateway, email, testPassword)).status).toBe(200)
  })

  test('whose password is reset is signed out, unlocked, and has to change it', async () => {
    const officer = await signIn(gateway, 'CENTRE')
    const { personId, email } = officer
    for (let failure = 1; failure <= 10; failure++) await postSignIn(gateway, email, 'một mật khẩu sai')
    expect(await order(administrator, 'resetPassword', { personId, expectedVersion: 1, firstPassword })).toEqual({
      mustChangePassword: true,
      version: 2,
    })
    expect((await officer.ask('{ me { name } }')).body).toEqual({ data: { me: null } })
    expect((await postSignIn(gateway, email, testPassword)).status).toBe(401)
    expect((await postSignIn(gateway, email, firstPassword)).status).toBe(200)
  })

  test('who is locked is seen and unlocked', async () => {
    const { personId, email } = await addPerson(gateway, 'CENTRE')
    for (let failure = 1; failure <= 10; failure++) await postSignIn(gateway, email, 'một mật khẩu sai')
    const query = 'query ($text: String) { people(filter: { text: $text }) { totalCount nodes { locked } } }'
    expect((await administrator.ask(query, { text: email })).body).toEqual({
      data: { people: { totalCount: 1, nodes: [{ locked: true }] } },
    })
    expect(await order(administrator, 'unlockPerson', { personId })).toEqual({ locked: false })
    expect((await postSignIn(gateway, email, testPassword)).status).toBe(200)
  })
})

test('a person who is not there is not found', async () => {
  const input = { personId: 'none', expectedVersion: 1 }
  expect(await order(administrator, 'deactivatePerson', input)).toEqual(refused('not-found', 'personId'))
  expect(await order(administrator, 'resetPassword', { ...input, firstPassword })).toEqual(
    refused('not-found', 'personId'),
  )
  expect(await order(administrator, 'unlockPerson', { personId: 'none' })).toEqual(refused('not-found', 'personId'))
})

describe('nobody changes his own rights', () => {
  test('neither giving nor taking', async () => {
    const { personId, organisationId } = administrator
    const { id: membershipId } = await gateway.database.prisma.membership.findFirstOrThrow({ where: { personId } })
    const own = refused('own-rights', 'personId')
    const given = { personId, organisationId, role: 'INSPECTOR', from: '2024-01-01' }
    expect(await order(administrator, 'giveMembership', given)).toEqual(own)
    expect(await order(administrator, 'endMembership', { membershipId, expectedVersion: 1 })).toEqual(own)
    expect(await order(administrator, 'deactivatePerson', { personId, expectedVersion: 1 })).toEqual(own)
    expect(await order(administrator, 'resetPassword', { personId, expectedVersion: 1, firstPassword })).toEqual(own)
  })
})

test('an end at once, asked again the day after, is answered as before', async () => {
  const { personId } = await addPerson(gateway, 'CENTRE')
  const { id: membershipId } = await gateway.database.prisma.membership.findFirstOrThrow({ where: { personId } })
  const asked = { idempotencyKey: randomUUID(), membershipId, expectedVersion: 1 }
  vi.setSystemTime('2024-06-14T16:59:59Z')
  expect(await order(administrator, 'endMembership', asked)).toMatchObject({ to: '2024-06-14', version: 2 })
  vi.setSystemTime('2024-06-14T17:00:00Z')
  expect(await order(administrator, 'endMembership', asked)).toMatchObject({ to: '2024-06-14', version: 2 })
})

describe('one administrator stays', () => {
  beforeEach(async () => {
    await gateway.database.prisma.membership.deleteMany({
      where: { role: 'ADMINISTRATOR', personId: { not: administrator.personId } },
    })
  })
  const membershipOf = async ({ personId }: Caller) =>
    await gateway.database.prisma.membership.findFirstOrThrow({ where: { personId } })

  test('of two who end one another at the same moment', async () => {
    const other = await signIn(gateway, 'ADMINISTRATOR')
    const [mine, his] = [await membershipOf(administrator), await membershipOf(other)]
    const answers = await Promise.all([
      order(administrator, 'endMembership', { membershipId: his.id, expectedVersion: 1 }),
      order(other, 'endMembership', { membershipId: mine.id, expectedVersion: 1 }),
    ])
    expect(answers.filter((answer) => 'version' in answer)).toHaveLength(1)
    await gateway.database.prisma.membership.update({ where: { id: mine.id }, data: { to: null, version: 1 } })
  })

  test('of two who deactivate one another at the same moment', async () => {
    const other = await signIn(gateway, 'ADMINISTRATOR')
    const answers = await Promise.all([
      order(administrator, 'deactivatePerson', { personId: other.personId, expectedVersion: 1 }),
      order(other, 'deactivatePerson', { personId: administrator.personId, expectedVersion: 1 }),
    ])
    expect(answers.filter((answer) => 'version' in answer)).toHaveLength(1)
    await gateway.database.prisma.person.updateMany({ data: { active: true, version: 1 } })
    administrator = await signIn(gateway, 'ADMINISTRATOR')
  })

  test('also when the other one has an end in sight', async () => {
    const other = await signIn(gateway, 'ADMINISTRATOR')
    await gateway.database.prisma.membership.updateMany({
      where: { personId: other.personId },
      data: { to: new Date('2099-01-01') },
    })
    const { id: membershipId } = await membershipOf(administrator)
    expect(await order(other, 'endMembership', { membershipId, expectedVersion: 1 })).toEqual(
      refused('last-administrator'),
    )
    expect(await order(other, 'deactivatePerson', { personId: administrator.personId, expectedVersion: 1 })).toEqual(
      refused('last-administrator'),
    )
  })
})

describe('only administrators', () => {
  const inputs: Readonly<Record<Mutation, object>> = {
    createOrganisation: { kind: 'CENTRE', name: 'x' },
    createPerson: { name: 'x', email: 'x@example.test', firstPassword },
    giveMembership: { personId: 'x', organisationId: 'x', role: 'CENTRE', from: '2024-01-01' },
    endMembership: { membershipId: 'x', expectedVersion: 1 },
    deactivatePerson: { personId: 'x', expectedVersion: 1 },
    reactivatePerson: { personId: 'x', expectedVersion: 1 },
    resetPassword: { personId: 'x', expectedVersion: 1, firstPassword },
    unlockPerson: { personId: 'x' },
  }

  test('each mutation, asked by each other role and by nobody', async () => {
    const roles = Object.values(Role).filter((role) => role !== 'ADMINISTRATOR')
    const callers = await Promise.all(roles.map((role) => signIn(gateway, role)))
    const before = await gateway.database.prisma.auditEntry.count()
    for (const [name, input] of Object.entries(inputs) as [Mutation, object][]) {
      for (const caller of callers) expect(await order(caller, name, input)).toEqual(refused('not-allowed'))
      expect(await order(gateway, name, input)).toEqual(refused('not-signed-in'))
    }
    expect(await gateway.database.prisma.auditEntry.count()).toBe(before)
  })

  test('see people and organisations', async () => {
    for (const query of ['{ people { nodes { name } } }', '{ organisations { nodes { name } } }']) {
      const codes = { extensions: { code: 'REFUSED', problems: [{ code: 'not-allowed' }] } }
      expect((await (await signIn(gateway, 'INSPECTOR')).ask(query)).body).toMatchObject({ errors: [codes] })
      expect((await gateway.ask(query)).body).toMatchObject({
        errors: [{ extensions: { problems: [{ code: 'not-signed-in' }] } }],
      })
      expect((await administrator.ask(query)).body).not.toHaveProperty('errors')
    }
  })
})

test('a page of people with their offices costs a fixed number of statements', async () => {
  const query = `query ($first: Int) { people(first: $first) { nodes {
    name email locked memberships { role organisation { name locality { name } establishment { name } } } } } }`
  for (const first of [20, 50]) {
    gateway.takeStatements()
    expect((await administrator.ask(query, { first })).body).not.toHaveProperty('errors')
    // Session, people, memberships, organisations, localities, establishments, locks.
    expect(gateway.takeStatements()).toHaveLength(7)
  }
})
