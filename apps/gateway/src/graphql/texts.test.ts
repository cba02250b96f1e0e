import { graphql, type GraphQLField } from 'graphql'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { pathsOf, valueFor } from '../testing/arguments.js'
import { inLanguage } from './problem.js'
import { schema } from './schema.js'
import { isReadable, textProblems } from './texts.js'

const mutations = Object.values(schema.getMutationType()?.getFields() ?? {})

const Answer = z.object({
  data: z.object({
    result: z.object({ problems: z.array(z.object({ code: z.string(), field: z.string(), expected: z.string() })) }),
  }),
})

/** What is said to one text among the arguments of a mutation, where it comes before anything else is looked at. */
async function problemsOf({ name, args }: GraphQLField<unknown, unknown>, at: string, text: string) {
  const head = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ')
  const given = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ')
  const answer = await graphql({
    schema,
    source: `mutation (${head}) { result: ${name}(${given}) { ... on Refused { problems { code field expected(lang: EN) } } } }`,
    variableValues: Object.fromEntries(
      args.map((arg) => [arg.name, valueFor(arg, (path) => (path === at ? text : undefined))]),
    ),
  })
  return Answer.parse(answer).data.result.problems
}

describe.each(mutations.map((mutation) => [mutation.name, mutation] as const))('%s', (_name, mutation) => {
  const texts = mutation.args.flatMap((arg) => pathsOf(arg, 'String'))

  test.each(texts)('refuses control characters in %s', async (field) => {
    // Of a file, the line.
    const at = field === 'csv' ? 'csv.1' : field
    const refused = [{ code: 'text-unreadable', field: at, expected: 'the text without them' }]
    expect(await problemsOf(mutation, field, 'a\u0000b')).toEqual(refused)
    expect(await problemsOf(mutation, field, 'half \ud83d')).toEqual(refused)
  })

  test.each(texts.filter((field) => field !== 'csv'))('refuses a %s without end', async (field) => {
    const [problem] = await problemsOf(mutation, field, 'x'.repeat(90_000))
    expect(problem).toMatchObject({ code: 'text-too-long', field })
    expect(problem?.expected).toMatch(/^at most (500|5000) characters$/)
  })
})

describe('a file', () => {
  test('is told which of its lines cannot be read', () => {
    const problems = textProblems({ csv: 'Tên,Xã\r\nMột\u0007,A\r\nHai,B\r\n"Ba\nhalf \ud83d",C\n', source: 'Thư' })
    expect(problems.map(({ field, message }) => [field, inLanguage(message, 'en')])).toEqual([
      ['csv.2', 'Line 2: This text has characters that cannot be read (control characters).'],
      ['csv.5', 'Line 5: This text has characters that cannot be read (control characters).'],
    ])
  })

  test('that is no text is not named line by line to its end', () => {
    expect(textProblems({ csv: '\u0000\n'.repeat(100_000) })).toHaveLength(20)
  })
})

test.each([
  [
    'query ($filter: ProposalFilter) { proposals(filter: $filter) { totalCount } }',
    { filter: { text: 'a\u0000' } },
    'filter.text: This text has characters that cannot be read (control characters).',
  ],
  [
    'query ($id: ID!) { node(id: $id) { id } }',
    { id: btoa('Proposal:a\u0000') },
    '"UHJvcG9zYWw6YQA=" is not the id of a node.',
  ],
])('a query says what of its arguments cannot be read: %s', async (source, variableValues, message) => {
  const { errors } = await graphql({ schema, source, variableValues })
  expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' } }])
})

test.each([
  ['Nguyễn Văn An\n\tđường số 1\r\n', true],
  ['máy 🌾', true],
  ['a\u0000b', false],
  ['a\u001bb', false],
  ['a\u007fb', false],
  ['\ud83d', false],
])('%j can be read: %s', (text, readable) => {
  expect(isReadable(text)).toBe(readable)
})
