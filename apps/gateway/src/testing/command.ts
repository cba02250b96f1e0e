import { randomUUID } from 'node:crypto'
import { getNamedType, isObjectType, isUnionType, type GraphQLField } from 'graphql'
import { z } from 'zod'
import { schema } from '../graphql/schema.js'
import type { Caller } from './people.js'

// Any mutation over HTTP, by its name: types and fields come from the schema itself.

const Problem = z.object({ code: z.string(), field: z.string(), message: z.string() })
const Answered = z.object({
  data: z.object({
    result: z.union([
      z.object({ problems: z.array(Problem) }).transform(({ problems }) => ({
        ...{ id: '', version: 0, problems },
        refused: problems.map(({ code }) => code),
      })),
      z.looseObject({ id: z.string(), version: z.number() }).transform((record) => ({ ...record, refused: [] })),
    ]),
  }),
})

/** A record as a mutation left it, or why it did not. */
export interface Commanded {
  readonly id: string
  readonly version: number
  readonly refused: readonly string[]
  readonly [field: string]: unknown
}

const field = (name: string): GraphQLField<unknown, unknown> => {
  const found = schema.getMutationType()?.getFields()[name]
  if (found === undefined) throw new Error(`There is no mutation ${name}`)
  return found
}

/** What of a record is worth knowing after a mutation. */
const shown: Readonly<Record<string, string>> = {
  Establishment: 'id version sites { id }',
  Proposal: 'id version number state',
  Plan: 'id version state lines { id }',
  Appropriation: 'id version free',
  Award: 'id version committed advanced settled',
  PaymentRequest: 'id version state amount',
}

function selectionOf(name: string): string {
  const union = getNamedType(field(name).type)
  if (!isUnionType(union)) throw new Error(`${name} does not answer with a refusal`)
  return union
    .getTypes()
    .filter(isObjectType)
    .map((type) =>
      type.name === 'Refused'
        ? '... on Refused { problems { code field message(lang: EN) } }'
        : `... on ${type.name} { ${shown[type.name] ?? 'id version'} }`,
    )
    .join(' ')
}

/** The request of a mutation, as a client sends it. */
export function request(name: string, variables: Readonly<Record<string, unknown>>) {
  const types = new Map(field(name).args.map((argument) => [argument.name, argument.type.toString()]))
  const names = Object.keys(variables)
  const head = names.map((one) => `$${one}: ${types.get(one) ?? `unknown argument of ${name}`}`)
  const given = names.map((one) => `${one}: $${one}`)
  const query = `mutation (${head.join(', ')}) { result: ${name}(${given.join(', ')}) { __typename ${selectionOf(name)} } }`
  return { query, variables }
}

/** Asks for a mutation, under a key of its own unless one is given. */
export async function command(
  caller: Pick<Caller, 'ask'>,
  name: string,
  variables: Readonly<Record<string, unknown>>,
  idempotencyKey: string = randomUUID(),
): Promise<Commanded> {
  const asked = request(name, { ...variables, idempotencyKey })
  const { body } = await caller.ask(asked.query, asked.variables)
  const answered = Answered.safeParse(body)
  if (!answered.success) throw new Error(`${name} answered ${JSON.stringify(body)}`)
  return answered.data.data.result
}
