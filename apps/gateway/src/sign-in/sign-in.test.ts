import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestGateway, type TestGateway } from '../testing/gateway.js'
import { addPerson, cookieOf, postSignIn, anotherAddress, signIn, testPassword } from '../testing/people.js'

let gateway: TestGateway
beforeAll(async () => {
  gateway = await startTestGateway()
})
afterAll(() => gateway.close())

const wrong = 'một mật khẩu khác hẳn'

async function auth(path: string, cookie: string, body?: object, headers: Record<string, string> = {}) {
  return await fetch(`${gateway.url}/auth${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      cookie,
      origin: gateway.url,
      'x-forwarded-for': anotherAddress(),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}

async function isSignedIn(cookie: string): Promise<boolean> {
  return (await (await auth('/get-session', cookie)).json()) !== null
}

describe('a person with a password', () => {
  test('signs in, and out', async () => {
    const { email } = await addPerson(gateway, 'CENTRE')
    const response = await postSignIn(gateway, email.toUpperCase(), testPassword)
    expect(response.status).toBe(200)
    const [set = ''] = response.headers.getSetCookie()
    expect(set).toMatch(/^khuyencong\.session_token=/)
    expect(set).toContain('HttpOnly')
    expect(set).toContain('SameSite=Lax')
    expect(set).toContain('Max-Age=43200')
    expect(set).not.toContain('Secure')
    expect(response.headers.get('cache-control')).toBe('no-store')

    const cookie = cookieOf(response)
    expect(await (await auth('/get-session', cookie)).json()).toMatchObject({
      user: { email, mustChangePassword: false },
    })
    expect((await auth('/sign-out', cookie, {})).status).toBe(200)
    expect(await isSignedIn(cookie)).toBe(false)
  })

  test('is told the same whether the address or the password is wrong', async () => {
    const { email } = await addPerson(gateway, 'CENTRE')
    const answers = []
    for (const address of [email, 'nobody@example.test']) {
      const response = await postSignIn(gateway, address, wrong)
      answers.push({ status: response.status, body: (await response.json()) as unknown })
    }
    expect(answers[0]).toMatchObject({ status: 401, body: { code: 'INVALID_EMAIL_OR_PASSWORD' } })
    expect(answers[1]).toEqual(answers[0])
  })

  test('does not sign in once he is inactive', async () => {
    const { email, personId } = await addPerson(gateway, 'CENTRE')
    await gateway.database.prisma.person.update({ where: { id: personId }, data: { active: false } })
    const response = await postSignIn(gateway, email, testPassword)
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ code: 'NOT_ACTIVE' })
    expect(response.headers.getSetCookie()).toEqual([])
  })

  test('a forged cookie is none', async () => {
    const { cookie } = await signIn(gateway, 'CENTRE')
    const [name, value = ''] = cookie.split('=')
    const [token = ''] = value.split('.')
    expect(await isSignedIn(cookie)).toBe(true)
    expect(await isSignedIn(`${name}=${token}`)).toBe(false)
    expect(await isSignedIn(`${name}=${token}.${'A'.repeat(43)}%3D`)).toBe(false)
  })

  test('a session is over after twelve hours', async () => {
    const { cookie, personId } = await signIn(gateway, 'CENTRE')
    const [session] = await gateway.database.prisma.session.findMany({ where: { personId } })
    const hours = ((session?.expiresAt.getTime() ?? 0) - Date.now()) / 3_600_000
    expect(hours).toBeGreaterThan(11.9)
    expect(hours).toBeLessThanOrEqual(12)
    await gateway.database.prisma.session.updateMany({ where: { personId }, data: { expiresAt: new Date() } })
    expect(await isSignedIn(cookie)).toBe(false)
  })
})

describe('nobody signs himself up', () => {
  test.each([
    ['/sign-up/email', { email: 'new@example.test', password: testPassword, name: 'New' }],
    ['/update-user', { name: 'Somebody else' }],
    ['/change-email', { newEmail: 'other@example.test' }],
    ['/delete-user', {}],
    ['/request-password-reset', { email: 'x@example.test' }],
    ['/sign-in/social', { provider: 'google' }],
    ['/sign-up/email/', { email: 'new@example.test', password: testPassword, name: 'New' }],
    ['//sign-up/email', { email: 'new@example.test', password: testPassword, name: 'New' }],
    ['/./sign-up/email', { email: 'new@example.test', password: testPassword, name: 'New' }],
    ['/sign-up%2femail', { email: 'new@example.test', password: testPassword, name: 'New' }],
  ])('%s is not served', async (path, body) => {
    const { cookie } = await signIn(gateway, 'CENTRE')
    const response = await auth(path, cookie, body)
    expect(response.status).toBe(404)
    expect(await gateway.database.prisma.person.count({ where: { email: 'new@example.test' } })).toBe(0)
  })
})

describe('ten failures', () => {
  test('lock the account for fifteen minutes, also for the right password', async () => {
    const { email } = await addPerson(gateway, 'CENTRE')
    for (let failure = 1; failure <= 10; failure++) {
      expect((await postSignIn(gateway, email, wrong)).status).toBe(401)
    }
    const locked = await postSignIn(gateway, email, testPassword)
    expect(locked.status).toBe(429)
    expect(await locked.json()).toMatchObject({ code: 'LOCKED' })

    await gateway.database.prisma.$executeRaw`
      UPDATE sign_in_attempts SET first_at = first_at - interval '14 minutes', last_at = last_at - interval '14 minutes' WHERE email = ${email}`
    expect((await postSignIn(gateway, email, testPassword)).status).toBe(429)
    await gateway.database.prisma.$executeRaw`
      UPDATE sign_in_attempts SET first_at = first_at - interval '1 minute', last_at = last_at - interval '1 minute' WHERE email = ${email}`
    expect((await postSignIn(gateway, email, testPassword)).status).toBe(200)
    expect(await gateway.database.prisma.signInAttempts.count({ where: { email } })).toBe(0)
  })

  test('lock an address that nobody has just the same', async () => {
    const email = 'no.one@example.test'
    for (let failure = 1; failure <= 10; failure++) await postSignIn(gateway, email, wrong)
    expect((await postSignIn(gateway, email, wrong)).status).toBe(429)
  })

  test('of thirty at once, ten are tried', async () => {
    const { email } = await addPerson(gateway, 'CENTRE')
    const answers = await Promise.all(Array.from({ length: 30 }, () => postSignIn(gateway, email, wrong)))
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 401)).toHaveLength(10)
    expect(statuses.filter((status) => status === 429)).toHaveLength(20)
  })

  test('nine failures do not, and a success forgets them', async () => {
    const { email } = await addPerson(gateway, 'CENTRE')
    for (let round = 1; round <= 2; round++) {
      for (let failure = 1; failure <= 9; failure++) await postSignIn(gateway, email, wrong)
      expect((await postSignIn(gateway, email, testPassword)).status).toBe(200)
    }
  })
})

test('what nobody can have written is refused before anything is looked at', async () => {
  const { cookie } = await signIn(gateway, 'CENTRE')
  for (const [path, body] of [
    ['/sign-in/email', { email: 'a\u0000b@example.test', password: wrong }],
    ['/sign-in/email', { email: `${'x'.repeat(5_000)}@example.test`, password: wrong }],
    ['/revoke-session', { token: 'a\u0000b' }],
  ] as const) {
    const response = await auth(path, cookie, body)
    expect([response.status, await response.json()]).toMatchObject([400, { code: 'NOT_A_TEXT' }])
  }
})

test('one address that tries many accounts is slowed down', async () => {
  const address = anotherAddress()
  const statuses = []
  for (let i = 0; i <= 30; i++) {
    statuses.push((await postSignIn(gateway, `person${i}@example.test`, wrong, address)).status)
  }
  expect(statuses.slice(0, 30).every((status) => status === 401)).toBe(true)
  expect(statuses[30]).toBe(429)
  // What a caller writes before the proxy's own entry changes nothing.
  const forged = await postSignIn(gateway, 'person@example.test', wrong, `203.0.113.9, ${address}`)
  expect(forged.status).toBe(429)
})

describe('the password', () => {
  const change = (cookie: string, currentPassword: string, newPassword: string) =>
    // Also for a page that asks to keep the other sessions.
    auth('/change-password', cookie, { currentPassword, newPassword, revokeOtherSessions: false })

  test('is changed by its owner, which ends his other sessions', async () => {
    const { email, cookie } = await signIn(gateway, 'CENTRE')
    const other = cookieOf(await postSignIn(gateway, email, testPassword))
    const response = await change(cookie, testPassword, wrong)
    expect(response.status).toBe(200)
    expect(await isSignedIn(cookieOf(response))).toBe(true)
    expect(await isSignedIn(cookie)).toBe(false)
    expect(await isSignedIn(other)).toBe(false)
    expect((await postSignIn(gateway, email, testPassword)).status).toBe(401)
    expect((await postSignIn(gateway, email, wrong)).status).toBe(200)
  })

  test.each([
    ['too short', testPassword, 'mười một ký', 'PASSWORD_TOO_SHORT'],
    ['the old one', testPassword, testPassword, 'SAME_PASSWORD'],
    ['without knowing the old one', wrong, 'một mật khẩu mới tinh', 'INVALID_PASSWORD'],
  ])('is not changed: %s', async (_why, currentPassword, newPassword, code) => {
    const { cookie } = await signIn(gateway, 'CENTRE')
    const response = await change(cookie, currentPassword, newPassword)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ code })
  })

  test('is not changed without a session', async () => {
    expect((await change('', testPassword, wrong)).status).toBe(401)
  })
})

describe('own sessions', () => {
  test('are listed and ended, those of others are not', async () => {
    const mine = await signIn(gateway, 'CENTRE')
    const second = cookieOf(await postSignIn(gateway, mine.email, testPassword))
    const stranger = await signIn(gateway, 'CENTRE')

    const sessions = (await (await auth('/list-sessions', mine.cookie)).json()) as { token: string }[]
    expect(sessions).toHaveLength(2)
    const tokenOf = (cookie: string) => cookie.split('=')[1]?.split('.')[0] ?? ''
    await auth('/revoke-session', stranger.cookie, { token: tokenOf(second) })
    expect(await isSignedIn(second)).toBe(true)
    await auth('/revoke-session', mine.cookie, { token: tokenOf(second) })
    expect(await isSignedIn(second)).toBe(false)
    expect(await isSignedIn(mine.cookie)).toBe(true)
  })
})

describe('from another site', () => {
  test('nothing is done with the cookie', async () => {
    const { cookie } = await signIn(gateway, 'CENTRE')
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
    expect((await auth('/sign-out', cookie, {}, foreign)).status).toBe(403)
    expect((await auth('/sign-out', cookie, {}, { origin: 'null' })).status).toBe(403)
    expect(await isSignedIn(cookie)).toBe(true)
  })

  test('nobody is signed in by a form', async () => {
    const { email } = await addPerson(gateway, 'CENTRE')
    const response = await fetch(`${gateway.url}/auth/sign-in/email`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'https://evil.example',
        'x-forwarded-for': anotherAddress(),
      },
      body: new URLSearchParams({ email, password: testPassword }),
    })
    expect(response.status).toBe(403)
  })
})
