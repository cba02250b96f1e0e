import { z } from 'zod'
import type { PrismaClient } from '../generated/prisma/client.js'
import { requestFor, type Request } from './requests.js'
import { openSession, type Session } from './session.js'

/** Whoever acts, by the address under which he signs in. */
export type Email = string

export interface WalkOptions {
  /** Where the gateway listens. */
  readonly url: string
  /** Its database, only to read from: who has a password to change, and what was carried out already. */
  readonly prisma: PrismaClient
  /** Of everybody in the demo. */
  readonly password: string
  /** Told of each request that was carried out now. */
  readonly onDone?: (key: string) => void
}

interface Asked {
  /** The record that changes, as GraphQL knows it: its version is read just before. */
  readonly changes?: string
}

/**
 * Does what the demo is made of, over HTTP and as people who have signed in. Every request has a key made of names: what
 * the gateway remembers to have carried out is not asked again, so that a broken run goes on where it stopped.
 */
export interface Walk {
  /** @returns the id of the record that the mutation answers, as GraphQL knows it */
  act(who: Email, mutation: string, key: string, variables: Variables, asked?: Asked): Promise<string>
  /** Whether a request was carried out, now or in a run before. */
  isDone(key: string): boolean
  /** Of everybody in the demo. */
  readonly password: string
  /** A query of one field. */
  read<T>(who: Email, query: string, variables: Variables, shape: z.ZodType<T>): Promise<T>
  /** Signs somebody in, whether he then does anything or not. */
  signIn(who: Email): Promise<void>
  /** @returns the SHA-256 under which the file is kept */
  upload(who: Email, file: Uint8Array): Promise<string>
}

export type Variables = Readonly<Record<string, unknown>>

/** All keys of the demo begin so. */
const keyPrefix = 'demo/'

const Answer = z.object({ id: z.string().optional() }).or(z.string())
const Body = z.object({ data: z.record(z.string(), z.unknown()) })
const Result = z.union([
  z.object({ __typename: z.literal('Refused'), problems: z.array(z.record(z.string(), z.string())) }),
  z.object({ __typename: z.string(), id: z.string().optional() }),
])

export async function startWalk({ url, prisma, password, onDone = () => undefined }: WalkOptions): Promise<Walk> {
  const done = await carriedOut(prisma)
  const sessions = new Map<Email, Promise<Session>>()
  const open = async (email: Email) => {
    const { mustChangePassword } = await prisma.person.findUniqueOrThrow({ where: { email } })
    return await openSession(url, email, password, mustChangePassword)
  }
  const session = (who: Email) => {
    const there = sessions.get(who) ?? open(who)
    sessions.set(who, there)
    return there
  }
  const requests = new Map<string, Request>()

  const ask = async (who: Email, query: string, variables: Variables) => {
    const body = await (await session(who)).post(JSON.stringify({ query, variables }))
    const parsed = Body.safeParse(body)
    if (!parsed.success) throw new Error(`${who} was answered ${JSON.stringify(body)} to ${query}`)
    return parsed.data.data
  }
  const read: Walk['read'] = async (who, query, variables, shape) => {
    const [value] = Object.values(await ask(who, query, variables))
    return shape.parse(value)
  }
  const versionOf = async (who: Email, id: string) =>
    (await read(who, versionQuery, { id }, z.object({ version: z.number() }))).version

  const act: Walk['act'] = async (who, mutation, name, variables, { changes } = {}) => {
    const key = keyPrefix + name
    const request = requests.get(mutation) ?? requestFor(mutation)
    requests.set(mutation, request)
    const before = done.get(key)
    if (before !== undefined) return request.globalId(before)
    const { versioned, query } = request
    const version = versioned && changes !== undefined ? { expectedVersion: await versionOf(who, changes) } : {}
    const given = { ...variables, ...version, idempotencyKey: key }
    const answered = await ask(who, query, given)
    const result = Result.parse(answered['result'])
    if ('problems' in result) throw new DemoRefusedError(`${key}: ${who} is refused ${mutation}`, result.problems)
    const id = result.id ?? ''
    done.set(key, ownId(id))
    onDone(name)
    return id
  }

  return {
    ...{ act, password },
    read,
    signIn: async (who) => {
      await session(who)
    },
    isDone: (name) => done.has(keyPrefix + name),
    upload: async (who, file) => z.object({ hash: z.string() }).parse(await (await session(who)).put(file)).hash,
  }
}

/** The gateway refuses what the demo asks: its tables do not fit the law, or the records. */
class DemoRefusedError extends Error {
  override readonly name = 'DemoRefusedError'
  constructor(what: string, problems: readonly Readonly<Record<string, string>>[]) {
    super([what, ...problems.map((problem) => `  ${Object.values(problem).join(' · ')}`)].join('\n'))
  }
}

/** The requests of the demo that the gateway remembers, and the record's own id that it answered. */
async function carriedOut(prisma: PrismaClient): Promise<Map<string, string>> {
  const commands = await prisma.command.findMany({
    where: { key: { startsWith: keyPrefix } },
    select: { key: true, answer: true },
  })
  return new Map(
    commands.map(({ key, answer }) => {
      const said = Answer.parse(answer)
      return [key, typeof said === 'string' ? said : (said.id ?? '')]
    }),
  )
}

const versionQuery = `query ($id: ID!) { node(id: $id) {
  ... on Proposal { version } ... on Plan { version } ... on Award { version }
  ... on PaymentRequest { version } ... on Appropriation { version }
} }`

/** The record's own id, out of what GraphQL calls it; ids that are no node's stay as they are. */
function ownId(id: string): string {
  const [, own] = Buffer.from(id, 'base64').toString().split(':')
  return own !== undefined && Buffer.from(id, 'base64').toString('base64') === id ? own : id
}
