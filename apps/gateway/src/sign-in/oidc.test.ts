import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, type Browser } from '../testing/cookie-jar.js'
import { startTestGateway, type TestGateway } from '../testing/gateway.js'
import { startIssuer, type Issuer } from '../testing/issuer.js'
import { addPerson, anotherAddress } from '../testing/people.js'

// The whole way over HTTP: a browser, the gateway, and a real issuer.

const client = { clientId: 'khuyencong', clientSecret: 'a secret of the client' }
let issuer: Issuer
let gateway: TestGateway
beforeAll(async () => {
  issuer = await startIssuer()
  // The issuer has to know where it sends people back to, and is not there yet when the gateway starts.
  gateway = await startTestGateway({ oidc: { ...client, issuer: issuer.url, name: 'Cổng của tỉnh' } })
  issuer.register({
    client_id: client.clientId,
    client_secret: client.clientSecret,
    redirect_uris: [`${gateway.url}/auth/callback/oidc`],
  })
})
afterAll(async () => {
  await gateway.close()
  await issuer.close()
})

const account = (email: string, verified = true) => ({ sub: randomUUID(), email, email_verified: verified })

/** Asks the gateway for the address at the issuer. */
async function begin(browser: Browser, body: object = {}): Promise<Response> {
  return await browser.request(`${gateway.url}/auth/sign-in/social`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: gateway.url, 'x-forwarded-for': anotherAddress() },
    body: JSON.stringify({ provider: 'oidc', callbackURL: '/grants', ...body }),
  })
}

async function addressAtIssuer(browser: Browser, body?: object): Promise<string> {
  const { url } = (await (await begin(browser, body)).json()) as { url: string }
  return url
}

const callback = () => `${gateway.url}/auth/callback/oidc`

/** Goes to the issuer and back; gives the address at which the browser ends. */
async function signInThere(browser: Browser): Promise<string> {
  const { url } = await browser.follow(
    await addressAtIssuer(browser),
    (at) => at.startsWith(gateway.url) && !at.startsWith(callback()),
  )
  return url.slice(gateway.url.length)
}

async function whoIs(browser: Browser): Promise<unknown> {
  const { body } = await gateway.ask('{ me { personId } }', undefined, { cookie: browser.cookie(gateway.url) })
  return body
}
const nobody = { data: { me: null } }

test('is announced to the page that offers it', async () => {
  expect(await (await fetch(`${gateway.url}/auth/ways`)).json()).toEqual({ password: true, issuer: 'Cổng của tỉnh' })
})

describe('a person whom an administrator has made', () => {
  test('signs in with the address that the issuer has verified, and comes back to where he was', async () => {
    const { personId, email } = await addPerson(gateway, 'CENTRE')
    const there = account(email.toUpperCase())
    issuer.attend(there)
    const browser = openBrowser()
    expect(await signInThere(browser)).toBe('/grants')
    expect(await whoIs(browser)).toEqual({ data: { me: { personId } } })

    const { accounts } = await gateway.database.prisma.person.findUniqueOrThrow({
      where: { id: personId },
      include: { accounts: { where: { providerId: 'oidc' } } },
    })
    expect(accounts).toMatchObject([
      { accountId: there.sub, accessToken: null, refreshToken: null, idToken: null, password: null },
    ])

    // Known by his account from now on, whatever address it has.
    issuer.attend({ ...there, email: 'another@example.test', email_verified: false })
    const again = openBrowser()
    expect(await signInThere(again)).toBe('/grants')
    expect(await whoIs(again)).toEqual({ data: { me: { personId } } })
  })

  test('is asked for with PKCE, state and nonce', async () => {
    const { searchParams } = new URL(await addressAtIssuer(openBrowser()))
    expect(searchParams.get('code_challenge_method')).toBe('S256')
    expect(searchParams.get('scope')).toBe('openid email profile')
    for (const name of ['code_challenge', 'state', 'nonce']) expect(searchParams.get(name)).toMatch(/^[\w-]{32,}$/)
  })
})

describe('is refused', () => {
  test('an address that no person has: nobody is made', async () => {
    const people = await gateway.database.prisma.person.count()
    issuer.attend(account('stranger@example.test'))
    const browser = openBrowser()
    expect(await signInThere(browser)).toBe('/sign-in?error=signup_disabled')
    expect(await whoIs(browser)).toEqual(nobody)
    expect(await gateway.database.prisma.person.count()).toBe(people)
  })

  test('the same, when the page asks for a sign-up', async () => {
    const people = await gateway.database.prisma.person.count()
    issuer.attend(account('stranger@example.test'))
    const browser = openBrowser()
    const { url } = await browser.follow(await addressAtIssuer(browser, { requestSignUp: true }), (at) =>
      at.startsWith(`${gateway.url}/sign-in`),
    )
    expect(url).toContain('signup_disabled')
    expect(await gateway.database.prisma.person.count()).toBe(people)
  })

  test('an address that the issuer has not verified: nothing is linked', async () => {
    const { personId, email } = await addPerson(gateway, 'CENTRE')
    issuer.attend(account(email, false))
    const browser = openBrowser()
    expect(await signInThere(browser)).toBe('/sign-in?error=account_not_linked')
    expect(await whoIs(browser)).toEqual(nobody)
    expect(await gateway.database.prisma.account.count({ where: { personId, providerId: 'oidc' } })).toBe(0)
  })

  test('a person who is not active', async () => {
    const { personId, email } = await addPerson(gateway, 'CENTRE')
    await gateway.database.prisma.person.update({ where: { id: personId }, data: { active: false } })
    issuer.attend(account(email))
    const browser = openBrowser()
    expect(await signInThere(browser)).toContain('/sign-in?error=NOT_ACTIVE')
    expect(await whoIs(browser)).toEqual(nobody)
  })

  test('whoever does not want to', async () => {
    issuer.attend('refuses')
    const browser = openBrowser()
    expect(await signInThere(browser)).toContain('/sign-in?error=access_denied')
    expect(await whoIs(browser)).toEqual(nobody)
  })

  test('a state that is not ours, and one of another browser', async () => {
    const { email } = await addPerson(gateway, 'CENTRE')
    issuer.attend(account(email))
    const honest = openBrowser()
    const { url } = await honest.follow(await addressAtIssuer(honest), (at) => at.startsWith(callback()))
    const forged = new URL(url)
    forged.searchParams.set('state', 'A'.repeat(32))
    for (const [browser, address] of [
      [honest, forged.href],
      [openBrowser(), url],
    ] as const) {
      const response = await browser.request(address)
      expect(response.headers.get('location')).toContain('/sign-in?error=state_mismatch')
      expect(await whoIs(browser)).toEqual(nobody)
    }
  })

  test('a way back that was gone already', async () => {
    const { email } = await addPerson(gateway, 'CENTRE')
    issuer.attend(account(email))
    const browser = openBrowser()
    const { url } = await browser.follow(await addressAtIssuer(browser), (at) => at.startsWith(callback()))
    expect((await browser.request(url)).headers.get('location')).toBe('/grants')
    expect((await browser.request(url)).headers.get('location')).toContain('error=state_mismatch')
  })

  test('to be sent to another site afterwards', async () => {
    const response = await begin(openBrowser(), { callbackURL: 'https://evil.example/' })
    expect(response.status).toBe(403)
  })

  test('an ID token that the page brings itself', async () => {
    const response = await begin(openBrowser(), { idToken: { token: 'e30.e30.' } })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ code: 'ID_TOKEN' })
  })
})
