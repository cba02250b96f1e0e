import { localitiesOn } from '@khuyencong/province-hai-duong/localities'
import { isoDate } from '@khuyencong/rules'
import { authorise } from '../../access/table.js'
import type { Change } from '../../audit/append.js'
import { carryOut } from '../../commands/carry-out.js'
import { countingDay } from '../../commands/counting-day.js'
import { signedIn } from '../../access/signed-in.js'
import type { Transaction } from '../../database/transaction.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import type { EstablishmentForm } from '../../generated/prisma/enums.js'
import { builder } from '../../graphql/builder.js'
import type { InputProblem } from '../../graphql/problem.js'
import { Refusal } from '../../graphql/refusal.js'
import { cellProblem, readLines, type Columns, type Line } from '../../imports/csv-lines.js'
import { searchable } from '../../searchable.js'
import type { NotDuplicate } from './alike.js'
import { nameKey } from './names.js'
import { localityId } from './place.js'
import { create, type Asked, type NewEstablishment } from './service.js'
import { readTaxCode } from './tax-code.js'

/** What an import did. */
export interface Imported extends Readonly<Record<string, number>> {
  readonly registered: number
  /** There already, as the line says. */
  readonly unchanged: number
}

export const ImportRef = builder.objectRef<Imported>('ImportReport').implement({
  description: 'What an import did.',
  fields: (t) => ({
    registered: t.exposeInt('registered', { description: 'Lines that made a new record.' }),
    unchanged: t.exposeInt('unchanged', { description: 'Lines whose record is there already.' }),
  }),
})

const columns = {
  name: { headers: { vi: 'Tên cơ sở', en: 'Name', others: ['Tên'] }, required: true },
  form: { headers: { vi: 'Loại hình', en: 'Form' }, required: true },
  taxCode: { headers: { vi: 'Mã số thuế', en: 'Tax code', others: ['MST'] } },
  address: { headers: { vi: 'Địa chỉ', en: 'Address' } },
  commune: {
    headers: { vi: 'Xã, phường, thị trấn', en: 'Commune', others: ['Xã', 'Phường', 'Xã/phường'] },
    required: true,
  },
  district: { headers: { vi: 'Huyện, thị xã, thành phố', en: 'District', others: ['Huyện'] } },
  siteAddress: { headers: { vi: 'Địa điểm sản xuất', en: 'Site address' } },
  contactName: { headers: { vi: 'Người liên hệ', en: 'Contact' } },
  phone: { headers: { vi: 'Điện thoại', en: 'Phone' } },
  email: { headers: { vi: 'Thư điện tử', en: 'Email', others: ['E-mail'] } },
  identityNumber: { headers: { vi: 'Số định danh', en: 'Identity number', others: ['CCCD'] } },
} as const satisfies Columns<string>
type Key = keyof typeof columns

/** Where a problem of a registration stands in the file. */
const columnOf: Readonly<Record<string, Key>> = {
  'input.name': 'name',
  'input.taxCode': 'taxCode',
  'input.localityId': 'commune',
  'input.contact.phone': 'phone',
  'input.contact.email': 'email',
  'input.contact.identityNumber': 'identityNumber',
  notDuplicateOf: 'name',
}

const formWords: Readonly<Record<string, EstablishmentForm>> = {
  'doanh nghiep': 'ENTERPRISE',
  'cong ty': 'ENTERPRISE',
  enterprise: 'ENTERPRISE',
  'hop tac xa': 'COOPERATIVE',
  htx: 'COOPERATIVE',
  cooperative: 'COOPERATIVE',
  'to hop tac': 'COOPERATIVE_GROUP',
  'cooperative group': 'COOPERATIVE_GROUP',
  'ho kinh doanh': 'HOUSEHOLD',
  hkd: 'HOUSEHOLD',
  household: 'HOUSEHOLD',
}

/**
 * Registers the establishments of a CSV file, all or none. A line whose establishment is there already (same tax code, or
 * without one the same commune, and the same name) changes nothing, so that a file can be sent again.
 *
 * @throws Refusal naming line and column of everything that is wrong
 */
