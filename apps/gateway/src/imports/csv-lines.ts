import type { Text } from '@khuyencong/rules'
import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { InputProblem } from '../graphql/problem.js'
import { Refusal } from '../graphql/refusal.js'
import { searchable } from '../searchable.js'

/** A column that a file may have. */
interface Column {
  /** As it is written in files; the first is what errors call it. Compared without case and diacritics. */
  readonly headers: Text & { readonly others?: readonly string[] }
  readonly required?: true
}

export type Columns<Key extends string> = Readonly<Record<Key, Column>>

/** One line of a file. A column that the file does not have is empty. */
export interface Line<Key extends string> {
  /** As an editor counts: the headers are line 1. */
  readonly number: number
  readonly cells: Readonly<Record<Key, string>>
}

/** Lines of one file: more are not one man's work, and keep the database busy for too long. */
const maxLines = 5_000

/** Characters of one cell, as of a name, a title or a number anywhere. */
const maxCell = 500

const Rows = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }))

/**
 * Reads a CSV file as spreadsheets write it: UTF-8 with or without a byte order mark, columns in any order with headers in
 * either language, separated by commas or semicolons.
 *
 * @throws Refusal naming every line and column that cannot be read
 */
export function readLines<Key extends string>(csv: string, columns: Columns<Key>): Line<Key>[] {
  const [head, ...rows] = rowsOf(csv)
  if (head === undefined) throw new Refusal([problem('csv-empty', 1, undefined, nothing, someLines)])
  if (rows.length > maxLines) throw new Refusal([problem('csv-too-long', maxLines + 2, undefined, tooLong, fewerLines)])
  const keys = keysOf(head.record, columns)
  const wide = rows.filter(({ record }) => record.length !== head.record.length)
  if (wide.length > 0)
    throw new Refusal(
      wide.map(({ record, info }) =>
        problem('csv-cells', info.lines, undefined, cells(record.length), cells(head.record.length)),
      ),
    )
  const long = rows.flatMap(({ record, info }) =>
    keys.flatMap((key, index) =>
      (record[index]?.length ?? 0) > maxCell
        ? [problem('csv-cell-too-long', info.lines, columns[key].headers, longCell, shorterCell)]
        : [],
    ),
  )
  if (long.length > 0) throw new Refusal(long)
  return rows.map(({ record, info }) => ({
    number: info.lines,
    cells: Object.fromEntries(keysIn(columns).map((key) => [key, record[keys.indexOf(key)]?.trim() ?? ''])) as Record<
      Key,
      string
    >,
  }))
}

/** What is wrong in one cell. */
export function cellProblem<Key extends string>(
  columns: Columns<Key>,
  line: Pick<Line<Key>, 'number'>,
  key: Key | undefined,
  { code, message, expected }: { readonly code: string; readonly message: Text; readonly expected: Text },
): InputProblem {
  return problem(code, line.number, key === undefined ? undefined : columns[key].headers, message, expected)
}

function problem(code: string, line: number, column: Text | undefined, message: Text, expected: Text): InputProblem {
  const at = (lang: keyof Text) => ({ vi: `Dòng ${line}`, en: `Line ${line}` })[lang]
  const where = (lang: keyof Text) =>
    column === undefined ? at(lang) : `${at(lang)}, ${{ vi: 'cột', en: 'column' }[lang]} "${column[lang]}"`
  return {
    code,
    field: column === undefined ? `csv.${line}` : `csv.${line}.${column.en}`,
    message: { vi: `${where('vi')}: ${message.vi}`, en: `${where('en')}: ${message.en}` },
    expected,
  }
}

function rowsOf(csv: string) {
  const [first = ''] = csv.split('\n', 1)
  try {
    const rows: unknown = parse(csv, {
      bom: true,
      // Names of columns have commas in them: what stands more often separates.
      delimiter: first.split(';').length > first.split(',').length ? ';' : ',',
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    })
    return Rows.parse(rows)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1
    throw new Refusal([problem('csv-form', line, undefined, { vi: 'không đọc được.', en: error.message }, quoting)])
  }
}

/** Which column each header is. @throws Refusal when one is not known, stands twice, or is missing */
function keysOf<Key extends string>(headers: readonly string[], columns: Columns<Key>): readonly Key[] {
  const known = keysIn(columns).map((key) => {
    const { vi, en, others = [] } = columns[key].headers
    return { key, names: [vi, en, ...others].map(searchable) }
  })
  const keys = headers.map((header) => known.find(({ names }) => names.includes(searchable(header)))?.key)
  const all: Text = {
    vi: known.map(({ key }) => columns[key].headers.vi).join(', '),
    en: known.map(({ key }) => columns[key].headers.en).join(', '),
  }
  const wrong = headers.flatMap((header, index) => {
    const key = keys[index]
    if (key === undefined) return [problem('csv-header', 1, { vi: header, en: header }, unknownHeader, all)]
    return keys.indexOf(key) === index ? [] : [problem('csv-header', 1, columns[key].headers, twice, once)]
  })
  const missing = keysIn(columns)
    .filter((key) => columns[key].required === true && !keys.includes(key))
    .map((key) => problem('csv-header', 1, columns[key].headers, missingHeader, all))
  if (wrong.length + missing.length > 0) throw new Refusal([...wrong, ...missing])
  return keys.filter((key) => key !== undefined)
}

const keysIn = <Key extends string>(columns: Columns<Key>) => Object.keys(columns) as Key[]

const nothing = { vi: 'tệp không có gì.', en: 'the file is empty.' }
const someLines = { vi: 'dòng tiêu đề và các dòng dữ liệu', en: 'a line of headers and lines of data' }
const tooLong = { vi: 'tệp quá dài.', en: 'the file is too long.' }
const fewerLines = { vi: `tối đa ${maxLines} dòng`, en: `at most ${maxLines} lines` }
const cells = (count: number) => ({ vi: `${count} ô`, en: `${count} cells` })
const longCell = { vi: 'quá dài.', en: 'is too long.' }
const shorterCell = { vi: `không quá ${maxCell} ký tự`, en: `at most ${maxCell} characters` }
const quoting = {
  vi: 'CSV, UTF-8; ô có dấu phẩy đặt trong ngoặc kép',
  en: 'CSV, UTF-8; cells with commas in double quotes',
}
const unknownHeader = { vi: 'không biết cột này.', en: 'this column is not known.' }
const missingHeader = { vi: 'thiếu cột này.', en: 'this column is missing.' }
const twice = { vi: 'cột này có hai lần.', en: 'this column stands twice.' }
const once = { vi: 'mỗi cột một lần', en: 'each column once' }
