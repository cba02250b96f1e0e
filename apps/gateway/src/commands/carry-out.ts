import { createHash } from 'node:crypto'
import { append, type Change } from '../audit/append.js'
import type { Transaction } from '../database/transaction.js'
import { Prisma, type PrismaClient } from '../generated/prisma/client.js'
import { refusal } from '../graphql/refusal.js'
import { canonicalJson, plain, type Json } from '../json.js'
import { isCollision, refusalOfDatabase } from './database-refusals.js'

/** What somebody asks to have done. */
export interface Command {
  /** As the mutation is called, e.g. `submitProposal`. */
  readonly name: string
  /** Who asks. */
  readonly personId: string
  /** The caller's own name for this request. Asked again with the same input, it is answered again and not done again. */
  readonly key: string
  readonly input: Json
}

/** What was done: the answer for the caller, and each record that changed. */
export interface Done<Answer extends Json> {
  readonly answer: Answer
  readonly changes: readonly Change[]
}

/**
 * Carries out a command, whole or not at all: the work, its audit entries, its messages to other systems and the memory of
 * its key are one transaction. A refusal leaves nothing behind; the same key may then be used again.
 *
 * @param work writes through `tx` and nothing else. It may run more than once: where two transactions wait for one another,
 *   the database makes one of them start anew.
 * @returns the answer as JSON has it: bigints and times as strings
 * @throws Refusal when the key was used for another request, or when the work or a constraint of the database refuses
 */
export async function carryOut<Answer extends Json>(
  prisma: PrismaClient,
  command: Command,
  work: (tx: Transaction) => Promise<Done<Answer>>,
): Promise<Answer> {
  checkKey(command.key)
  const inputHash = createHash('sha256')
    .update(canonicalJson([command.name, command.input]))
    .digest('hex')
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await prisma.$transaction((tx) => once(tx, command, inputHash, work))
    } catch (error) {
      if (attempt < attempts && isCollision(error)) continue
      throw refusalOfDatabase(error) ?? error
    }
  }
}

const attempts = 5

async function once<Answer extends Json>(
  tx: Transaction,
  { name, personId, key }: Command,
  inputHash: string,
  work: (tx: Transaction) => Promise<Done<Answer>>,
): Promise<Answer> {
  // Waits while another transaction carries out the same key.
  const { count } = await tx.command.createMany({ data: { personId, key, name, inputHash }, skipDuplicates: true })
  const where = { personId_key: { personId, key } }
  if (count === 0) {
    const before = await tx.command.findUniqueOrThrow({ where })
    if (before.inputHash !== inputHash) throw keyUsed(before.name)
    return before.answer as Answer
  }
  const done = await work(tx)
  const answer = plain(done.answer) as Answer & Prisma.InputJsonValue
  await tx.command.update({ where, data: { answer } })
  await append(tx, { personId, action: name }, done.changes)
  // What the database looks at only when all is written, it looks at now: while a refusal can still be told by its name.
  await tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`
  return answer
}

const keyUsed = (name: string) =>
  refusal(
    'key-used',
    'idempotencyKey',
    {
      vi: `Khóa này đã được dùng cho một yêu cầu khác (${name}).`,
      en: `This key was used for another request (${name}).`,
    },
    { vi: 'một khóa mới cho mỗi yêu cầu mới', en: 'a new key for each new request' },
  )

function checkKey(key: string): void {
  if (/^[\x21-\x7e]{8,200}$/.test(key)) return
  throw refusal(
    'key-form',
    'idempotencyKey',
    { vi: 'Khóa không hợp lệ.', en: 'This cannot be a key.' },
    {
      vi: '8 đến 200 ký tự ASCII không có khoảng trắng, ví dụ một UUID',
      en: '8 to 200 visible ASCII characters, e.g. a UUID',
    },
  )
}
