import { GraphQLError } from 'graphql'
import { createYoga, maskError, type YogaServerInstance } from 'graphql-yoga'
import { renderGraphiQL } from '@graphql-yoga/render-graphiql'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { readActor, type Actor } from '../access/actor.js'
import type { PrismaClient } from '../generated/prisma/client.js'
import type { Log } from '../log.js'
import type { SignIn } from '../sign-in/sign-in.js'
import type { Context } from './context.js'
import { inputError } from './input-error.js'
import { limitPlugins } from './limits.js'
import { persistedOperations, type Operations } from './operations.js'
import { Refusal } from './refusal.js'
import { schema } from './schema.js'

interface ServerContext {
  readonly req: IncomingMessage
  readonly res: ServerResponse
}

export const graphqlPath = '/graphql'

const firstQuery = `# Published grants, the largest support first.
{
  grants(first: 10, sort: SUPPORT, direction: DESC) {
    totalCount
    nodes { provinceName contentText planDate totalCost support sources { url } }
  }
}
`

export interface GraphqlOptions {
  readonly prisma: PrismaClient
  readonly signIn: SignIn
  readonly log: Log
  /** What clients may ask for by its hash. */
  readonly operations: Operations
  /** Whether a request with a session may ask nothing else. */
  readonly onlyListedWithSession: boolean
}

/** GraphQL over HTTP, with GraphiQL for browsers (served from here, not from elsewhere). */
export function createGraphql({
  prisma,
  signIn,
  log,
  operations,
  onlyListedWithSession,
}: GraphqlOptions): YogaServerInstance<ServerContext, Context> {
  return createYoga<ServerContext, Context>({
    schema,
    context: ({ req }) => ({ prisma, log: req.log, actor: once(() => findActor(prisma, signIn, req)) }),
    graphqlEndpoint: graphqlPath,
    landingPage: false,
    graphiql: { title: 'khuyencong', defaultQuery: firstQuery },
    renderGraphiQL,
    // Any page may ask what everybody may know. Without leave for credentials a browser sends it no cookie of ours.
    cors: { origin: '*', credentials: false, methods: ['GET', 'POST'] },
    multipart: false,
    plugins: [persistedOperations({ operations, onlyListedWithSession }), ...limitPlugins],
    logging: false,
    maskedErrors: {
      isDev: false,
      maskError: (error, message) => {
        const refused = refusedQuery(error)
        if (refused !== undefined) return refused
        // Of a request in an address: in a resolver it would have come with the path of its field.
        if (error instanceof SyntaxError) return inputError('The variables are not JSON.', { http: { status: 400 } })
        const masked = maskError(error, message, false)
        // What was meant for the caller comes back as it was. Anything else is a fault of ours.
        if (masked !== error) log.error({ err: original(error) }, 'Unexpected error in a resolver')
        return masked
      },
    },
  })
}

/** Who sends a request. */
export async function findActor(
  prisma: PrismaClient,
  signIn: SignIn,
  request: IncomingMessage,
): Promise<Actor | undefined> {
  const token = await signIn.sessionToken(request)
  return token === undefined ? undefined : await readActor(prisma, token)
}

function once<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let result: Promise<Result> | undefined
  return () => (result ??= work())
}

/** A mutation answers a refusal with data. A query that is refused fails, and says as plainly why. */
function refusedQuery(error: unknown): GraphQLError | undefined {
  const cause = original(error)
  if (!(cause instanceof Refusal) || !(error instanceof GraphQLError)) return undefined
  const { nodes = null, path = null, message } = error
  return new GraphQLError(message, {
    ...{ nodes, path },
    extensions: { code: 'REFUSED', problems: cause.problems.map(({ code, field }) => ({ code, field })) },
  })
}

function original(error: unknown): unknown {
  return error instanceof Error && 'originalError' in error ? error.originalError : error
}
