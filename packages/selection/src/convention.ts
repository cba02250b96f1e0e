import type { Citations, Reading, Text } from '@khuyencong/rules'
import type { Found } from './in-force.js'

/** A convention that a result made use of because no text says what to do. It is never law. */
export interface ConventionUsed {
  readonly parameter: string
  readonly title: Text
  readonly taken: string
  /** The article that is silent. */
  readonly cites: Citations
  /** Other conventions, each with those who would fare otherwise under it. */
  readonly otherwise: readonly { readonly reading: Reading; readonly changes: readonly string[] }[]
}

/**
 * The convention with what each other reading of it would change.
 * @param changes those who would fare otherwise under the other value
 */
export const conventionUsed = <C extends string>(
  { found: { parameter }, entry, value }: Found<C>,
  options: readonly C[],
  changes: (other: C) => readonly string[],
): ConventionUsed => ({
  parameter: parameter.id,
  title: parameter.title,
  taken: value,
  cites: entry.cites,
  otherwise: (entry.readings ?? []).flatMap((reading) => {
    const other = options.find((option) => option === reading.value)
    return other === undefined ? [] : [{ reading, changes: changes(other) }]
  }),
})

export const makesADifference = ({ otherwise }: ConventionUsed): boolean =>
  otherwise.some(({ changes }) => changes.length > 0)
