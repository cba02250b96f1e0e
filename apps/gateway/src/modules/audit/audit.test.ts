import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { carryOut } from '../../commands/carry-out.js'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'
import { signIn, type Caller } from '../../testing/people.js'

let gateway: TestGateway
let inspector: Caller
let finance: Caller
beforeAll(async () => {
  gateway = await startTestGateway()
  inspector = await signIn(gateway, 'INSPECTOR')
  finance = await signIn(gateway, 'FINANCE_DEPARTMENT', { name: 'Nguyễn Thị Tài' })
  // In one command, and so on one day.
  await carryOut(
    gateway.database.prisma,
    { name: 'note', personId: finance.personId, key: 'key-00001', input: null },
    () =>
      Promise.resolve({
        answer: null,
        changes: [1, 2, 3].map((n) => ({ entity: 'Note', id: `note-${String(n % 2)}`, after: { n } })),
      }),
  )
})
afterAll(() => gateway.close())

const ENTRIES = `query ($filter: AuditFilter, $first: Int) {
  auditEntries(filter: $filter, first: $first) { totalCount nodes { sequence personName action entity entityId content } }
}`

describe('the entries', () => {
  test('are read newest first, with who acted', async () => {
    const { body } = await inspector.ask(ENTRIES, { filter: { entity: 'Note', entityId: 'note-1' }, first: 1 })
    expect(body).toMatchObject({
      data: {
        auditEntries: {
          totalCount: 2,
          nodes: [{ personName: 'Nguyễn Thị Tài', action: 'note', entity: 'Note', entityId: 'note-1' }],
        },
      },
    })
  })

  test('of a page are one statement, and one more for their number', async () => {
    gateway.takeStatements()
    await inspector.ask(ENTRIES, { first: 50 })
    expect(gateway.takeStatements().filter((sql) => !sql.includes('sessions'))).toHaveLength(2)
  })

  test.each([
    ['who has not signed in', () => gateway.ask(ENTRIES), 'not-signed-in'],
    ['whose office it is not', () => finance.ask(ENTRIES), 'not-allowed'],
  ])('are not for those %s', async (_who, ask, code) => {
    expect((await ask()).body).toMatchObject({
      errors: [{ extensions: { code: 'REFUSED', problems: [{ code }] } }],
    })
  })
})

test('the report finds the audit whole, and gives the head to be kept', async () => {
  const REPORT = 'query ($heads: [String!]!) { auditReport(heads: $heads) { head heads faults { sequence message } } }'
  const { body } = await inspector.ask(REPORT, { heads: [] })
  expect(body).toMatchObject({ data: { auditReport: { heads: 0, faults: [] } } })
  const { head } = (body as { data: { auditReport: { head: string } } }).data.auditReport
  expect((await inspector.ask(REPORT, { heads: [head] })).body).toEqual({
    data: { auditReport: { head, heads: 1, faults: [] } },
  })
  const other = head.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
  expect((await inspector.ask(REPORT, { heads: [other] })).body).toMatchObject({
    data: { auditReport: { faults: [{ message: 'the head that was kept elsewhere is another' }] } },
  })
  expect((await inspector.ask(REPORT, { heads: ['3'] })).body).toMatchObject({
    errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
  })
})

test('events are read each once, by asking again after the last', async () => {
  const EVENTS = 'query ($after: String!) { events(after: $after, first: 2) { sequence topic payload } }'
  const seen: unknown[] = []
  for (let after = '0'; ;) {
    const { body } = await finance.ask(EVENTS, { after })
    const { events } = (body as { data: { events: { sequence: string; topic: string; payload: string }[] } }).data
    const [last] = events.slice(-1)
    if (!last) break
    seen.push(...events)
    after = last.sequence
  }
  expect(seen.map((_, index) => String(index + 1))).toEqual(
    seen.map((event) => (event as { sequence: string }).sequence),
  )
  expect(seen.at(-1)).toMatchObject({ topic: 'Note.note', payload: '{"id":"note-1"}' })
  expect((await inspector.ask(EVENTS, { after: '0' })).body).toMatchObject({
    errors: [{ extensions: { code: 'REFUSED' } }],
  })
})
