// npm run create-admin -w @khuyencong/gateway -- --email <address> --name <name> [--organisation <name>] [--another]
//
// Makes the first administrator, in the database that the environment names. The password is read from standard input;
// when nothing is piped in, one is made and printed once. He has to change either at his first sign-in.
import { randomBytes } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { openDatabase } from '../src/database/database.js'
import { readStorage } from '../src/environment.js'
import { inLanguage } from '../src/graphql/problem.js'
import { Refusal } from '../src/graphql/refusal.js'
import { createLog } from '../src/log.js'
import { createAdministrator } from '../src/modules/people/first-administrator.js'
import { StartError } from '../src/start-error.js'

const usage =
  'Usage: npm run create-admin -w @khuyencong/gateway -- --email <address> --name <name> [--organisation <name>] [--another]'

try {
  await main()
} catch (error) {
  process.exitCode = 1
  if (error instanceof Refusal)
    for (const { message, expected } of error.problems)
      console.error(`${inLanguage(message, 'en')} Expected: ${inLanguage(expected, 'en')}.`)
  else console.error(error instanceof StartError ? error.message : error)
}

async function main(): Promise<void> {
  const wanted = readArguments()
  if (wanted === undefined) {
    console.error(usage)
    process.exitCode = 1
    return
  }
  // The commands of a person at a terminal, not of a service: only what goes wrong is told.
  const log = createLog({ logLevel: 'error', logFormat: 'pretty' })
  const storage = readStorage(process.env)
  const given = process.stdin.isTTY ? '' : (await text(process.stdin)).replace(/\r?\n$/, '')
  const password = given === '' ? randomBytes(18).toString('base64url') : given

  const database = await openDatabase({ storage, log })
  try {
    await createAdministrator(database.prisma, { ...wanted, password, mustChangePassword: true })
  } finally {
    await database.close()
  }
  console.log(`${wanted.email} is an administrator.`)
  if (given === '') console.log(`First password, shown only now: ${password}`)
}

function readArguments() {
  try {
    const { email, name, organisation, another } = parseArgs({
      options: {
        email: { type: 'string' },
        name: { type: 'string' },
        organisation: { type: 'string', default: 'Sở Công Thương' },
        another: { type: 'boolean', default: false },
      },
    }).values
    return email === undefined || name === undefined ? undefined : { email, name, organisation, another }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return undefined
  }
}
