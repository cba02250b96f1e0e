import { z } from 'zod'
import { Prisma } from '../generated/prisma/client.js'

/** Ten failures within fifteen minutes lock an address for fifteen minutes after the tenth. */
const lockAfter = { attempts: 10, minutes: 15 }

type Records = Prisma.TransactionClient

const period = Prisma.sql`make_interval(mins => ${lockAfter.minutes}::int)`
/** Fifteen minutes have passed: since the tenth failure when there were ten, else since the first. */
const over = Prisma.sql`CASE WHEN a.count < ${lockAfter.attempts}::int THEN a.first_at ELSE a.last_at END <= now() - ${period}`

/**
 * Counts an attempt to sign in before its password is looked at, so that of many at once no more than ten are tried.
 * Kept in the database: it holds for every process and after a restart. Addresses that nobody has are counted alike,
 * so that the answer does not tell which exist.
 *
 * @returns whether it may be tried
 */
export async function countAttempt(records: Records, email: string): Promise<boolean> {
  const rows = await records.$queryRaw`
    INSERT INTO sign_in_attempts AS a (email, count, first_at, last_at) VALUES (${email}, 1, now(), now())
    ON CONFLICT (email) DO UPDATE SET
      count = CASE WHEN ${over} THEN 1 ELSE least(a.count, ${lockAfter.attempts}::int) + 1 END,
      first_at = CASE WHEN ${over} THEN now() ELSE a.first_at END,
      last_at = CASE WHEN a.count < ${lockAfter.attempts}::int OR ${over} THEN now() ELSE a.last_at END
    RETURNING count`
  const [{ count }] = z.tuple([z.object({ count: z.number() })]).parse(rows)
  return count <= lockAfter.attempts
}

/** After a success, or when an administrator unlocks the address. Also drops what no longer counts for anybody. */
export async function forgetAttempts(records: Records, email: string): Promise<void> {
  await records.$executeRaw`
    DELETE FROM sign_in_attempts a WHERE a.email = ${email} OR a.last_at <= now() - ${period}`
}

/** Which of these addresses are locked now. */
export async function lockedAmong(records: Records, emails: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await records.$queryRaw`
    SELECT a.email FROM sign_in_attempts a
    WHERE a.email = ANY(${[...emails]}::text[]) AND a.count >= ${lockAfter.attempts}::int AND NOT ${over}`
  const locked = z.array(z.object({ email: z.string() })).parse(rows)
  return new Set(locked.map(({ email }) => email))
}
