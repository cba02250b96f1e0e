import type { Text } from '@khuyencong/rules'
import { problem, type InputProblem } from './problem.js'

/** Characters of a name, a title, a number. */
const short = 500

/** Characters of what is told at length, and of a file: the body of a request has its own limit. */
const longer: Readonly<Record<string, number>> = {
  reason: 5_000,
  notDuplicateReason: 5_000,
  remark: 5_000,
  tasks: 5_000,
  explanation: 5_000,
  csv: Number.MAX_SAFE_INTEGER,
}

/** What no text has: control characters, except for tabs and new lines. The database does not take all of them. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const unreadable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

/** Whether a text is one: no control characters, no halves of characters. */
export const isReadable = (text: string): boolean => text.isWellFormed() && !unreadable.test(text)

/**
 * What is wrong with the texts among arguments, however deep they lie: `text-unreadable` (of a file its lines),
 * `text-too-long`.
 *
 * @param path of the value within the arguments, e.g. `vouchers.0.number`
 */
export function textProblems(value: unknown, path: readonly string[] = []): readonly InputProblem[] {
  if (typeof value === 'string') return problemsOf(value, path)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) => textProblems(part, [...path, key]))
}

function problemsOf(text: string, path: readonly string[]): readonly InputProblem[] {
  const field = path.join('.')
  if (!isReadable(text)) {
    if (path.at(-1) === 'csv') return unreadableLines(text, field)
    return [problem('text-unreadable', field, notReadable, withoutThem)]
  }
  const most = longer[path.at(-1) ?? ''] ?? short
  if (text.length <= most) return []
  return [
    problem(
      'text-too-long',
      field,
      {
        vi: `Nội dung này có ${String(text.length)} ký tự, quá dài.`,
        en: `This text has ${String(text.length)} characters: too many.`,
      },
      { vi: `không quá ${String(most)} ký tự`, en: `at most ${String(most)} characters` },
    ),
  ]
}

/** Of a file in which nothing can be read, e.g. no text at all, the first lines say enough. */
const mostLines = 20

/** A file is put right line by line: which ones, as an editor counts. */
const unreadableLines = (text: string, field: string): readonly InputProblem[] =>
  text
    .split(/\r\n|\r|\n/)
    .flatMap((line, index) => (isReadable(line) ? [] : [index + 1]))
    .slice(0, mostLines)
    .map((line) =>
      problem(
        'text-unreadable',
        `${field}.${line}`,
        { vi: `Dòng ${line}: ${notReadable.vi}`, en: `Line ${line}: ${notReadable.en}` },
        withoutThem,
      ),
    )

const notReadable: Text = {
  vi: 'Nội dung này có ký tự không đọc được (ký tự điều khiển).',
  en: 'This text has characters that cannot be read (control characters).',
}
const withoutThem: Text = { vi: 'ghi lại, không có ký tự đó', en: 'the text without them' }
