import { refusal } from '../graphql/refusal.js'
import { today } from '../today.js'

/**
 * The day on which something counts, as the database takes it.
 * @param day `YYYY-MM-DD`
 * @throws Refusal `on-in-future`: what has not happened yet is no record
 */
export function countingDay(day: string, field = 'on'): Date {
  if (day > today())
    throw refusal(
      'on-in-future',
      field,
      { vi: `Ngày ${day} chưa tới.`, en: `${day} has not come yet.` },
      { vi: 'hôm nay hoặc một ngày trước đó', en: 'today or a day before' },
    )
  return databaseDay(day)
}

/** A calendar date as Prisma wants it: midnight UTC. */
export const databaseDay = (day: string): Date => new Date(`${day}T00:00:00Z`)
