import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { packageRoot } from '../package-root.js'

/** A child process that runs a source file of this package, and what it has printed. */
export interface Running {
  readonly process: ChildProcess
  readonly output: () => string
  /** Resolves with the exit status; null when a signal ended it. */
  readonly ended: Promise<number | null>
  /** Resolves with the match once the output has it. */
  printed(pattern: RegExp): Promise<RegExpExecArray>
}

const running = new Set<ChildProcess>()

export function run(
  file: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Running {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--conditions=@khuyencong/source', join(packageRoot, file), ...args],
    {
      cwd: packageRoot,
      env: { PATH: process.env['PATH'], ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  running.add(child)
  let output = ''
  const listeners = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => {
      output += part
      for (const listener of listeners) listener()
    })
  }
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', (code) => {
      running.delete(child)
      resolve(code)
      for (const listener of listeners) listener()
    })
  })
  return {
    process: child,
    output: () => output,
    ended,
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(output)
          if (match === null && running.has(child)) return
          listeners.delete(look)
          if (match === null) reject(new Error(`The process ended without printing ${pattern.source}:\n${output}`))
          else resolve(match)
        }
        listeners.add(look)
        look()
      }),
  }
}

/** For the end of a test file: no process of ours outlives it. */
export function killAll(): void {
  for (const child of running) child.kill('SIGKILL')
}
