import { Refusal } from '../graphql/refusal.js'
import { notYet } from './said.js'

/**
 * The day on which something counts, as the database takes it.
 * @param day `YYYY-MM-DD`
 * @throws Refusal `on-in-future`
 */
export function countingDay(day: string, field = 'on'): Date {
  const problems = notYet(day, field)
  if (problems.length > 0) throw new Refusal(problems)
  return databaseDay(day)
}

/** A calendar date as Prisma wants it: midnight UTC. */
export const databaseDay = (day: string): Date => new Date(`${day}T00:00:00Z`)
