// npm run test:postgres [-- arguments for vitest]
//
// Runs the tests on a real PostgreSQL: starts a cluster of its own in a temporary folder, on a free port, and removes
// it afterwards. Needs the server's programs (Debian: package `postgresql`), nothing that runs already.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { repositoryRoot } from '../src/package-root.js'

const programs = findPrograms()
const user = findUser()
const folder = mkdtempSync(join(tmpdir(), 'khuyencong-postgres-'))
if (user !== undefined) chownSync(folder, user.uid, user.gid)
const data = join(folder, 'data')
const port = await freePort()

try {
  postgres('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'])
  // What the tests write is thrown away: no need to wait for the disk.
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off`
  postgres('pg_ctl', ['-D', data, '-l', join(folder, 'log'), '-w', '-o', settings, 'start'])
  try {
    process.exitCode = await vitest(`postgresql://postgres@127.0.0.1:${port}/postgres`)
  } finally {
    postgres('pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop'])
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** The newest installed version. */
function findPrograms(): string {
  const root = '/usr/lib/postgresql'
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : []
  const found = versions.map((version) => join(root, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')))
  // Elsewhere they are on the path.
  return found ?? ''
}

/** PostgreSQL refuses to run as root; Debian's package brings a user for it. */
function findUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

function postgres(program: string, args: readonly string[]): void {
  const { status, error, stderr } = spawnSync(join(programs, program), args, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    ...user,
  })
  if (error !== undefined) throw new Error(`${program} cannot be run. Is PostgreSQL installed?`, { cause: error })
  if (status !== 0) throw new Error(`${program} failed:\n${stderr}`)
}

function vitest(url: string): Promise<number> {
  const child = spawn('vitest', ['run', '--project', 'gateway', ...process.argv.slice(2)], {
    cwd: repositoryRoot,
    env: { ...process.env, TEST_POSTGRES_URL: url },
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  return new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)))
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('No port')),
      )
    })
  })
}
