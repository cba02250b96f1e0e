import type { IncomingMessage, ServerResponse } from 'node:http'
import { betterAuth } from 'better-auth'
import { APIError, createAuthEndpoint, createAuthMiddleware, isAPIError } from 'better-auth/api'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { fromNodeHeaders, toNodeHandler } from 'better-auth/node'
import { z } from 'zod'
import type { PrismaClient } from '../generated/prisma/client.js'
import { inLanguage } from '../graphql/problem.js'
import { textProblems } from '../graphql/texts.js'
import { answerJson } from '../http/answer.js'
import { ownOrigin } from '../http/own-origin.js'
import { clientAddress } from '../http/client-address.js'
import type { Log } from '../log.js'
import { countAttempt, forgetAttempts } from './attempts.js'
import { oidc, oidcProvider, type OidcIssuer } from './oidc.js'
import { cookiePrefix } from './session-cookie.js'
import { passwordLength } from './password-length.js'

export const signInPath = '/auth'

export interface SignIn {
  /** Answers a request under `/auth`. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>
  /** The token in the session cookie of a request, when there is one and we signed it. No statement. */
  sessionToken(request: IncomingMessage): Promise<string | undefined>
}

export interface SignInOptions {
  readonly prisma: PrismaClient
  readonly log: Log
  /** Signs the cookies. */
  readonly secret: string
  /** Where this server listens, e.g. `http://127.0.0.1:4000`. */
  readonly url: string
  /** Where everybody reaches it, when that is known; else the host that a request names is ours. */
  readonly publicUrl?: string
  /** How many proxies of ours stand in front. */
  readonly trustedProxies: number
  /** Where people may sign in besides. */
  readonly oidc?: OidcIssuer
}

/** What better-auth serves here, and nothing else of it: no sign-up, no change of one's own name or address. */
const served: readonly string[] = [
  '/sign-in/email',
  '/sign-out',
  '/get-session',
  '/change-password',
  '/list-sessions',
  '/revoke-session',
  '/revoke-sessions',
  '/revoke-other-sessions',
]
const servedWithIssuer = [...served, '/sign-in/social', `/callback/${oidcProvider}`]

/** A working day. It is not prolonged: whoever finds a machine left signed in finds it so for hours, not weeks. */
const sessionSeconds = 12 * 60 * 60

/** Written by us alone, over whatever the caller sent under this name. */
const addressHeader = 'x-khuyencong-client-address'

/** Sign-in by better-auth over our tables. */
export function createSignIn(options: SignInOptions): SignIn {
  const auth = createAuth(options)
  const handle = toNodeHandler(auth)
  const paths = new Set((options.oidc === undefined ? served : servedWithIssuer).map((path) => signInPath + path))
  return {
    handle: async (request, response) => {
      const [path = ''] = (request.url ?? '').split('?', 1)
      if (path === `${signInPath}/ways`) {
        answerJson(response, 200, { password: true, issuer: options.oidc?.name ?? null })
      } else if (paths.has(path)) {
        request.headers[addressHeader] = clientAddress(request, options.trustedProxies)
        response.setHeader('cache-control', 'no-store')
        await handle(request, response)
      } else {
        answerJson(response, 404, { code: 'NOT_FOUND', message: `There is nothing at ${path.slice(0, 100)}.` })
      }
    },
    sessionToken: async (request) =>
      (await auth.api.readSessionToken({ headers: fromNodeHeaders(request.headers) })) ?? undefined,
  }
}

