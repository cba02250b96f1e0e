import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'

/**
 * Reads a CSV file whose first line names the columns, and checks every row.
 *
 * @throws Error naming file, line and column of the first rows that do not fit
 */
export function readCsv<Row extends z.ZodType>(file: string, row: Row): z.output<Row>[] {
  const records: unknown = parse(readFileSync(file, 'utf8'), { columns: true, skip_empty_lines: true })
  const parsed = z.array(row).safeParse(records)
  if (!parsed.success) throw new Error(`${file} does not hold what is expected:\n${z.prettifyError(parsed.error)}`)
  return parsed.data
}

/** A cell that may be empty; empty is null. */
export const optionalCell = z.string().transform((cell) => (cell === '' ? null : cell))

/** A calendar date `YYYY-MM-DD`, as Prisma wants it: midnight UTC. */
export const dateCell = z.iso.date().transform((cell) => new Date(`${cell}T00:00:00Z`))

/** Whole đồng; empty is null. */
export const dongCell = z
  .string()
  .regex(/^\d*$/, 'must be whole đồng')
  .transform((cell) => (cell === '' ? null : BigInt(cell)))
