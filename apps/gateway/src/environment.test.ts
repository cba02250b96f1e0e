import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { EnvironmentError, readEnvironment } from './environment.js'
import { repositoryRoot } from './package-root.js'

describe('readEnvironment', () => {
  test('nothing given: port 4000 of this machine, a folder in the repository, JSON lines', () => {
    expect(readEnvironment({}, false)).toEqual({
      port: 4000,
      host: '127.0.0.1',
      storage: { kind: 'folder', path: join(repositoryRoot, '.data', 'pglite') },
      trustedProxies: 0,
      logLevel: 'info',
      logFormat: 'json',
    })
  })

  test('a person at the terminal gets readable lines, unless told otherwise', () => {
    expect(readEnvironment({}, true).logFormat).toBe('pretty')
    expect(readEnvironment({ LOG_FORMAT: 'json' }, true).logFormat).toBe('json')
  })

  test('DATABASE_URL goes before KHUYENCONG_DATA', () => {
    const DATABASE_URL = 'postgresql://u:p@db:5432/k'
    const KHUYENCONG_SECRET = 's'.repeat(32)
    expect(readEnvironment({ DATABASE_URL, KHUYENCONG_SECRET, KHUYENCONG_DATA: '/data' }, false).storage).toEqual({
      kind: 'postgres',
      url: DATABASE_URL,
    })
    expect(readEnvironment({ DATABASE_URL: '', KHUYENCONG_DATA: '/data' }, false).storage).toEqual({
      kind: 'folder',
      path: '/data',
    })
    expect(readEnvironment({ KHUYENCONG_DATA: 'data' }, false).storage).toEqual({
      kind: 'folder',
      path: join(repositoryRoot, 'data'),
    })
  })

  test.each(['-1', '65536', '80 ', '4000.5', 'http'])('PORT=%j is refused', (PORT) => {
    expect(() => readEnvironment({ PORT }, false)).toThrow(EnvironmentError)
    expect(() => readEnvironment({ PORT }, false)).toThrow(`PORT=${JSON.stringify(PORT)}: must be a port number`)
  })

  test.each(['0', '65535'])('PORT=%s is taken', (PORT) => {
    expect(readEnvironment({ PORT }, false).port).toBe(Number(PORT))
  })
})