// The type is inferred: it holds the endpoints that the plugin adds.
function createAuth({ prisma, log, secret, url: ownUrl, publicUrl, oidc: issuer }: SignInOptions) {
  const url = publicUrl ?? ownUrl
  return betterAuth({
    appName: 'khuyencong',
    baseURL: url,
    basePath: signInPath,
    secret,
    database: prismaAdapter(prisma, { provider: 'postgresql' }),
    user: {
      modelName: 'person',
      additionalFields: {
        active: { type: 'boolean', input: false, returned: false },
        mustChangePassword: { type: 'boolean', input: false },
      },
    },
    session: {
      modelName: 'session',
      fields: { userId: 'personId' },
      expiresIn: sessionSeconds,
      disableSessionRefresh: true,
    },
    account: {
      modelName: 'account',
      fields: { userId: 'personId' },
      // The issuer says who somebody is; we ask nothing more of it, and keep none of its tokens.
      updateAccountOnSignIn: false,
      // Our side of the address was given by an administrator. The issuer's side must be verified.
      accountLinking: { enabled: true, trustedProviders: [], requireLocalEmailVerified: false },
    },
    verification: { modelName: 'verification' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most,
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'rateLimit',
      window: 60,
      max: 120,
      // An office shares one address. What stops guessing at one account is its lock.
      customRules: {
        '/sign-in/*': { window: 60, max: 30 },
        '/change-password': { window: 60, max: 10 },
        '/get-session': false,
      },
    },
    trustedOrigins: (request) => [ownOrigin(request?.headers.get('host') ?? undefined, publicUrl)],
    advanced: {
      cookiePrefix,
      useSecureCookies: url.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: () => crypto.randomUUID() },
      // Said aloud, since better-auth leaves them out where it believes itself in a test.
      disableOriginCheck: false,
      disableCSRFCheck: false,
    },
    // Its details may hold e-mail addresses: only the sentence goes to the log.
    logger: { level: 'warn', log: (level, message) => log[level]({ from: 'better-auth' }, message) },
    // What it refuses on purpose is in the request log; the rest is a fault, of ours or of the surroundings.
    onAPIError: {
      errorURL: `${url}/sign-in`,
      onError: (error) => {
        if (!isAPIError(error)) log.error({ err: error }, 'Unexpected error at sign-in')
      },
    },
    telemetry: { enabled: false },
    hooks: {
      before: createAuthMiddleware(async ({ path, body, query }) => {
        refuseTexts(body, query)
        if (path === '/sign-in/email') await refuseWhenLocked(prisma, body)
        if (path === '/change-password') return { context: { body: ownPassword(body) } }
        if (path === '/sign-in/social') refuseIdToken(body)
        return undefined
      }),
      after: createAuthMiddleware(async ({ path, body, context }) => {
        // There is a new session: the attempt or the change has succeeded.
        if (context.newSession === null) return
        if (path === '/sign-in/email') await forgetAttempts(prisma, Credentials.parse(body).email)
        if (path === '/change-password') {
          const { id } = context.newSession.user
          await prisma.person.update({ where: { id }, data: { mustChangePassword: false } })
        }
      }),
    },
    databaseHooks: {
      session: { create: { before: (session) => onlyActive(prisma, session) } },
      account: { create: { before: (account) => Promise.resolve({ data: { ...account, ...noTokens } }) } },
    },
    plugins: [sessionToken, ...(issuer === undefined ? [] : [oidc(issuer)])],
  })
}

const Credentials = z.object({ email: z.string().toLowerCase() })

async function refuseWhenLocked(prisma: PrismaClient, body: unknown): Promise<void> {
  const credentials = Credentials.safeParse(body)
  // What is no address is refused by better-auth itself.
  if (!credentials.success || (await countAttempt(prisma, credentials.data.email))) return
  throw new APIError('TOO_MANY_REQUESTS', {
    code: 'LOCKED',
    message: 'Too many failures under this address. Try again in 15 minutes, or ask an administrator.',
  })
}

/** A new password is another one, and ends every other session: somebody may hold one who should not. */
function ownPassword(body: unknown): unknown {
  const change = z.looseObject({ currentPassword: z.string(), newPassword: z.string() }).safeParse(body)
  if (!change.success) return body
  if (change.data.newPassword === change.data.currentPassword) {
    throw new APIError('BAD_REQUEST', { code: 'SAME_PASSWORD', message: 'The new password is the old one.' })
  }
  return { ...change.data, revokeOtherSessions: true }
}

/** What nobody can have written; an issuer may send something long. */
function refuseTexts(body: unknown, query: unknown): void {
  const unreadable = textProblems(query).filter(({ code }) => code === 'text-unreadable')
  const [problem] = [...textProblems(body), ...unreadable]
  if (problem === undefined) return
  const message = `${problem.field}: ${inLanguage(problem.message, 'en')}`
  throw new APIError('BAD_REQUEST', { code: 'NOT_A_TEXT', message })
}

/** By the browser's way there and back and no other: better-auth would also take an ID token from the caller. */
function refuseIdToken(body: unknown): void {
  if (typeof body === 'object' && body !== null && 'idToken' in body) {
    throw new APIError('BAD_REQUEST', { code: 'ID_TOKEN', message: 'Sign in at the issuer; an ID token is not taken.' })
  }
}

const noTokens = { accessToken: null, refreshToken: null, idToken: null }

async function onlyActive<Session extends { userId: string }>(prisma: PrismaClient, session: Session) {
  const person = await prisma.person.findUnique({ where: { id: session.userId }, select: { active: true } })
  if (person?.active !== true) {
    throw new APIError('FORBIDDEN', { code: 'NOT_ACTIVE', message: 'This account is not active any more.' })
  }
  // Also where the caller asks not to be remembered, for which better-auth has a time of its own.
  return { data: { ...session, expiresAt: new Date(Date.now() + sessionSeconds * 1000) } }
}

/** Reads the cookie with better-auth's own means, so that its signature is checked and no session is loaded for it. */
const sessionToken = {
  id: 'session-token',
  endpoints: {
    readSessionToken: createAuthEndpoint.serverOnly({ method: 'GET', requireHeaders: true }, async (context) => {
      const { authCookies, secret } = context.context
      const token = await context.getSignedCookie(authCookies.sessionToken.name, secret)
      return token === false ? null : token
    }),
  },
}
