import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { postSignIn } from '../../testing/people.js'
import { killAll, run } from '../../testing/process.js'

const parent = mkdtempSync(join(tmpdir(), 'khuyencong-admin-'))
const environment = { KHUYENCONG_DATA: join(parent, 'data'), PORT: '0' }
afterAll(() => {
  killAll()
  rmSync(parent, { recursive: true, force: true })
})

const createAdmin = (...args: string[]) => run('scripts/create-admin.ts', args, environment)
const an = ['--email', 'An@example.test', '--name', 'Nguyễn An']

test('the first administrator, by a command, on the embedded database', async () => {
  const first = createAdmin(...an)
  expect(await first.ended).toBe(0)
  const password = /shown only now: (\S+)/.exec(first.output())?.[1] ?? ''

  const second = createAdmin('--email', 'b@example.test', '--name', 'Bình')
  expect(await second.ended).toBe(1)
  expect(second.output()).toContain('There is an administrator already. Expected: --another')

  const gateway = run('src/main.ts', [], environment)
  const [, url = ''] = await gateway.printed(/"msg":"Ready: (http:[^"]+)"/)
  const meanwhile = createAdmin(...an, '--another')
  expect(await meanwhile.ended).toBe(1)
  expect(meanwhile.output()).toContain('is in use by another process')
  expect(meanwhile.output()).not.toContain('    at ')

  const response = await postSignIn({ url }, 'an@example.test', password)
  expect(await response.json()).toMatchObject({ user: { name: 'Nguyễn An', mustChangePassword: true } })
  expect(statSync(`${environment.KHUYENCONG_DATA}.secret`).mode & 0o777).toBe(0o600)
  gateway.process.kill('SIGTERM')
  await gateway.ended
})

test('says how it is called', async () => {
  for (const args of [[], ['--email', 'x'], ['--surname', 'x']]) {
    const call = createAdmin(...args)
    expect(await call.ended).toBe(1)
    expect(call.output()).toContain('Usage: npm run create-admin')
  }
})
