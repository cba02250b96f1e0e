import type { Entry, Round, Sheet } from './round.js'

/** An entry that may enter. */
export const entry = (id: string, rest: Partial<Entry> = {}): Entry => ({
  id,
  group: 'handicraft',
  eligibility: 'met',
  ...rest,
})

export const round = (judges: readonly string[], entries: readonly Entry[], rest: Partial<Round> = {}): Round => ({
  id: 'P-2024',
  level: 'PROVINCE',
  judges,
  entries,
  ...rest,
})

/** A total spread over the four groups of criteria, the first filled first. */
export function marksOf(total: number): Sheet['marks'] {
  const marks: Record<string, number> = {}
  let left = Math.round(total * 10_000)
  for (const [id, most] of [
    ['market', 40],
    ['economy', 40],
    ['culture', 10],
    ['other', 10],
  ] as const) {
    const part = Math.min(left, most * 10_000)
    marks[id] = part / 10_000
    left -= part
  }
  return marks
}

export const sheet = (judge: string, entry: string, total: number, rest: Partial<Sheet> = {}): Sheet => ({
  judge,
  entry,
  version: 1,
  marks: marksOf(total),
  ...rest,
})

/** Sheets from a table: for each entry the totals of the judges A, B, C … */
export const sheets = (totals: Readonly<Record<string, readonly number[]>>): Sheet[] =>
  Object.entries(totals).flatMap(([id, row]) =>
    row.map((total, index) => sheet(String.fromCharCode('A'.charCodeAt(0) + index), id, total)),
  )
