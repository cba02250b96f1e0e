import { resolveCursorConnection, type DefaultConnectionArguments } from '@pothos/plugin-relay'
import { toCursor, type Order, type Place, type Slice } from './keyset.js'
import { pageSize } from './limits.js'

interface ConnectionOptions<Row> {
  readonly args: DefaultConnectionArguments
  readonly order: Order
  readonly read: (slice: Slice) => Promise<Row[]>
  /** Called only when the caller selects `totalCount`. */
  readonly count: () => Promise<number>
}

/** A Relay connection over rows that are read slice by slice in a keyset order. */
export async function keysetConnection<Row extends Place>({ args, order, read, count }: ConnectionOptions<Row>) {
  const connection = await resolveCursorConnection<Promise<Row[]>>(
    {
      args,
      defaultSize: pageSize.usual,
      maxSize: pageSize.maximum,
      toCursor: (row) => toCursor(order, row),
    },
    read,
  )
  return { ...connection, count }
}

/** What a connection costs: each row again for everything below it. */
export function connectionComplexity({ first, last }: DefaultConnectionArguments) {
  return { field: 1, multiplier: Math.min(first ?? last ?? pageSize.usual, pageSize.maximum) }
}
