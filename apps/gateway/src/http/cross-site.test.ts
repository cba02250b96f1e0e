import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestGateway, type TestGateway } from '../testing/gateway.js'
import { signIn, type Caller } from '../testing/people.js'

let gateway: TestGateway
let officer: Caller
beforeAll(async () => {
  gateway = await startTestGateway()
  officer = await signIn(gateway, 'CENTRE', { name: 'Lê Văn Trung' })
})
afterAll(() => gateway.close())

const query = '{ me { name } }'
const me = { data: { me: { name: 'Lê Văn Trung' } } }
const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }

const post = (headers: Record<string, string>, body: BodyInit = JSON.stringify({ query })) =>
  fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })
/** `fetch` would say itself how a page came to ask. */
const get = (headers: Record<string, string>) =>
  new Promise<{ readonly status: number | undefined; readonly body: string }>((resolve, reject) => {
    const address = `${gateway.url}/graphql?query=${encodeURIComponent(query)}`
    request(address, { headers: { accept: 'application/json', ...headers } }, (response) => {
      text(response).then((body) => resolve({ status: response.statusCode, body }), reject)
    })
      .on('error', reject)
      .end()
  })

describe('a request with a session', () => {
  test.each([
    ['a page of this server', () => ({ origin: gateway.url, 'sec-fetch-site': 'same-origin' })],
    ['a program', () => ({})],
  ])('is answered to %s', async (_who, headers) => {
    const response = await post({ cookie: officer.cookie, ...headers() })
    expect(await response.json()).toEqual(me)
  })

  test.each([
    ['another site', foreign],
    ['another port of this machine', { origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' }],
    ['a page without an origin of its own', { origin: 'null' }],
    ['another site that sends no origin', { 'sec-fetch-site': 'cross-site' }],
  ])('is refused to %s', async (_who, headers) => {
    const response = await post({ cookie: officer.cookie, ...headers })
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'CROSS_SITE' } }] })
  })

  test('whose session is not valid is refused just the same', async () => {
    expect((await post({ cookie: 'khuyencong.session_token=x.y', ...foreign })).status).toBe(403)
  })

  test('may be a link, and may not be a script of another site', async () => {
    const { cookie } = officer
    const link = await get({ cookie, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' })
    expect(JSON.parse(link.body)).toEqual(me)
    expect((await get({ cookie, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' })).status).toBe(403)
  })

  test('changes nothing when it is a link', async () => {
    const mutation = 'mutation { unlockPerson(input: { idempotencyKey: "12345678", personId: "x" }) { __typename } }'
    const response = await fetch(`${gateway.url}/graphql?query=${encodeURIComponent(mutation)}`, {
      headers: { cookie: officer.cookie, accept: 'application/json' },
    })
    expect(response.status).toBe(405)
  })
})

describe('a request without a session', () => {
  test('may come from any page', async () => {
    const response = await post(foreign)
    expect(await response.json()).toEqual({ data: { me: null } })
    expect(response.headers.get('access-control-allow-origin')).toBe('https://evil.example')
    expect(response.headers.get('access-control-allow-credentials')).toBeNull()
  })

  test('is never given leave to bring a cookie', async () => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://evil.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    })
    expect(response.headers.get('access-control-allow-origin')).toBe('https://evil.example')
    expect(response.headers.get('access-control-allow-credentials')).toBeNull()
  })

  test.each([
    ['application/x-www-form-urlencoded', new URLSearchParams({ query })],
    ['text/plain', JSON.stringify({ query })],
    ['application/graphql', query],
    ['multipart/form-data; boundary=x', `--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{}\r\n--x--`],
    ['application/jsonp', JSON.stringify({ query })],
  ])('is not taken as %s, which a form could send', async (contentType, body) => {
    expect((await post({ 'content-type': contentType }, body)).status).toBe(415)
  })
})

describe('with a public address', () => {
  let published: TestGateway
  beforeAll(async () => {
    published = await startTestGateway({ publicUrl: 'https://khuyencong.example' })
  })
  afterAll(() => published.close())

  test('that one is ours, whatever host a request names, and cookies are for https alone', async () => {
    const send = (path: string, origin: string, body: object) =>
      fetch(published.url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin, cookie: '__Secure-khuyencong.session_token=x.y' },
        body: JSON.stringify(body),
      })
    expect((await send('/graphql', 'https://khuyencong.example', { query })).status).toBe(200)
    expect((await send('/graphql', published.url, { query })).status).toBe(403)
    expect((await send('/auth/sign-out', published.url, {})).status).toBe(403)

    await expect(signIn(published, 'CENTRE')).rejects.toThrow('403')
    const { cookie } = await signIn({ ...published, origin: 'https://khuyencong.example' }, 'CENTRE')
    expect(cookie).toMatch(/^__Secure-khuyencong\.session_token=/)
  })
})
