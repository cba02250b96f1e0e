import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestGateway, type TestGateway } from '../testing/gateway.js'
import { signIn, type Caller } from '../testing/people.js'
import { OperationsError, readOperations } from './operations.js'

const folder = mkdtempSync(join(tmpdir(), 'khuyencong-operations-'))
const hash = (document: string) => createHash('sha256').update(document).digest('hex')
const listed = 'query Me { me { name } }'

function list(name: string, content: string): string {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

let gateway: TestGateway
let officer: Caller
beforeAll(async () => {
  const operations = [list('admin.json', JSON.stringify({ [hash(listed)]: listed }))]
  gateway = await startTestGateway({ production: true, operations })
  officer = await signIn(gateway, 'CENTRE', { name: 'Lê Văn Trung' })
})
afterAll(async () => {
  await gateway.close()
  rmSync(folder, { recursive: true })
})

async function send(body: object, cookie = '') {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', cookie },
    body: JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json()) as unknown }
}
const byHash = (sha256Hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } })
const refused = (code: string) => ({ errors: [{ extensions: { code } }] })

describe('in production', () => {
  test('a listed operation is taken by its hash, with a session and without', async () => {
    expect((await send(byHash(hash(listed)), officer.cookie)).body).toEqual({ data: { me: { name: 'Lê Văn Trung' } } })
    expect((await send(byHash(hash(listed)))).body).toEqual({ data: { me: null } })
  })

  test('with a session nothing else is carried out', async () => {
    const { status, body } = await send({ query: '{ me { personId } }' }, officer.cookie)
    expect(status).toBe(403)
    expect(body).toMatchObject(refused('PERSISTED_QUERY_ONLY'))
  })

  test('nor is it when it stands beside the hash of a listed one', async () => {
    const both = { query: '{ me { personId } }', ...byHash(hash(listed)) }
    expect((await send(both, officer.cookie)).body).toMatchObject(refused('PERSISTED_QUERY_ONLY'))
    expect((await send({ query: listed }, officer.cookie)).body).toMatchObject(refused('PERSISTED_QUERY_ONLY'))
  })

  test('without a session anything may be asked', async () => {
    expect((await send({ query: '{ me { personId } }' })).body).toEqual({ data: { me: null } })
  })

  test('a hash that is not listed, and no operation at all', async () => {
    const unknown = await send(byHash(hash('{ __typename }')))
    expect(unknown.status).toBe(400)
    expect(unknown.body).toMatchObject(refused('PERSISTED_QUERY_NOT_FOUND'))
    expect((await send({})).status).toBe(400)
    expect((await send(byHash('__proto__'))).body).toMatchObject(refused('PERSISTED_QUERY_NOT_FOUND'))
  })
})

describe('a list that cannot be used names its file', () => {
  test.each([
    ['there is none', 'none.json', undefined],
    ['it is no JSON', 'text.json', '{'],
    ['it is another JSON', 'other.json', '[1]'],
    ['a document is not what its hash says', 'wrong.json', JSON.stringify({ [hash(listed)]: '{ people { id } }' })],
  ])('%s', (_what, name, content) => {
    const file = content === undefined ? join(folder, name) : list(name, content)
    expect(() => readOperations([file])).toThrow(OperationsError)
    expect(() => readOperations([file])).toThrow(name)
  })
})
