import { encodeGlobalID } from '@pothos/plugin-relay'
import { getNamedType, isObjectType, isUnionType } from 'graphql'
import type { GraphQLArgument, GraphQLField } from 'graphql'
import { schema } from '../graphql/schema.js'

// Mutations as GraphQL declares them, so that the demo has to name its arguments only.

/** A mutation that can be asked for. */
export interface Request {
  /** The document; its one field is called `result`. */
  readonly query: string
  /** Whether a version is to be given. */
  readonly versioned: boolean
  /** The id under which GraphQL knows the record that the mutation answers. */
  globalId(own: string): string
}

const problems = '... on Refused { problems { code field message(lang: EN) expected(lang: EN) } }'

export function requestFor(name: string): Request {
  const field: GraphQLField<unknown, unknown> | undefined = schema.getMutationType()?.getFields()[name]
  if (field === undefined) throw new Error(`There is no mutation ${name}`)
  const { args } = field
  const record = recordOf(field)
  const isNode = record.getInterfaces().some((one) => one.name === 'Node')
  const head = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ')
  const given = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ')
  const shown = 'id' in record.getFields() ? `... on ${record.name} { id }` : ''
  return {
    query: `mutation (${head}) { result: ${name}(${given}) { __typename ${shown} ${problems} } }`,
    versioned: has(args, 'expectedVersion'),
    globalId: (own) => (isNode ? encodeGlobalID(record.name, own) : own),
  }
}

const has = (args: readonly GraphQLArgument[], name: string): boolean => args.some((arg) => arg.name === name)

/** What it answers when it is not refused. */
function recordOf(field: GraphQLField<unknown, unknown>) {
  const result = getNamedType(field.type)
  const members = isUnionType(result) ? result.getTypes() : isObjectType(result) ? [result] : []
  const record = members.find((member) => member.name !== 'Refused')
  if (record === undefined) throw new Error(`${field.name} answers no record`)
  return record
}
