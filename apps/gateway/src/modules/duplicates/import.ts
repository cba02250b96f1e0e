import { isIsoDate } from '@khuyencong/rules'
import { signedIn } from '../../access/signed-in.js'
import { authorise } from '../../access/table.js'
import type { Change } from '../../audit/append.js'
import { carryOut } from '../../commands/carry-out.js'
import { databaseDay } from '../../commands/counting-day.js'
import { mustSay, said } from '../../commands/words.js'
import type { OutsideSupport, PrismaClient } from '../../generated/prisma/client.js'
import { isoDate } from '../../graphql/date.js'
import type { InputProblem } from '../../graphql/problem.js'
import { Refusal } from '../../graphql/refusal.js'
import { cellProblem, readLines, type Columns, type Line } from '../../imports/csv-lines.js'
import { canonicalJson } from '../../json.js'
import { searchable } from '../../searchable.js'
import { nameKey } from '../establishments/names.js'
import type { Asked } from '../establishments/service.js'
import { isPersonal, readTaxCode } from '../establishments/tax-code.js'

/** What an import did, line by line. */
export interface OutsideImported extends Readonly<Record<string, number>> {
  readonly recorded: number
  /** There already with another amount, last day or source: as the file has it now. */
  readonly corrected: number
  readonly unchanged: number
}

const columns = {
  programme: { headers: { vi: 'Chương trình', en: 'Programme' }, required: true },
  recordNumber: {
    headers: { vi: 'Số hồ sơ', en: 'Record number', others: ['Số đề án', 'Số quyết định'] },
    required: true,
  },
  taxCode: { headers: { vi: 'Mã số thuế', en: 'Tax code', others: ['MST'] } },
  name: { headers: { vi: 'Tên cơ sở', en: 'Name', others: ['Tên', 'Đơn vị thụ hưởng'] } },
  item: { headers: { vi: 'Nội dung chi', en: 'Item' }, required: true },
  periodFrom: { headers: { vi: 'Từ ngày', en: 'From' } },
  periodTo: { headers: { vi: 'Đến ngày', en: 'To' } },
  amount: {
    headers: { vi: 'Số tiền hỗ trợ (đồng)', en: 'Amount (VND)', others: ['Số tiền', 'Amount'] },
    required: true,
  },
} as const satisfies Columns<string>
type Key = keyof typeof columns
type Row = Omit<OutsideSupport, 'id' | 'createdBy' | 'createdAt'>

/**
 * Records what other programmes paid or promised, from a CSV file, all lines or none. A line is the same as one sent before
 * when programme, number, beneficiary, item and first day are: then what differs is corrected.
 *
 * @param source where the list comes from, e.g. the letter that it was sent with
 * @throws Refusal naming line and column of everything that is wrong
 */
export async function importOutsideSupport(
  prisma: PrismaClient,
  { actor, idempotencyKey }: Asked,
  { csv, source: written }: { readonly csv: string; readonly source: string },
): Promise<OutsideImported> {
  authorise(actor, 'importOutsideSupport')
  const { personId } = signedIn(actor)
  const command = { name: 'importOutsideSupport', personId, key: idempotencyKey, input: { csv, source: written } }
  return await carryOut(prisma, command, async (tx) => {
    const source = mustSay(written, 'source')
    const lines = readLines(csv, columns)
    const rows = readRows(lines, source)
    const present = await tx.outsideSupport.findMany({ where: { lineKey: { in: rows.map(({ lineKey }) => lineKey) } } })
    const changes: Change[] = []
    let recorded = 0
    for (const row of rows) {
      const there = present.find(({ lineKey }) => lineKey === row.lineKey)
      if (there === undefined) {
        const { id } = await tx.outsideSupport.create({ data: { ...row, createdBy: personId }, select: { id: true } })
        changes.push({ entity: 'OutsideSupport', id, after: shown(row) })
        recorded += 1
      } else if (canonicalJson(shown(there)) !== canonicalJson(shown(row))) {
        await tx.outsideSupport.update({ where: { id: there.id }, data: row })
        changes.push({ entity: 'OutsideSupport', id: there.id, before: shown(there), after: shown(row) })
      }
    }
    const corrected = changes.length - recorded
    return { answer: { recorded, corrected, unchanged: rows.length - changes.length }, changes }
  })
}

function readRows(lines: readonly Line<Key>[], source: string): Row[] {
  const problems: InputProblem[] = []
  const rows = new Map<string, Row>()
  for (const line of lines) {
    const row = readRow(line, source, problems)
    if (row === undefined) continue
    if (rows.has(row.lineKey)) problems.push(cellProblem(columns, line, 'item', twice))
    rows.set(row.lineKey, row)
  }
  if (problems.length > 0) throw new Refusal(problems)
  return [...rows.values()]
}

/** What an index of PostgreSQL takes of a key, and a little less. Vietnamese, a byte for each letter there, never comes to it. */
const mostBytes = 2_600

