// npm run demo [-- --fresh] [-- --only-fill]
//
// A gateway with a demo in it: establishments, people and two plan years, made by the same mutations that people use. It
// keeps a data folder of its own and goes on serving until it is stopped; started again, it goes on where it was. `--fresh`
// begins anew. PORT, HOST, LOG_LEVEL and LOG_FORMAT as of the gateway; DEMO_PASSWORD: what everybody signs in with.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fillDemo } from '../src/demo/fill.js'
import { inDemoFolder, openDemoFolder, type DemoFolder } from '../src/demo/folder.js'
import { administrator } from '../src/demo/people.js'
import { readPeople } from '../src/demo/tables.js'
import { readEnvironment } from '../src/environment.js'
import { startGateway, type GatewayOptions } from '../src/gateway.js'
import { createLog } from '../src/log.js'
import { repositoryRoot } from '../src/package-root.js'
import { StartError } from '../src/start-error.js'

try {
  await inDemoFolder(main)
} catch (error) {
  process.exitCode = 1
  console.error(error instanceof StartError ? error.message : error)
}

async function main(): Promise<void> {
  const { fresh, 'only-fill': onlyFill } = parseArgs({
    options: { fresh: { type: 'boolean', default: false }, 'only-fill': { type: 'boolean', default: false } },
  }).values
  const { PORT, HOST, LOG_LEVEL = 'warn', LOG_FORMAT, DEMO_PASSWORD } = process.env
  // Of the surroundings nothing that names a database: a demo has its own.
  const environment = readEnvironment({ PORT, HOST, LOG_LEVEL, LOG_FORMAT }, process.stdout.isTTY)
  const password = DEMO_PASSWORD === '' ? undefined : DEMO_PASSWORD
  const folder = openDemoFolder(join(repositoryRoot, '.data', 'demo'), fresh, password)
  const options = {
    ...environment,
    storage: { kind: 'folder', path: folder.data },
    files: { kind: 'folder', path: folder.files },
    log: createLog(environment),
  } as const
  // It is its own progress; of the gateway only what goes wrong.
  await fill(folder, { ...options, log: createLog({ ...environment, logLevel: 'error' }) })
  if (onlyFill) return
  const gateway = await startGateway(options)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void gateway.close())
  showPeople(folder)
  showSignIn(gateway.url, folder)
}

/** Through a gateway that only this process knows: it believes which address somebody comes from. */
async function fill({ password }: DemoFolder, options: Omit<GatewayOptions, 'trustedProxies'>): Promise<void> {
  const gateway = await startGateway({ ...options, port: 0, host: '127.0.0.1', trustedProxies: 1 })
  let requests = 0
  const started = Date.now()
  try {
    await fillDemo({
      ...{ url: gateway.url, prisma: gateway.database.prisma, password, tell: (line) => console.log(`· ${line}`) },
      onDone: () => (requests += 1),
    })
  } finally {
    await gateway.close()
  }
  const seconds = Math.round((Date.now() - started) / 1000)
  console.log(requests === 0 ? 'The demo is all there.' : `${requests} requests carried out in ${seconds} s.`)
}

function showPeople({ password }: DemoFolder): void {
  const people = [{ ...administrator, role: 'ADMINISTRATOR', title: 'Người dùng, cơ quan, vai trò' }, ...readPeople()]
  const width = Math.max(...people.map(({ email }) => email.length))
  console.log()
  for (const { email, role, name, title } of people)
    console.log(`${email.padEnd(width)}  ${role.padEnd(20)}  ${name} · ${title}`)
  console.log(`\nPassword of everybody: ${password}`)
}

/** The pages have no sign-in yet: by hand, then. */
function showSignIn(url: string, { password }: DemoFolder): void {
  const { email } = readPeople()[0] ?? administrator
  const credentials = JSON.stringify({ email, password }).replaceAll("'", String.raw`'\''`)
  console.log(`
${url}   GraphiQL: ${url}/graphql   Ctrl-C ends it.

To ask as one of them, sign in and send the cookie along:
  curl -s -c cookies -H 'content-type: application/json' -H 'origin: ${url}' -d '${credentials}' ${url}/auth/sign-in/email
  curl -s -b cookies -H 'content-type: application/json' -d '{"query":"{ me { name offices { role organisation { name } } } }"}' ${url}/graphql`)
}
