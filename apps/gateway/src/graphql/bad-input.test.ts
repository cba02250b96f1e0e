import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { startTestGateway, type Answer, type TestGateway } from '../testing/gateway.js'
import { signIn } from '../testing/people.js'

// Whatever is sent: one clear error, never a stack trace, never a server that stops.

let gateway: TestGateway
beforeAll(async () => {
  gateway = await startTestGateway()
})
afterAll(() => gateway.close())

async function post(body: BodyInit, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
    ...(body instanceof ReadableStream ? { duplex: 'half' as const } : {}),
  })
  const text = await response.text()
  expect(text).not.toMatch(/node_modules|\.ts:\d+|\bat \w+ \(/)
  return { status: response.status, body: JSON.parse(text) as unknown }
}

const error = (message: unknown, code?: string) => ({
  errors: [
    expect.objectContaining({
      message,
      ...(code === undefined ? {} : { extensions: expect.objectContaining({ code }) as unknown }),
    }),
  ],
})
const Kinds = z.object({
  data: z.object({ __type: z.object({ possibleTypes: z.array(z.object({ name: z.string() })) }) }),
})
const containing = (text: string): unknown => expect.stringContaining(text)

describe('requests', () => {
  test('a field that does not exist', async () => {
    const { status, body } = await gateway.ask('{ grants { nodes { supprt } } }')
    expect(status).toBe(400)
    expect(body).toMatchObject(
      error(containing('Cannot query field "supprt" on type "Grant"'), 'GRAPHQL_VALIDATION_FAILED'),
    )
  })

  test('a document that does not parse', async () => {
    const { status, body } = await gateway.ask('{ grants {')
    expect(status).toBe(400)
    expect(body).toMatchObject(error(containing('Syntax Error'), 'GRAPHQL_PARSE_FAILED'))
  })

  test('JSON that does not parse', async () => {
    const { status, body } = await post('{"query": "{ grants')
    expect(status).toBe(400)
    expect(body).toMatchObject(error(containing('JSON'), 'BAD_REQUEST'))
  })

  test('variables in an address that do not parse', async () => {
    const response = await fetch(`${gateway.url}/graphql?query={__typename}&variables=%7B`)
    expect([response.status, await response.json()]).toMatchObject([400, error(containing('JSON'), 'BAD_USER_INPUT')])
  })

  test('a body of 1 MB', async () => {
    const { status, body } = await post(JSON.stringify({ query: `{ __typename } #${'x'.repeat(1024 * 1024)}` }))
    expect(status).toBe(413)
    expect(body).toMatchObject(error(containing('at most 262144 are read'), 'PAYLOAD_TOO_LARGE'))
  })

  test('a body of 1 MB in chunks, its length not announced', async () => {
    const chunk = new TextEncoder().encode('x'.repeat(64 * 1024))
    let sent = 0
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => (sent++ < 16 ? controller.enqueue(chunk) : controller.close()),
    })
    const { status, body } = await post(stream)
    expect(status).toBe(411)
    expect(body).toMatchObject(error(containing('Content-Length'), 'LENGTH_REQUIRED'))
  })

  test('a document that nests too deeply', async () => {
    const { body } = await gateway.ask(
      `{ grants { nodes { ${'establishment { grants { '.repeat(8)} id ${'} } '.repeat(8)} } } }`,
    )
    expect(body).toMatchObject(error(containing('depth')))
  })

  test('a document that asks the same under too many names', async () => {
    const { body } = await gateway.ask(
      `{ ${Array.from({ length: 31 }, (_, i) => `a${i}: localities { totalCount }`).join(' ')} }`,
    )
    expect(body).toMatchObject(error(containing('Aliases limit of 30 exceeded')))
  })

  test('a document that is too long', async () => {
    const { body } = await gateway.ask(`{ ${'__typename '.repeat(2_001)} }`)
    expect(body).toMatchObject(error(containing('Token limit of 2000 exceeded')))
  })

  test('a query that asks for too much', async () => {
    const { body } = await gateway.ask(
      `{ establishments(first: 100) { nodes { ${Array.from({ length: 5 }, (_, i) => `g${i}: grants { ${Array.from({ length: 5 }, (_, j) => `e${j}: establishment { sites { id provinceName } grants { id support totalCost counterpart note } }`).join(' ')} }`).join(' ')} } } }`,
    )
    expect(body).toMatchObject({ errors: [{ message: containing('omplex') }] })
  })
})

