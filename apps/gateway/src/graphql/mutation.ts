import { builder } from './builder.js'
import { Refusal } from './refusal.js'

/** What a command answers: which record it made or changed. */
export interface Written extends Readonly<Record<string, string>> {
  readonly id: string
}

/** How every mutation answers, and a query that may be refused: what was asked for, or why not. */
export const orRefused = (field: string) => ({
  types: [Refusal],
  directResult: true as const,
  union: { name: `${field}Result` },
})

/** The record that a command made or changed, as it now is. */
export async function written<Row>(
  read: (ids: readonly string[]) => Promise<Row[]>,
  { id }: Pick<Written, 'id'>,
): Promise<Row> {
  const [row] = await read([id])
  if (row === undefined) throw new Error(`The record ${id} that was just written is gone`)
  return row
}

/** The first argument of every mutation. */
export const keyArgument = builder.args((t) => ({
  idempotencyKey: t.string({
    required: true,
    description:
      'A name of your own for this request, e.g. a UUID: asked again, it is answered again and not done again.',
  }),
}))
