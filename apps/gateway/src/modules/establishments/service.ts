import type { Actor } from '../../access/actor.js'
import { authorise } from '../../access/table.js'
import { carryOut, type Done } from '../../commands/carry-out.js'
import { countingDay } from '../../commands/counting-day.js'
import { signedIn } from '../../access/signed-in.js'
import { lockVersion } from '../../commands/version.js'
import { mustSay, said } from '../../commands/words.js'
import type { Transaction } from '../../database/transaction.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import type { EstablishmentForm } from '../../generated/prisma/enums.js'
import { isoDate } from '../../graphql/date.js'
import type { Written } from '../../graphql/mutation.js'
import { refusal } from '../../graphql/refusal.js'
import { searchable } from '../../searchable.js'
import { refuseWhileUnderWay } from '../proposals/under-way.js'
import { recordDistinctions, refuseDuplicates, type NotDuplicate } from './alike.js'
import { readContact, type Contact } from './contact.js'
import { nameKey } from './names.js'
import { idsOfCommittees, isCommune, provinceOfLists } from './place.js'
import { closed, findEstablishment, placeOf } from './scope.js'
import { isPersonal, readTaxCode } from './tax-code.js'

/** What every command brings besides its input. */
export interface Asked {
  readonly actor: Actor | undefined
  readonly idempotencyKey: string
}

export interface NewEstablishment {
  readonly name: string
  readonly form: EstablishmentForm
  readonly taxCode?: string | null | undefined
  /** Of the seat. */
  readonly address?: string | null | undefined
  /** The commune of its first site. */
  readonly localityId: string
  readonly siteAddress?: string | null | undefined
  readonly contact?: Contact | null | undefined
}

/** Fields that are absent stay; null takes the value away. */
export type EstablishmentChange = Partial<Pick<NewEstablishment, 'name' | 'form' | 'taxCode' | 'address'>>

/** Registers an establishment with its first site. */
export async function registerEstablishment(
  prisma: PrismaClient,
  { actor, idempotencyKey }: Asked,
  input: NewEstablishment,
  on: string,
  notDuplicate: NotDuplicate,
): Promise<Written> {
  authorise(actor, 'registerEstablishment', {
    localityId: idsOfCommittees({ localityId: commune(input.localityId, 'input.localityId'), placedIds: [] }),
  })
  const { personId } = signedIn(actor)
  const asked = {
    ...input,
    contact: { ...input.contact },
    on,
    notDuplicateOf: notDuplicate.ids,
    notDuplicateReason: notDuplicate.reason,
  }
  return await carryOut(
    prisma,
    { name: 'registerEstablishment', personId, key: idempotencyKey, input: asked },
    async (tx) => await create(tx, personId, input, on, notDuplicate),
  )
}

/** One establishment and its site within a command; also a line of an import. */
export async function create(
  tx: Transaction,
  personId: string,
  input: NewEstablishment,
  on: string,
  notDuplicate: NotDuplicate,
): Promise<Done<Written>> {
  const name = mustSay(input.name, 'input.name')
  const registeredOn = countingDay(on)
  const taxCode = taxCodeOf(input.taxCode, input.form, on)
  const { localityId } = input
  const key = nameKey(name)
  const contact = readContact(input.contact, 'input.contact')
  const subject = { taxCode, nameKey: key, localityIds: [localityId] }
  const others = await refuseDuplicates(tx, subject, notDuplicate)
  const data = { name, form: input.form, taxCode, address: said(input.address), registeredOn }
  const { id } = await tx.establishment.create({
    data: {
      ...data,
      ...contact,
      nameKey: key,
      provinceName: provinceOfLists,
      provinceSort: searchable(provinceOfLists),
      searchText: searchTextOf(data),
      origin: 'RECORDED',
      createdBy: personId,
      sites: { create: { provinceName: provinceOfLists, localityId, address: said(input.siteAddress) } },
    },
    select: { id: true },
  })
  await recordDistinctions(tx, id, others, notDuplicate, personId)
  const after = { ...shown(data), localityId, contact: given(contact), distinctFrom: others }
  return { answer: { id }, changes: [{ entity: 'Establishment', id, after }] }
}

