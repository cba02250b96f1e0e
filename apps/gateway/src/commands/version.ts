import { z } from 'zod'
import type { Transaction } from '../database/transaction.js'
import { Prisma } from '../generated/prisma/client.js'
import { refusal } from '../graphql/refusal.js'

const Found = z.array(z.object({ version: z.number().int() }))

/**
 * Locks a record until the transaction ends and makes sure that it is still as the caller saw it. Tables whose records can be
 * changed have a column `version`: 1 when a record is made, one more with each change.
 *
 * @param expectedVersion absent: whatever its version is
 * @returns the number that the next version takes; whoever changes the record writes it
 * @throws Refusal `not-found`, or `stale` naming the current version
 */
export async function lockVersion(
  tx: Transaction,
  table: string,
  id: string,
  expectedVersion: number | undefined,
): Promise<number> {
  const [found] = Found.parse(
    await tx.$queryRaw`SELECT version FROM ${Prisma.raw(`"${table}"`)} WHERE id = ${id} FOR UPDATE`,
  )
  if (!found) throw notFound('id', id)
  if (expectedVersion !== undefined && found.version !== expectedVersion)
    throw refusal(
      'stale',
      'expectedVersion',
      {
        vi: `Bản ghi đã được sửa: phiên bản hiện tại là ${found.version}, không phải ${expectedVersion}.`,
        en: `The record has changed: its version is ${found.version}, not ${expectedVersion}.`,
      },
      { vi: 'đọc lại rồi gửi lại', en: 'read it again and ask again' },
    )
  return found.version + 1
}

/** @param field of the input that names the record */
export const notFound = (field: string, id: string) =>
  refusal(
    'not-found',
    field,
    { vi: `Không có bản ghi ${id}.`, en: `There is no record ${id}.` },
    { vi: 'mã của một bản ghi hiện có', en: 'the id of a record that exists' },
  )
