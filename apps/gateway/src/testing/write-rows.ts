// A process that writes rows until it is killed, and prints the number of each row once the database has acknowledged it.
import { migrate } from '../database/migrate.js'
import { openPglite } from '../database/pglite-engine.js'

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('Which folder?')

const engine = await openPglite(folder)
await migrate(engine, () => undefined)
const [last] = await engine.transaction(async (session) => {
  await session.run('CREATE TABLE IF NOT EXISTS written (n int PRIMARY KEY)')
  return await session.rows('SELECT coalesce(max(n), 0) AS n FROM written')
})
for (let n = Number(last?.['n']) + 1; ; n++) {
  await engine.transaction((session) => session.rows('INSERT INTO written VALUES ($1)', [n]))
  process.stdout.write(`${n}\n`)
}
