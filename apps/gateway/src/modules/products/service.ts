import { carryOut } from '../../commands/carry-out.js'
import { countingDay, databaseDay } from '../../commands/counting-day.js'
import { signedIn } from '../../access/signed-in.js'
import { lockVersion, notFound } from '../../commands/version.js'
import { mustSay, said } from '../../commands/words.js'
import type { Transaction } from '../../database/transaction.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import type { CertificateKind, ProductGroup } from '../../generated/prisma/enums.js'
import { isoDate } from '../../graphql/date.js'
import type { Written } from '../../graphql/mutation.js'
import { refusal } from '../../graphql/refusal.js'
import { searchable } from '../../searchable.js'
import { establishmentFor } from '../establishments/scope.js'
import type { Asked, ChangeOf } from '../establishments/service.js'

interface Certificate {
  readonly kind: CertificateKind
  readonly title: string
  readonly number?: string | null | undefined
  readonly issuer: string
  readonly issuedOn: string
  /** The last day on which it is valid. */
  readonly validTo?: string | null | undefined
}

export interface ProductInput {
  readonly name: string
  readonly group: ProductGroup
  readonly remark?: string | null | undefined
  readonly certificates?: readonly Certificate[] | null | undefined
}

/** Records what an establishment makes. */
export async function registerProduct(
  prisma: PrismaClient,
  { actor, idempotencyKey }: Asked,
  establishmentId: string,
  input: ProductInput,
): Promise<Written> {
  const { personId } = signedIn(actor)
  const asked = { establishmentId, ...plainInput(input) }
  return await carryOut(
    prisma,
    { name: 'registerProduct', personId, key: idempotencyKey, input: asked },
    async (tx) => {
      await establishmentFor(tx, actor, 'registerProduct', establishmentId)
      const data = columns(input)
      const certificates = certificatesOf(input)
      const { id } = await tx.product.create({
        data: { ...data, establishmentId, createdBy: personId, certificates: { create: certificates } },
        select: { id: true },
      })
      return { answer: { id }, changes: [{ entity: 'Product', id, after: { ...asked } }] }
    },
  )
}

/** Replaces what is recorded of a product, its certificates with it. */
export async function changeProduct(
  prisma: PrismaClient,
  { actor, idempotencyKey }: Asked,
  { id, expectedVersion }: ChangeOf,
  input: ProductInput,
): Promise<Written> {
  const { personId } = signedIn(actor)
  const asked = { id, expectedVersion, ...plainInput(input) }
  return await carryOut(prisma, { name: 'changeProduct', personId, key: idempotencyKey, input: asked }, async (tx) => {
    const before = await findProduct(tx, id)
    await establishmentFor(tx, actor, 'changeProduct', before.establishmentId)
    const version = await lockVersion(tx, 'products', id, expectedVersion)
    refuseEnded(before.endedOn)
    const data = columns(input)
    const certificates = certificatesOf(input)
    await tx.productCertificate.deleteMany({ where: { productId: id } })
    await tx.product.update({ where: { id }, data: { ...data, version, certificates: { create: certificates } } })
    const { name, group, remark } = before
    const was = { name, group, remark, certificates: before.certificates.map((one) => ({ ...one })) }
    return { answer: { id }, changes: [{ entity: 'Product', id, before: was, after: plainInput(input) }] }
  })
}

/** Records that a product is no longer made. */
export async function endProduct(
  prisma: PrismaClient,
  { actor, idempotencyKey }: Asked,
  { id, expectedVersion }: ChangeOf,
  on: string,
): Promise<Written> {
  const { personId } = signedIn(actor)
  const asked = { id, expectedVersion, on }
  return await carryOut(prisma, { name: 'endProduct', personId, key: idempotencyKey, input: asked }, async (tx) => {
    const before = await findProduct(tx, id)
    await establishmentFor(tx, actor, 'endProduct', before.establishmentId)
    const version = await lockVersion(tx, 'products', id, expectedVersion)
    refuseEnded(before.endedOn)
    await tx.product.update({ where: { id }, data: { endedOn: countingDay(on), version } })
    return { answer: { id }, changes: [{ entity: 'Product', id, after: { endedOn: on } }] }
  })
}

async function findProduct(tx: Transaction, id: string) {
  const found = await tx.product.findUnique({ where: { id }, include: { certificates: true } })
  if (found === null) throw notFound('id', id)
  return found
}

const columns = ({ name: written, group, remark: note }: ProductInput) => {
  const name = mustSay(written, 'input.name')
  const remark = said(note) ?? ''
  return { name, group, remark, searchText: searchable(`${name} ${remark}`) }
}

const certificatesOf = ({ certificates }: ProductInput) =>
  (certificates ?? []).map(({ kind, title, number, issuer, issuedOn, validTo }, index) => {
    const field = `input.certificates.${String(index)}`
    if (validTo != null && validTo < issuedOn) throw daysInOrder(`${field}.validTo`)
    return {
      position: index + 1,
      kind,
      title: mustSay(title, `${field}.title`),
      number: said(number),
      issuer: mustSay(issuer, `${field}.issuer`),
      issuedOn: countingDay(issuedOn, `${field}.issuedOn`),
      validTo: validTo == null ? null : databaseDay(validTo),
    }
  })

const plainInput = ({ certificates, ...input }: ProductInput) => ({
  ...input,
  certificates: (certificates ?? []).map((certificate) => ({ ...certificate })),
})

function refuseEnded(endedOn: Date | null): void {
  if (endedOn === null) return
  const day = isoDate(endedOn)
  throw refusal(
    'ended',
    'id',
    { vi: `Sản phẩm đã ngừng sản xuất ngày ${day}.`, en: `The product was ended on ${day}.` },
    { vi: 'một sản phẩm đang sản xuất', en: 'a product that is made' },
  )
}

const daysInOrder = (field: string) =>
  refusal(
    'days-in-order',
    field,
    { vi: 'Ngày hết hạn trước ngày cấp.', en: 'The last day is before the day of issue.' },
    { vi: 'ngày cấp hoặc sau đó', en: 'the day of issue or a later one' },
  )
