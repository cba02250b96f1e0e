// npm run decisions -w @khuyencong/gateway -- verify
//
// Gives every stored answer of the law again from its input, under its pack on its day, and reports what is not equal.
// Exit status: 0 all equal; 1 an answer is not what its own pack version says, or cannot be given again; 3 answers were
// given under other pack versions than are here, and some would be different now. On the embedded database the gateway
// must not run meanwhile.
import { openEngine, prismaOn } from '../src/database/database.js'
import { verifyDecisions, type Verification } from '../src/decisions/verify.js'
import { readStorage } from '../src/environment.js'
import { createLog } from '../src/log.js'

const [task, ...rest] = process.argv.slice(2)
if (task !== 'verify' || rest.length > 0) {
  console.error('Usage: npm run decisions -- verify')
  process.exit(2)
}

const engine = await openEngine(readStorage(process.env), createLog({ logLevel: 'warn', logFormat: 'pretty' }))
const prisma = prismaOn(engine)
const counts = { equal: 0, 'other-version': 0, different: 0, unreadable: 0 }
let changed = 0
try {
  await verifyDecisions(prisma, ({ number, position, question, subject, id }, verification) => {
    counts[verification.outcome] += 1
    if (verification.outcome === 'equal') return
    console.log(`${number} step ${position} ${question} ${subject} (${id}): ${said(verification)}`)
    if (!('differences' in verification)) return
    if (verification.outcome === 'other-version' && verification.differences.length > 0) changed += 1
    for (const { path, stored, now } of verification.differences.slice(0, 20))
      console.log(`  ${path}: ${shown(stored)} -> ${shown(now)}`)
    if (verification.differences.length > 20) console.log(`  and ${verification.differences.length - 20} more`)
  })
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  console.log(
    `${total} decisions: ${counts.equal} equal, ${counts['other-version']} under another pack version (${changed} different), ${counts.different} different, ${counts.unreadable} unreadable.`,
  )
  if (counts.different + counts.unreadable > 0) process.exitCode = 1
  else if (changed > 0) process.exitCode = 3
} finally {
  await prisma.$disconnect()
  await engine.close()
}

function said(verification: Exclude<Verification, { readonly outcome: 'equal' }>): string {
  switch (verification.outcome) {
    case 'other-version':
      return `given under ${verification.stored}, here is ${verification.here}: ${
        verification.differences.length === 0 ? 'the same answer' : 'another answer'
      }`
    case 'different':
      return 'not what this pack version says'
    case 'unreadable':
      return `cannot be given again: ${verification.reason}`
  }
}

function shown(text: string | undefined): string {
  if (text === undefined) return '(nothing)'
  return text.length > 120 ? `${text.slice(0, 120)}…` : text
}
