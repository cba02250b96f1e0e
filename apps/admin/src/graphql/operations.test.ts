import { createHash } from 'node:crypto'
import { afterEach, expect, test, vi } from 'vitest'
import { GrantsQuery } from '../grants/queries'
import { createClient } from './client'
import { operations } from './operations'

afterEach(() => vi.unstubAllGlobals())

test('what the client sends by its hash is in the list', async () => {
  const bodies: string[] = []
  vi.stubGlobal('fetch', (_url: string, { body }: { body: string }) => {
    bodies.push(body)
    return Promise.resolve(Response.json({ data: null }))
  })
  await createClient({ byHash: true }).query(GrantsQuery, { sort: 'YEAR', direction: 'DESC' }).toPromise()
  const hashes = operations.map((document) => createHash('sha256').update(document).digest('hex'))
  expect(JSON.parse(bodies[0] ?? '')).toMatchObject({
    extensions: { persistedQuery: { version: 1, sha256Hash: expect.toBeOneOf(hashes) as string } },
  })
  expect(bodies[0]).not.toContain('"query"')
})

test('the list has every operation of the pages once', () => {
  const names = operations.map((document) => /^(query|mutation) (\w+)/.exec(document)?.[2])
  expect(names).toEqual([...new Set(names)])
  expect(names).toContain('Grants')
})