export interface ChangeOf {
  readonly id: string
  readonly expectedVersion: number
}

/** Changes name, form, tax code or address. */
export async function changeEstablishment(
  prisma: PrismaClient,
  { actor, idempotencyKey }: Asked,
  { id, expectedVersion }: ChangeOf,
  input: EstablishmentChange,
  notDuplicate: NotDuplicate,
): Promise<Written> {
  const { personId } = signedIn(actor)
  const asked = {
    id,
    expectedVersion,
    ...input,
    notDuplicateOf: notDuplicate.ids,
    notDuplicateReason: notDuplicate.reason,
  }
  return await carryOut(
    prisma,
    { name: 'changeEstablishment', personId, key: idempotencyKey, input: asked },
    async (tx) => {
      const before = await openEstablishment(tx, actor, 'changeEstablishment', id)
      const version = await lockVersion(tx, 'establishments', id, expectedVersion)
      const name = input.name === undefined ? before.name : mustSay(input.name, 'input.name')
      const form = input.form ?? before.form
      const registered = before.registeredOn === null ? '' : isoDate(before.registeredOn)
      const taxCode =
        input.taxCode === undefined
          ? before.taxCode
          : taxCodeOf(input.taxCode, form, laterOf(registered, personalSince))
      const address = input.address === undefined ? before.address : said(input.address)
      const key = nameKey(name ?? '')
      const subject = { id, taxCode, nameKey: key, localityIds: before.sites.flatMap((site) => site.localityId ?? []) }
      const others = await refuseDuplicates(tx, subject, notDuplicate)
      await recordDistinctions(tx, id, others, notDuplicate, personId)
      const data = { name, form, taxCode, address }
      await tx.establishment.update({
        where: { id },
        data: { ...data, nameKey: key, searchText: searchTextOf(data), version },
      })
      return {
        answer: { id },
        changes: [
          { entity: 'Establishment', id, before: shown(before), after: { ...shown(data), distinctFrom: others } },
        ],
      }
    },
  )
}

/** Replaces whom to speak to. */
export async function changeContact(
  prisma: PrismaClient,
  { actor, idempotencyKey }: Asked,
  { id, expectedVersion }: ChangeOf,
  input: Contact,
): Promise<Written> {
  const { personId } = signedIn(actor)
  return await carryOut(
    prisma,
    { name: 'changeContact', personId, key: idempotencyKey, input: { id, expectedVersion, ...input } },
    async (tx) => {
      const before = await openEstablishment(tx, actor, 'changeContact', id)
      const version = await lockVersion(tx, 'establishments', id, expectedVersion)
      const contact = readContact(input, 'contact')
      await tx.establishment.update({ where: { id }, data: { ...contact, version } })
      const change = { before: { contact: given(before) }, after: { contact: given(contact) } }
      return { answer: { id }, changes: [{ entity: 'Establishment', id, ...change }] }
    },
  )
}

/**
 * Records that an establishment has ended. Its records stay; nothing can be asked for it any more.
 *
 * @throws Refusal `closed`, `on-before-registered`, `on-in-future`, `empty`, those of `refuseWhileUnderWay`
 */
export async function closeEstablishment(
  prisma: PrismaClient,
  { actor, idempotencyKey }: Asked,
  { id, expectedVersion }: ChangeOf,
  { on, reason }: { readonly on: string; readonly reason: string },
): Promise<Written> {
  const { personId } = signedIn(actor)
  return await carryOut(
    prisma,
    { name: 'closeEstablishment', personId, key: idempotencyKey, input: { id, expectedVersion, on, reason } },
    async (tx) => {
      const { registeredOn } = await openEstablishment(tx, actor, 'closeEstablishment', id)
      const version = await lockVersion(tx, 'establishments', id, expectedVersion)
      const closedOn = countingDay(on)
      if (registeredOn !== null && closedOn < registeredOn) throw beforeRegistered(isoDate(registeredOn))
      const closedReason = mustSay(reason, 'reason')
      await refuseWhileUnderWay(tx, { establishmentId: id })
      await tx.establishment.update({ where: { id }, data: { closedOn, closedReason, version } })
      return { answer: { id }, changes: [{ entity: 'Establishment', id, after: { closedOn: on, closedReason } }] }
    },
  )
}

