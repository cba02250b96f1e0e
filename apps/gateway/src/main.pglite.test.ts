import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { killAll, run, type Running } from './testing/process.js'
import { ask } from './testing/gateway.js'

const parent = mkdtempSync(join(tmpdir(), 'khuyencong-main-'))
afterAll(() => {
  killAll()
  rmSync(parent, { recursive: true, force: true })
})

const start = (environment: Readonly<Record<string, string>>): Running =>
  run('src/main.ts', [], { PORT: '0', ...environment })
const ready = async (gateway: Running) => (await gateway.printed(/"msg":"Ready: (http:[^"]+)"/))[1] ?? ''

test('starts, says what it does in JSON lines, answers, stops on SIGTERM, and starts again with its data', async () => {
  const environment = { KHUYENCONG_DATA: join(parent, 'data') }
  for (const created of [661, 0]) {
    const gateway = start(environment)
    const url = await ready(gateway)
    expect(await ask(url, '{ grants { totalCount } }')).toEqual({
      status: 200,
      body: { data: { grants: { totalCount: 45 } } },
    })

    gateway.process.kill('SIGTERM')
    expect(await gateway.ended).toBe(0)
    const lines = gateway
      .output()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown)
    expect(lines).toContainEqual(expect.objectContaining({ msg: 'The seed data is loaded', created }))
    expect(lines).toContainEqual(expect.objectContaining({ msg: 'request completed', res: { statusCode: 200 } }))
    expect(lines.at(-1)).toMatchObject({ level: 'info', msg: 'Stopped' })
  }
})

test('a signal while it starts stops it as well', async () => {
  const gateway = start({ KHUYENCONG_DATA: join(parent, 'early') })
  await gateway.printed(/Opening the embedded database/)
  gateway.process.kill('SIGINT')
  expect(await gateway.ended).toBe(0)
  expect(gateway.output()).toContain('Stopped')
})

describe('refuses in one clear line and exit status 1', () => {
  test('a second gateway on the same data', async () => {
    const environment = { KHUYENCONG_DATA: join(parent, 'shared') }
    const first = start(environment)
    await ready(first)
    const second = start(environment)
    expect(await second.ended).toBe(1)
    expect(second.output()).toContain(`is in use by another process (process ${first.process.pid})`)
    expect(second.output()).not.toContain('    at ')
    first.process.kill('SIGTERM')
    await first.ended
  })

  test('environment variables that cannot be used, all of them', async () => {
    const gateway = start({ PORT: '80000', DATABASE_URL: 'mysql://root:hunter2@localhost/x', LOG_LEVEL: 'loud' })
    expect(await gateway.ended).toBe(1)
    expect(gateway.output()).toContain('Environment variable PORT="80000": must be a port number from 0 to 65535')
    expect(gateway.output()).toContain('Environment variable DATABASE_URL=(not shown): must be an address like')
    expect(gateway.output()).toContain('Environment variable LOG_LEVEL="loud"')
    expect(gateway.output()).not.toContain('hunter2')
  })

  test('a folder that cannot be made, and a list of operations that is not there, before anything else is', async () => {
    const list = join(parent, 'no-such-list.json')
    const file = join(parent, 'a-file')
    writeFileSync(file, '')
    const gateways = [
      [{ KHUYENCONG_DATA: join(file, 'data') }, `The data folder ${join(file, 'data')} cannot be used: EEXIST`],
      [{ KHUYENCONG_DATA: join(parent, 'unmade'), KHUYENCONG_OPERATIONS: list }, list],
    ] as const
    for (const [environment, told] of gateways) {
      const gateway = start(environment)
      expect(await gateway.ended).toBe(1)
      expect(gateway.output()).toContain(told)
      expect(gateway.output()).not.toContain('    at ')
    }
    expect(existsSync(join(parent, 'unmade'))).toBe(false)
  })

  test('a database that does not answer', async () => {
    const gateway = start({
      DATABASE_URL: 'postgresql://nobody:hunter2@127.0.0.1:1/none',
      KHUYENCONG_SECRET: 'for tests only, and longer than it must be',
    })
    expect(await gateway.ended).toBe(1)
    expect(gateway.output()).toContain('The database 127.0.0.1:1/none does not answer: connect ECONNREFUSED')
    expect(gateway.output()).toContain('DATABASE_URL')
    for (const never of ['hunter2', 'Database is open', '    at ']) expect(gateway.output()).not.toContain(never)
  })
})
