// npm run reconcile -w @khuyencong/gateway [-- --json]
//
// Proves for every appropriation and award where each đồng is: from the postings alone, against the balances, the plan, the
// awards and the payment requests. Exit status 1 when anything differs. On the embedded database the gateway must not run
// meanwhile; it answers the same by the query `reconciliation`.
import { openEngine, prismaOn } from '../src/database/database.js'
import { readStorage } from '../src/environment.js'
import { createLog } from '../src/log.js'
import { reconcileMoney } from '../src/modules/money/reconcile.js'
import { reportOf } from '../src/modules/money/reconcile-report.js'

const options = process.argv.slice(2)
if (options.some((option) => option !== '--json')) {
  console.error('Usage: npm run reconcile -- [--json]')
  process.exit(2)
}

const engine = await openEngine(readStorage(process.env), createLog({ logLevel: 'warn', logFormat: 'pretty' }))
const prisma = prismaOn(engine)
try {
  const reconciliation = await reconcileMoney(prisma)
  const digits = (_key: string, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)
  if (options.length > 0) console.log(JSON.stringify(reconciliation, digits, 2))
  else for (const line of reportOf(reconciliation)) console.log(line)
  if (reconciliation.differences.length > 0) process.exitCode = 1
} finally {
  await prisma.$disconnect()
  await engine.close()
}
