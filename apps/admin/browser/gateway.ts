import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '..', '..', 'gateway')

/** The gateway as its own process, on a free port, with data of its own. It serves the admin that was built. */
export async function startGateway(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const data = mkdtempSync(join(tmpdir(), 'khuyencong-admin-'))
  const gateway = spawn(process.execPath, ['--import', 'tsx', '--conditions=@khuyencong/source', 'src/main.ts'], {
    cwd: folder,
    env: { PATH: process.env.PATH, PORT: '0', KHUYENCONG_DATA: data, LOG_FORMAT: 'json' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => gateway.once('close', () => resolve()))
  const url = await new Promise<string>((resolve, reject) => {
    let output = ''
    const read = (part: string) => {
      output += part
      const ready = /"msg":"Ready: (http:[^"]+)"/.exec(output)
      if (ready?.[1]) resolve(ready[1])
    }
    gateway.stdout.setEncoding('utf8').on('data', read)
    gateway.stderr.setEncoding('utf8').on('data', read)
    gateway.once('close', () => reject(new Error(`The gateway ended before it was ready:\n${output}`)))
  })
  return {
    url,
    async stop() {
      gateway.kill('SIGTERM')
      await ended
      rmSync(data, { recursive: true, force: true })
    },
  }
}
