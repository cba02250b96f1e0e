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

/** Signs in, and the first time changes the password that an administrator gave. */
export async function signInFirst(url: string, email: string, password: string): Promise<Session> {
  const first = firstPassword(password)
  const response = await postSignIn(url, email, password)
  if (response.ok) return sessionOf(url, cookieOf(response))
  const given = await postSignIn(url, email, first)
  if (!given.ok) throw new Error(`${email} cannot sign in: ${String(response.status)} ${await response.text()}`)
  const changed = await fetch(`${url}/auth/change-password`, {
    method: 'POST',
    headers: { ...headersFor(url, email), cookie: cookieOf(given) },
    body: JSON.stringify({ currentPassword: first, newPassword: password }),
  })
  if (!changed.ok) throw new Error(`${email} cannot change the first password: ${await changed.text()}`)
  return sessionOf(url, cookieOf(changed))
}

const postSignIn = (url: string, email: string, password: string): Promise<Response> =>
  fetch(`${url}/auth/sign-in/email`, {
    method: 'POST',
    headers: headersFor(url, email),
    body: JSON.stringify({ email, password }),
  })

/** Everybody comes from an address of his own: a gateway takes few sign-ins a minute from one. */
const headersFor = (url: string, email: string) => ({
  'content-type': 'application/json',
  origin: url,
  'x-forwarded-for': `10.${[...createHash('sha256').update(email).digest().subarray(0, 3)].join('.')}`,
})

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
