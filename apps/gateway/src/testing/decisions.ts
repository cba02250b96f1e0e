import type { Database } from '../database/database.js'
import { verifyDecisions, type Verification } from '../decisions/verify.js'

/** What became of every stored answer, by its question. */
export async function verified({
  prisma,
}: Pick<Database, 'prisma'>): Promise<readonly (readonly [string, Verification])[]> {
  const found: [string, Verification][] = []
  await verifyDecisions(prisma, ({ question }, verification) => {
    found.push([question, verification])
  })
  return found
}

/** The same after all answers were made to say that another version of their pack gave them, as whoever owns the database could. */
export async function verifiedUnderAnotherVersion(
  database: Database,
): Promise<readonly (readonly [string, Verification])[]> {
  await database.engine.transaction((session) =>
    session.run(`ALTER TABLE decisions DISABLE TRIGGER USER;
      UPDATE decisions SET answer = replace(answer, '"version":"' || pack_version || '"', '"version":"0.0.9"'), pack_version = '0.0.9';
      ALTER TABLE decisions ENABLE TRIGGER USER`),
  )
  return await verified(database)
}
