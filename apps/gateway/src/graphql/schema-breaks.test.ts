import { buildSchema, findBreakingChanges, type GraphQLSchema } from 'graphql'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot } from '../package-root.js'
import { schema } from './schema.js'

// Clients are written against schema.released.graphql, the schema of the last release (`npm run version` takes the present
// one). What would break them is refused here unless it stands, with its reason, in schema.breaks.json.

const read = (name: string) => readFileSync(join(packageRoot, name), 'utf8')
const breaks = (from: GraphQLSchema, to: GraphQLSchema) =>
  findBreakingChanges(from, to)
    .map(({ type, description }) => `${type}: ${description}`)
    .sort()

test('no client of the released schema breaks, but where we say so', () => {
  const meant = JSON.parse(read('schema.breaks.json')) as Readonly<Record<string, string>>
  expect(breaks(buildSchema(read('schema.released.graphql')), schema)).toEqual(Object.keys(meant).sort())
  expect(Object.values(meant).filter((reason) => reason.trim() === '')).toEqual([])
})

test.each([
  [
    'a field that is gone',
    'type Query { a: Int b: Int }',
    'type Query { a: Int }',
    'FIELD_REMOVED: Query.b was removed.',
  ],
  [
    'a field that may be null now',
    'type Query { a: Int! }',
    'type Query { a: Int }',
    'FIELD_CHANGED_KIND: Query.a changed type from Int! to Int.',
  ],
  [
    'an argument that is asked for now',
    'type Query { a: Int }',
    'type Query { a(b: Int!): Int }',
    'REQUIRED_ARG_ADDED: A required arg b on Query.a was added.',
  ],
])('%s is noticed', (_name, before, after, found) => {
  expect(breaks(buildSchema(before), buildSchema(after))).toEqual([found])
})
