import { z } from 'zod'
import { Prisma } from '../generated/prisma/client.js'
import { inputError } from './input-error.js'

/**
 * Paging by the last row seen, not by counting rows: a page costs the same wherever it lies, and rows that come or go
 * in between neither repeat nor skip others.
 */
export interface Order {
  /** Name of the order, kept in cursors. */
  readonly name: string
  readonly direction: 'ASC' | 'DESC'
  /** What is sorted by: SQL that is never null. Ties are broken by id. */
  readonly key: Prisma.Sql
  readonly type: 'int4' | 'int8' | 'text'
  readonly id: Prisma.Sql
}

/** Which rows of the order: as Relay's arguments ask, after `resolveCursorConnection` has read them. */
export interface Slice {
  readonly after?: string | undefined
  readonly before?: string | undefined
  readonly limit: number
  /** From the end backwards. */
  readonly inverted: boolean
}

/** A row's place in an order. Every list read this way selects both columns. */
export interface Place {
  readonly id: string
  /** The order's key as text. */
  readonly orderKey: string
}

const CursorContent = z.tuple([z.string(), z.enum(['ASC', 'DESC']), z.string(), z.string()])

export function toCursor(order: Order, place: Place): string {
  return Buffer.from(JSON.stringify([order.name, order.direction, place.orderKey, place.id])).toString('base64url')
}

/** The condition, order and limit that cut the slice out of a list. */
export function cut(order: Order, slice: Slice): { readonly where: Prisma.Sql[]; readonly orderAndLimit: Prisma.Sql } {
  const { key, id } = order
  const beyond = (cursor: string, side: 'after' | 'before') => {
    const place = fromCursor(order, cursor)
    const forward = (order.direction === 'ASC') === (side === 'after')
    const comparison = Prisma.raw(forward ? '>' : '<')
    return Prisma.sql`(${key}, ${id}) ${comparison} (${place.orderKey}::text${Prisma.raw(`::${order.type}`)}, ${place.id})`
  }
  const direction = Prisma.raw((order.direction === 'ASC') === slice.inverted ? 'DESC' : 'ASC')
  return {
    where: [
      ...(slice.after === undefined ? [] : [beyond(slice.after, 'after')]),
      ...(slice.before === undefined ? [] : [beyond(slice.before, 'before')]),
    ],
    orderAndLimit: Prisma.sql`ORDER BY ${key} ${direction}, ${id} ${direction} LIMIT ${slice.limit}`,
  }
}

function fromCursor(order: Order, cursor: string): Place {
  const content = CursorContent.safeParse(readJson(Buffer.from(cursor, 'base64url').toString('utf8')))
  if (!content.success) throw inputError(`"${cursor.slice(0, 60)}" is not a cursor of this list.`)
  const [name, direction, orderKey, id] = content.data
  if (name !== order.name || direction !== order.direction) {
    throw inputError(
      `The cursor belongs to the order ${name} ${direction}, the list is in the order ${order.name} ${order.direction}.`,
    )
  }
  if (order.type !== 'text' && !/^-?\d{1,19}$/.test(orderKey))
    throw inputError(`"${cursor.slice(0, 60)}" is not a cursor of this list.`)
  return { id, orderKey }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** `WHERE` with all conditions, or nothing. */
export function whereAll(conditions: readonly Prisma.Sql[]): Prisma.Sql {
  return conditions.length === 0 ? Prisma.empty : Prisma.sql`WHERE ${Prisma.join([...conditions], ' AND ')}`
}
