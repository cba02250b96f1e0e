import { createHash } from 'node:crypto'

/** Somebody who has signed in. */
export interface Session {
  /** A GraphQL request, as JSON; gives the body of the answer. */
  post(body: string): Promise<unknown>
  /** Uploads a file. */
  put(file: Uint8Array): Promise<unknown>
}

/** What somebody is first given; he changes it before he does anything. */
export const firstPassword = (password: string): string => `${password} (first)`

/**
 * Signs in.
 *
 * @param first whether he still has the password that an administrator gave him: he changes it
 */
export async function openSession(url: string, email: string, password: string, first: boolean): Promise<Session> {
  if (!first) return sessionOf(url, cookieOf(await postSignIn(url, email, password)))
  const currentPassword = firstPassword(password)
  const cookie = cookieOf(await postSignIn(url, email, currentPassword))
  const change = { currentPassword, newPassword: password }
  return sessionOf(url, cookieOf(await post(url, '/auth/change-password', email, change, { cookie })))
}

const postSignIn = (url: string, email: string, password: string): Promise<Response> =>
  post(url, '/auth/sign-in/email', email, { email, password })

/** Everybody comes from an address of his own: a gateway takes few sign-ins a minute from one. */
const addressOf = (email: string): string =>
  `10.${[...createHash('sha256').update(email).digest().subarray(0, 3)].join('.')}`

async function post(url: string, path: string, email: string, body: object, headers: object = {}): Promise<Response> {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url, 'x-forwarded-for': addressOf(email), ...headers },
    body: JSON.stringify(body),
  })
  if (response.ok) return response
  throw new Error(`${email} is refused ${path}: ${String(response.status)} ${await response.text()}`)
}

const cookieOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0] ?? '')
    .join('; ')

const sessionOf = (url: string, cookie: string): Session => ({
  post: async (body) => {
    const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json', cookie }
    const answer: unknown = await (await fetch(`${url}/graphql`, { method: 'POST', headers, body })).json()
    return answer
  },
  put: async (file) => {
    const body = new Uint8Array(file)
    const answer: unknown = await (await fetch(`${url}/files`, { method: 'PUT', headers: { cookie }, body })).json()
    return answer
  },
})
