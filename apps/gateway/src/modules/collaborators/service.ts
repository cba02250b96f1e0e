import { authorise } from '../../access/table.js'
import { carryOut } from '../../commands/carry-out.js'
import { databaseDay } from '../../commands/counting-day.js'
import { signedIn } from '../../access/signed-in.js'
import { lockVersion, notFound } from '../../commands/version.js'
import { mustSay } from '../../commands/words.js'
import type { Transaction } from '../../database/transaction.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { isoDate } from '../../graphql/date.js'
import type { Written } from '../../graphql/mutation.js'
import { refusal } from '../../graphql/refusal.js'
import { searchable } from '../../searchable.js'
import { readContact } from '../establishments/contact.js'
import type { Asked, ChangeOf } from '../establishments/service.js'

export interface CollaboratorInput {
  readonly name: string
  /** A commune or a district. */
  readonly localityId: string
  readonly from: string
  /** The first day on which it is over. */
  readonly to?: string | null | undefined
  readonly tasks: string
  readonly phone?: string | null | undefined
  readonly identityNumber?: string | null | undefined
}

/** Takes somebody into the network (mạng lưới cộng tác viên khuyến công). From and to may lie ahead: they are an appointment. */
export async function registerCollaborator(
  prisma: PrismaClient,
  { actor, idempotencyKey }: Asked,
  input: CollaboratorInput,
): Promise<Written> {
  authorise(actor, 'registerCollaborator')
  const { personId } = signedIn(actor)
  const command = { name: 'registerCollaborator', personId, key: idempotencyKey, input: { ...input } }
  return await carryOut(prisma, command, async (tx) => {
    const data = await columns(tx, input)
    const { id } = await tx.collaborator.create({ data: { ...data, createdBy: personId }, select: { id: true } })
    return { answer: { id }, changes: [{ entity: 'Collaborator', id, after: shown(data) }] }
  })
}

/** Replaces what is recorded of a collaborator. */
export async function changeCollaborator(
  prisma: PrismaClient,
  { actor, idempotencyKey }: Asked,
  { id, expectedVersion }: ChangeOf,
  input: CollaboratorInput,
): Promise<Written> {
  authorise(actor, 'changeCollaborator')
  const { personId } = signedIn(actor)
  const asked = { id, expectedVersion, ...input }
  const command = { name: 'changeCollaborator', personId, key: idempotencyKey, input: asked }
  return await carryOut(prisma, command, async (tx) => {
    const version = await lockVersion(tx, 'collaborators', id, expectedVersion)
    const before = await find(tx, id)
    const data = await columns(tx, input)
    await tx.collaborator.update({ where: { id }, data: { ...data, version } })
    return { answer: { id }, changes: [{ entity: 'Collaborator', id, before: shown(before), after: shown(data) }] }
  })
}

/** Says from which day on a collaborator no longer is one. */
export async function endCollaborator(
  prisma: PrismaClient,
  { actor, idempotencyKey }: Asked,
  { id, expectedVersion }: ChangeOf,
  to: string,
): Promise<Written> {
  authorise(actor, 'endCollaborator')
  const { personId } = signedIn(actor)
  const command = { name: 'endCollaborator', personId, key: idempotencyKey, input: { id, expectedVersion, to } }
  return await carryOut(prisma, command, async (tx) => {
    const version = await lockVersion(tx, 'collaborators', id, expectedVersion)
    const before = await find(tx, id)
    inOrder(isoDate(before.from), to, 'to')
    await tx.collaborator.update({ where: { id }, data: { to: databaseDay(to), version } })
    return { answer: { id }, changes: [{ entity: 'Collaborator', id, before: shown(before), after: { to } }] }
  })
}

async function find(tx: Transaction, id: string) {
  const found = await tx.collaborator.findUnique({ where: { id } })
  if (found === null) throw notFound('id', id)
  return found
}

async function columns(tx: Transaction, input: CollaboratorInput) {
  const { localityId, from, to } = input
  const name = mustSay(input.name, 'input.name')
  const tasks = mustSay(input.tasks, 'input.tasks')
  const { phone, identityNumber } = readContact(input, 'input')
  const locality = await tx.locality.findUnique({ where: { id: localityId }, select: { name: true } })
  if (locality === null) throw notFound('input.locality', localityId)
  if (to != null) inOrder(from, to, 'input.to')
  return {
    ...{ name, localityId, tasks, phone, identityNumber },
    from: databaseDay(from),
    to: to == null ? null : databaseDay(to),
    searchText: searchable(`${name} ${locality.name} ${tasks}`),
  }
}

function inOrder(from: string, to: string, field: string): void {
  if (from < to) return
  throw refusal(
    'days-in-order',
    field,
    { vi: `Ngày kết thúc phải sau ngày bắt đầu (${from}).`, en: `The end must be after the beginning (${from}).` },
    { vi: `một ngày sau ${from}`, en: `a day after ${from}` },
  )
}

/** For the audit: without telephone and identity number. */
const shown = ({ name, localityId, from, to, tasks }: Awaited<ReturnType<typeof columns>>) => ({
  ...{ name, localityId, tasks, from: isoDate(from) },
  to: to === null ? null : isoDate(to),
})