export async function importEstablishments(
  prisma: PrismaClient,
  { actor, idempotencyKey }: Asked,
  { csv, on }: { readonly csv: string; readonly on: string },
  notDuplicate: NotDuplicate,
): Promise<Imported> {
  authorise(actor, 'importEstablishments')
  const { personId } = signedIn(actor)
  const input = { csv, on, notDuplicateOf: notDuplicate.ids, notDuplicateReason: notDuplicate.reason }
  return await carryOut(prisma, { name: 'importEstablishments', personId, key: idempotencyKey, input }, async (tx) => {
    countingDay(on)
    const problems: InputProblem[] = []
    const changes: Change[] = []
    const lines = readLines(csv, columns)
    for (const line of lines) {
      try {
        const establishment = readLine(line, on)
        if (await isThere(tx, establishment)) continue
        changes.push(...(await create(tx, personId, establishment, on, notDuplicate)).changes)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        problems.push(...error.problems.map((one) => inLine(line, one)))
      }
    }
    if (problems.length > 0) throw new Refusal(problems)
    return { answer: { registered: changes.length, unchanged: lines.length - changes.length }, changes }
  })
}

function readLine(line: Line<Key>, on: string): NewEstablishment {
  const { name, form, taxCode, address, siteAddress, contactName, phone, email, identityNumber } = line.cells
  const found = formWords[searchable(form).replaceAll('_', ' ')]
  const place = localityOf(line, on)
  const problems = [
    ...(found === undefined ? [cellProblem(columns, line, 'form', unknownForm(form))] : []),
    ...('code' in place ? [cellProblem(columns, line, 'commune', place)] : []),
  ]
  if (found === undefined || 'code' in place) throw new Refusal(problems)
  return {
    ...{ name, form: found, taxCode, address, siteAddress, localityId: place.id },
    contact: { name: contactName, phone, email, identityNumber },
  }
}

/** The commune in the list of the day: by its code, or by its name, with the district where there are namesakes. */
function localityOf({ cells: { commune, district } }: Line<Key>, on: string) {
  const communes = localitiesOn(isoDate(on)).filter(
    (unit) => district === '' || isNamed(unit.district?.name ?? '', district),
  )
  const [only, ...others] = communes.filter(({ code, name }) => code === commune || isNamed(name, commune))
  if (only === undefined) return unknownCommune(commune)
  return others.length === 0 ? { id: localityId(only) } : namesakes(only.name)
}

/** With or without the kind: `Xã Đoàn Tùng`, `Đoàn Tùng`. */
function isNamed(name: string, written: string): boolean {
  const [full, short] = [searchable(name), searchable(name).replace(kind, '')]
  return searchable(written) === full || searchable(written) === short
}
const kind = /^(xa|phuong|thi tran|huyen|thi xa|thanh pho) /

async function isThere(tx: Transaction, { name, taxCode, localityId: place }: NewEstablishment): Promise<boolean> {
  const key = nameKey(name)
  const code = taxCode == null || taxCode.trim() === '' ? null : readTaxCode(taxCode, 'input.taxCode')
  const where = code === null ? { taxCode: null, sites: { some: { localityId: place } } } : { taxCode: code }
  return (await tx.establishment.count({ where: { ...where, nameKey: key } })) > 0
}

function inLine(line: Line<Key>, one: InputProblem): InputProblem {
  if (one.field.startsWith('csv.')) return one
  const { message, expected, code } = one
  const bilingual = (text: typeof message) => (typeof text === 'string' ? { vi: text, en: text } : text)
  return cellProblem(columns, line, columnOf[one.field], {
    code,
    message: bilingual(message),
    expected: bilingual(expected),
  })
}

const unknownForm = (written: string) => ({
  code: 'form-unknown',
  message: { vi: `"${written}" không phải là loại hình cơ sở.`, en: `"${written}" is not a form.` },
  expected: {
    vi: 'doanh nghiệp, hợp tác xã, tổ hợp tác hoặc hộ kinh doanh',
    en: 'enterprise, cooperative, cooperative group or household',
  },
})

const unknownCommune = (written: string) => ({
  code: 'commune-unknown',
  message: {
    vi: `không có xã, phường, thị trấn "${written}" vào ngày đó.`,
    en: `there is no commune, ward or township "${written}" on that day.`,
  },
  expected: { vi: 'tên hoặc mã trong danh mục', en: 'a name or code of the list' },
})

const namesakes = (name: string) => ({
  code: 'commune-ambiguous',
  message: { vi: `có nhiều đơn vị tên ${name}.`, en: `several are called ${name}.` },
  expected: { vi: 'ghi thêm huyện, hoặc mã', en: 'the district as well, or the code' },
})