/** An establishment that has not closed, within what the actor may do with it. */
async function openEstablishment(
  tx: Transaction,
  actor: Actor | undefined,
  action: 'changeEstablishment' | 'changeContact' | 'closeEstablishment',
  id: string,
) {
  const found = await findEstablishment(tx, id)
  authorise(actor, action, {
    establishmentId: id,
    localityId: found.sites.flatMap((site) => idsOfCommittees(placeOf(site))),
  })
  if (found.closedOn !== null) throw closed(isoDate(found.closedOn))
  return found
}

/** From when on households are known to the tax office by the identity number of their owner. */
const personalSince = '2025-07-01'
const laterOf = (a: string, b: string) => (a > b ? a : b)

function taxCodeOf(written: string | null | undefined, form: EstablishmentForm, on: string): string | null {
  const text = said(written)
  if (text === null) return null
  const taxCode = readTaxCode(text, 'input.taxCode')
  if (isPersonal(taxCode) && (form !== 'HOUSEHOLD' || on < personalSince))
    throw refusal(
      'tax-code-personal',
      'input.taxCode',
      {
        vi: 'Số định danh cá nhân chỉ dùng làm mã số thuế cho hộ kinh doanh, từ ngày 1/7/2025.',
        en: 'A personal identity number serves as tax code for households only, since 1 July 2025.',
      },
      { vi: 'mã số thuế 10 chữ số', en: 'a tax code of 10 digits' },
    )
  return taxCode
}

/** @throws Refusal `not-a-commune` */
export function commune(id: string, field: string): string {
  if (isCommune(id)) return id
  throw refusal(
    'not-a-commune',
    field,
    { vi: 'Đây không phải là xã, phường, thị trấn.', en: 'This is not a commune, ward or township.' },
    { vi: 'xã, phường, thị trấn trong danh mục', en: 'a commune, ward or township of one of the lists' },
  )
}

interface Data {
  readonly name: string | null
  readonly form: EstablishmentForm
  readonly taxCode: string | null
  readonly address: string | null
}

const formWords: Readonly<Record<EstablishmentForm, string>> = {
  ENTERPRISE: 'doanh nghiệp',
  COOPERATIVE: 'hợp tác xã',
  COOPERATIVE_GROUP: 'tổ hợp tác',
  HOUSEHOLD: 'hộ kinh doanh',
}

/** A person's number is not for searching. */
const publicCode = (taxCode: string | null) => (taxCode === null || isPersonal(taxCode) ? null : taxCode)

const searchTextOf = ({ name, form, taxCode, address }: Data) =>
  searchable([name, formWords[form], publicCode(taxCode), provinceOfLists, address].filter(Boolean).join(' '))

/** For the audit: without personal data, which it would keep for good. */
const shown = ({ name, form, taxCode, address }: Data) => ({
  ...{ name, form, address },
  taxCode: publicCode(taxCode) ?? (taxCode === null ? null : 'personal'),
})

const given = (contact: Readonly<Record<'contactName' | 'phone' | 'email' | 'identityNumber', string | null>>) =>
  (['contactName', 'phone', 'email', 'identityNumber'] as const).filter((key) => contact[key] !== null)

const beforeRegistered = (day: string) =>
  refusal(
    'on-before-registered',
    'on',
    { vi: `Cơ sở được đăng ký ngày ${day}.`, en: `The establishment was registered on ${day}.` },
    { vi: `ngày ${day} hoặc sau đó`, en: `${day} or a day after` },
  )
