import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { EnvironmentError, readEnvironment, readStorage } from './environment.js'
import { repositoryRoot } from './package-root.js'

test('readStorage asks for no secret: it is for commands that need none', () => {
  const DATABASE_URL = 'postgresql://u:p@db:5432/k'
  expect(readStorage({ DATABASE_URL, NODE_ENV: 'production' })).toEqual({ kind: 'postgres', url: DATABASE_URL })
  expect(readStorage({ KHUYENCONG_DATA: '/data' })).toEqual({ kind: 'folder', path: '/data' })
  expect(() => readStorage({ DATABASE_URL: 'mysql://u:hunter2@db/k' })).toThrow('DATABASE_URL=(not shown)')
})

describe('readEnvironment', () => {
  test('nothing given: port 4000 of this machine, a folder in the repository, JSON lines', () => {
    expect(readEnvironment({}, false)).toEqual({
      port: 4000,
      host: '127.0.0.1',
      storage: { kind: 'folder', path: join(repositoryRoot, '.data', 'pglite') },
      files: { kind: 'folder', path: join(repositoryRoot, '.data', 'files') },
      maxFileBytes: 20 * 1024 * 1024,
      trustedProxies: 0,
      production: false,
      operations: [],
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

  test('files lie beside the records, where KHUYENCONG_FILES says, or in a bucket', () => {
    const filesOf = (variables: Record<string, string>) => readEnvironment(variables, false).files
    expect(filesOf({ KHUYENCONG_DATA: '/srv/records' })).toEqual({ kind: 'folder', path: '/srv/files' })
    expect(filesOf({ KHUYENCONG_FILES: 'papers' })).toEqual({ kind: 'folder', path: join(repositoryRoot, 'papers') })
    const bucket = { S3_BUCKET: 'b', S3_ACCESS_KEY_ID: 'i', S3_SECRET_ACCESS_KEY: 's' }
    expect(filesOf({ S3_ENDPOINT: 'https://s3.example.vn/', ...bucket })).toEqual({
      ...{ kind: 's3', endpoint: 'https://s3.example.vn', region: 'us-east-1' },
      ...{ bucket: 'b', accessKeyId: 'i', secretAccessKey: 's' },
    })
    expect(() => filesOf({ S3_ENDPOINT: 'https://s3.example.vn' })).toThrow(/S3_BUCKET/)
    expect(() => filesOf({ S3_ENDPOINT: 'ftp://s3.example.vn', ...bucket })).toThrow(EnvironmentError)
  })

  test.each(['0', '1.5', '10000'])('MAX_FILE_MB=%j is refused', (MAX_FILE_MB) => {
    expect(() => readEnvironment({ MAX_FILE_MB }, false)).toThrow(/MAX_FILE_MB/)
  })

  test.each(['-1', '65536', '80 ', '4000.5', 'http'])('PORT=%j is refused', (PORT) => {
    expect(() => readEnvironment({ PORT }, false)).toThrow(EnvironmentError)
    expect(() => readEnvironment({ PORT }, false)).toThrow(`PORT=${JSON.stringify(PORT)}: must be a port number`)
  })

  test('an issuer is named whole, with https, or not at all', () => {
    const OIDC = {
      OIDC_ISSUER: 'https://id.example/realm',
      OIDC_CLIENT_ID: 'khuyencong',
      OIDC_CLIENT_SECRET: 'a secret of the client',
    }
    expect(readEnvironment(OIDC, false).oidc).toEqual({
      issuer: 'https://id.example/realm',
      clientId: 'khuyencong',
      clientSecret: 'a secret of the client',
      name: 'OpenID Connect',
    })
    expect(readEnvironment({ ...OIDC, OIDC_NAME: 'Cổng' }, false).oidc?.name).toBe('Cổng')
    expect(() => readEnvironment({ ...OIDC, OIDC_CLIENT_SECRET: '' }, false)).toThrow('give all three, or none')
    expect(() => readEnvironment({ ...OIDC, OIDC_ISSUER: 'http://id.example' }, false)).toThrow('https://')
  })

  test('production, and lists of operations besides the admin’s', () => {
    const given = {
      NODE_ENV: 'production',
      KHUYENCONG_SECRET: 's'.repeat(32),
      KHUYENCONG_OPERATIONS: '/a.json,/b.json',
    }
    expect(readEnvironment(given, false)).toMatchObject({ production: true, operations: ['/a.json', '/b.json'] })
  })

  test('the public address has no path, and loses its slash', () => {
    expect(readEnvironment({ PUBLIC_URL: 'https://kc.example/' }, false).publicUrl).toBe('https://kc.example')
    for (const PUBLIC_URL of ['kc.example', 'https://kc.example/app', 'ftp://kc.example'])
      expect(() => readEnvironment({ PUBLIC_URL }, false)).toThrow('PUBLIC_URL')
  })

  test('the secret is long, is never shown, and is asked for where several processes or real people use it', () => {
    const secret = 's3cret-'.repeat(5)
    expect(readEnvironment({ KHUYENCONG_SECRET: secret }, false).secret).toBe(secret)
    expect(() => readEnvironment({ KHUYENCONG_SECRET: 'hunter2' }, false)).toThrow('KHUYENCONG_SECRET=(not shown)')
    expect(() => readEnvironment({ NODE_ENV: 'production' }, false)).toThrow('KHUYENCONG_SECRET is missing')
    expect(() => readEnvironment({ DATABASE_URL: 'postgresql://db/k' }, false)).toThrow('KHUYENCONG_SECRET is missing')
  })

  test.each(['0', '65535'])('PORT=%s is taken', (PORT) => {
    expect(readEnvironment({ PORT }, false).port).toBe(Number(PORT))
  })
})