describe('mutations are held to the same limits', () => {
  const unlock = 'unlockPerson(input: { idempotencyKey: "12345678", personId: "x" })'

  test('aliases', async () => {
    const fields = Array.from({ length: 31 }, (_, i) => `a${i}: ${unlock} { __typename }`).join(' ')
    expect((await gateway.ask(`mutation { ${fields} }`)).body).toMatchObject(
      error(containing('Aliases limit of 30 exceeded')),
    )
  })

  test('tokens', async () => {
    expect((await gateway.ask(`mutation { ${`${unlock} { __typename } `.repeat(150)} }`)).body).toMatchObject(
      error(containing('Token limit of 2000 exceeded')),
    )
  })

  test('depth', async () => {
    const deep = `${'memberships { organisation { establishment { sites { locality { '.repeat(4)} id ${'} '.repeat(20)}`
    expect((await gateway.ask(`mutation { ${unlock} { ... on Person { ${deep} } } }`)).body).toMatchObject(
      error(containing('depth')),
    )
  })

  test('several operations in one request', async () => {
    const { status, body } = await post(JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }]))
    expect(status).toBe(400)
    expect(body).toMatchObject(error(containing('Batching is not supported')))
  })
})

describe('arguments', () => {
  test.each(['2024-02-30', '2024-3-1', '01/03/2024', '2024-03-01T00:00:00Z', ''])('the date %j', async (snapshot) => {
    const { body } = await gateway.ask(
      'query ($filter: LocalityFilter) { localities(filter: $filter) { totalCount } }',
      {
        filter: { snapshot },
      },
    )
    expect(body).toMatchObject({
      errors: [{ message: containing(`"${snapshot}"`), extensions: { code: 'BAD_USER_INPUT' } }],
    })
  })

  test('a date in the document', async () => {
    const { status, body } = await gateway.ask('{ localities(filter: { snapshot: "2023-13-01" }) { totalCount } }')
    expect(status).toBe(400)
    expect(body).toMatchObject(error(containing('Date "2023-13-01" is not in the calendar.')))
  })

  test('years that are no years, or the wrong way round', async () => {
    const query = 'query ($filter: GrantFilter) { grants(filter: $filter) { totalCount } }'
    expect((await gateway.ask(query, { filter: { yearFrom: 18 } })).body).toMatchObject(
      error('A year is between 1990 and 2100.', 'BAD_USER_INPUT'),
    )
    expect((await gateway.ask(query, { filter: { yearFrom: 2024, yearTo: 2020 } })).body).toMatchObject(
      error('yearFrom is after yearTo.', 'BAD_USER_INPUT'),
    )
  })

  test('cursors that are none, or of another order', async () => {
    const query = 'query ($after: String) { grants(sort: SUPPORT, after: $after) { nodes { id } } }'
    const support = (key: string) => Buffer.from(JSON.stringify(['SUPPORT', 'DESC', key, 'x'])).toString('base64url')
    for (const after of ['?', 'AAAA', support('1.5'), support("1'; drop table grants")]) {
      expect((await gateway.ask(query, { after })).body).toMatchObject(
        error(containing('is not a cursor of this list'), 'BAD_USER_INPUT'),
      )
    }
    const other = Buffer.from(JSON.stringify(['YEAR', 'DESC', '2020', 'x'])).toString('base64url')
    expect((await gateway.ask(query, { after: other })).body).toMatchObject(
      error('The cursor belongs to the order YEAR DESC, the list is in the order SUPPORT DESC.', 'BAD_USER_INPUT'),
    )
  })

  test('pages of impossible size', async () => {
    expect((await gateway.ask('{ grants(first: -1) { nodes { id } } }')).body).toMatchObject(error(containing('first')))
    expect((await gateway.ask('{ localities(first: -1) { nodes { id } } }')).body).toMatchObject(
      error(containing('first')),
    )
    const { body } = await gateway.ask('{ localities(first: 100000) { nodes { code } } }')
    expect(body).toMatchObject({ data: { localities: { nodes: { length: 100 } } } })
  })

  test('ids that name nothing', async () => {
    const query = 'query ($id: ID!) { node(id: $id) { id } }'
    expect((await gateway.ask(query, { id: '%%%' })).body).toMatchObject(
      error('"%%%" is not the id of a node.', 'BAD_USER_INPUT'),
    )
    expect((await gateway.ask(query, { id: btoa('Nothing:1') })).body).toMatchObject({
      errors: [{ message: containing('') }],
    })
    expect((await gateway.ask(query, { id: btoa('Grant:none') })).body).toEqual({ data: { node: null } })
    // Of every kind that there is, to somebody who may read all of it.
    const reader = await signIn(gateway, 'INDUSTRY_DEPARTMENT')
    const kinds = await gateway.ask('{ __type(name: "Node") { possibleTypes { name } } }')
    for (const { name } of Kinds.parse(kinds.body).data.__type.possibleTypes)
      expect([name, (await reader.ask(query, { id: btoa(`${name}:none`) })).body]).toEqual([
        name,
        { data: { node: null } },
      ])
  })
})
