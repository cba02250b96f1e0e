// npm run audit -w @khuyencong/gateway -- head
// npm run audit -w @khuyencong/gateway -- verify [<size>:<root> …]
//
// `head` prints what to keep elsewhere: how many entries the audit has, and one hash over them all. `verify` recomputes the
// audit from its first entry and compares it with the heads given. Exit status 1 when anything is not as it was written.
// On the embedded database the gateway must not run meanwhile; it answers the same by the query `auditReport`.
import { verifyAudit, type KnownHead } from '../src/audit/verify.js'
import { openEngine, prismaOn } from '../src/database/database.js'
import { readStorage } from '../src/environment.js'
import { createLog } from '../src/log.js'

const usage = 'Usage: npm run audit -- head | verify [<size>:<root in hex> …]'
const [task, ...heads] = process.argv.slice(2)
const known = heads.map(parseHead)
if ((task !== 'head' && task !== 'verify') || (task === 'head' && heads.length > 0) || known.includes(undefined)) {
  console.error(usage)
  process.exit(2)
}

const storage = readStorage(process.env)
const log = createLog({ logLevel: 'warn', logFormat: 'pretty' })
const engine = await openEngine(storage, log)
const prisma = prismaOn(engine)
try {
  const { size, root, faults, ...report } = await prisma.$transaction(
    (tx) =>
      verifyAudit(
        tx,
        known.filter((head) => head !== undefined),
      ),
    { timeout: 3_600_000 },
  )
  console.log(`${String(size)}:${root}`)
  if (task === 'verify') {
    for (const { sequence, message } of faults)
      console.log(sequence === undefined ? `At the end: ${message}.` : `Entry ${String(sequence)}: ${message}.`)
    console.log(`${String(size)} entries, ${report.heads} heads compared, ${faults.length} faults.`)
  }
  if (faults.length > 0) process.exitCode = 1
} finally {
  await prisma.$disconnect()
  await engine.close()
}

function parseHead(text: string): KnownHead | undefined {
  const [, size, root] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? []
  return size === undefined || root === undefined ? undefined : { size: BigInt(size), root }
}