/** @returns nothing where it adds to the problems */
function readRow(line: Line<Key>, source: string, problems: InputProblem[]): Row | undefined {
  const before = problems.length
  const { cells } = line
  const refuse = (key: Key, problem: Parameters<typeof cellProblem>[3]) =>
    void problems.push(cellProblem(columns, line, key, problem))
  for (const key of ['programme', 'recordNumber', 'item'] as const) if (cells[key] === '') refuse(key, empty)
  const taxCode = readCode(line, problems)
  const name = said(cells.name)
  if (taxCode === null && name === null && cells.taxCode === '') refuse('name', nobody)
  for (const key of ['periodFrom', 'periodTo'] as const)
    if (cells[key] !== '' && day(cells[key]) === null) refuse(key, noDay)
  const [from, to] = [day(cells.periodFrom), day(cells.periodTo)]
  if (from !== null && to !== null && to < from) refuse('periodTo', beforeFrom)
  const amount = dong(cells.amount)
  if (amount === null) refuse('amount', noAmount)
  if (problems.length > before || amount === null) return undefined
  const { programme, recordNumber, item } = cells
  const beneficiary = taxCode ?? nameKey(name ?? '')
  const lineKey = canonicalJson([...[programme, recordNumber, beneficiary, item].map(searchable), from ?? ''])
  if (Buffer.byteLength(lineKey) > mostBytes) {
    problems.push(cellProblem(columns, line, undefined, tooLong))
    return undefined
  }
  return {
    ...{ programme, recordNumber, taxCode, name, item, amount, source, nameKey: nameKey(name ?? ''), lineKey },
    periodFrom: from === null ? null : databaseDay(from),
    periodTo: to === null ? null : databaseDay(to),
  }
}

function readCode(line: Line<Key>, problems: InputProblem[]): string | null {
  if (line.cells.taxCode === '') return null
  try {
    return readTaxCode(line.cells.taxCode, 'taxCode')
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const texts = error.problems.flatMap(({ code, message, expected }) =>
      typeof message === 'string' || typeof expected === 'string' ? [] : [{ code, message, expected }],
    )
    problems.push(...texts.map((text) => cellProblem(columns, line, 'taxCode', text)))
    return null
  }
}

/** `2024-03-01`, or as it is written in Vietnam: `01/03/2024`. */
function day(written: string): string | null {
  const [, d = '', m = '', y = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(written) ?? []
  const iso = y === '' ? written : `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`
  return isIsoDate(iso) ? iso : null
}

/** Whole đồng, with or without signs between thousands: `100.000.000`. */
function dong(written: string): bigint | null {
  return /^(\d{1,15}|\d{1,3}([., ]\d{3}){1,4})$/.test(written) ? BigInt(written.replace(/[., ]/g, '')) : null
}

/** For the audit, and to see whether anything differs; a person's number is left out. */
const shown = ({ programme, recordNumber, taxCode, name, item, periodFrom, periodTo, amount, source }: Row) => ({
  ...{ programme, recordNumber, name, item, amount, source },
  taxCode: taxCode !== null && isPersonal(taxCode) ? 'personal' : taxCode,
  periodFrom: periodFrom === null ? null : isoDate(periodFrom),
  periodTo: periodTo === null ? null : isoDate(periodTo),
})

const empty = {
  code: 'empty',
  message: { vi: 'chưa ghi.', en: 'is empty.' },
  expected: { vi: 'một nội dung', en: 'some text' },
}
const nobody = {
  code: 'nobody',
  message: { vi: 'không rõ cơ sở nào được hỗ trợ.', en: 'it is not said who was supported.' },
  expected: { vi: 'mã số thuế hoặc tên', en: 'a tax code or a name' },
}
const noDay = {
  code: 'day',
  message: { vi: 'không phải là một ngày.', en: 'is not a day.' },
  expected: { vi: '31/12/2024 hoặc 2024-12-31', en: '31/12/2024 or 2024-12-31' },
}
const beforeFrom = {
  code: 'days-in-order',
  message: { vi: 'trước ngày bắt đầu.', en: 'is before the first day.' },
  expected: { vi: 'ngày bắt đầu hoặc sau đó', en: 'the first day or a later one' },
}
const noAmount = {
  code: 'amount',
  message: { vi: 'không phải là số tiền.', en: 'is not an amount.' },
  expected: { vi: 'số đồng, ví dụ 100000000 hoặc 100.000.000', en: 'whole đồng, e.g. 100000000 or 100.000.000' },
}
const tooLong = {
  code: 'line-too-long',
  message: {
    vi: 'chương trình, số hồ sơ, cơ sở và nội dung chi quá dài.',
    en: 'programme, record number, beneficiary and item are too long.',
  },
  expected: {
    vi: `cùng nhau không quá ${mostBytes} byte (chữ Latinh không dấu: 1 byte mỗi chữ)`,
    en: `at most ${mostBytes} bytes together (a Latin letter without diacritics is one)`,
  },
}
const twice = {
  code: 'line-twice',
  message: { vi: 'dòng này có hai lần trong tệp.', en: 'this line stands twice in the file.' },
  expected: { vi: 'mỗi khoản một dòng', en: 'one line for each item' },
}
