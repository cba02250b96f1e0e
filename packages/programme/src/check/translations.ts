import type { Parameter } from '@khuyencong/rules'
import { codesOf } from '../named-codes.js'
import type { Pack } from '../pack.js'
import { error, type PackProblem, type Place } from './problem.js'

const textFields = new Set(['title', 'note', 'per', 'costItems', 'question', 'help', 'text'])

/** Texts that lack one of the two languages, and codes that no words stand for, anywhere in the pack. */
export const translations = ({ id, title, subjects = {}, facts, law }: Pack): PackProblem[] => [
  ...within({ kind: 'pack', id }, { title }),
  ...Object.entries(subjects).flatMap(([code, name]) => languages({ kind: 'pack', id }, `subjects.${code}`, name)),
  ...Object.entries(facts).flatMap(([fact, definition]) => within({ kind: 'fact', id: fact }, definition)),
  ...Object.values(law.rules).flatMap((rule) => within({ kind: 'rule', id: rule.id }, rule)),
  ...Object.values(law.parameters).flatMap((p) => [...within({ kind: 'parameter', id: p.id }, p), ...unnamed(p)]),
  ...Object.values(law.amounts).flatMap((amount) => within({ kind: 'amount', id: amount.id }, amount)),
]

/** Codes that a reader would see as they are. */
const unnamed = (parameter: Parameter): PackProblem[] =>
  codesOf(parameter)
    .filter((code) => !Object.hasOwn(parameter.values ?? {}, code))
    .map((code) =>
      error('unnamed-code', { kind: 'parameter', id: parameter.id }, parameter.timeline[0]?.cites, {
        vi: `Mã '${code}' không có tên gọi; cần nêu trong 'values', hoặc là mã của một quy định, giá trị.`,
        en: `The code '${code}' has no name; expected one in 'values', or the id of a rule or value.`,
      }),
    )

const blank = (text: unknown): boolean => typeof text !== 'string' || text.trim() === ''

function within(place: Place, node: unknown, path = ''): PackProblem[] {
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([field, value]: [string, unknown]) => {
    const at = path ? `${path}.${field}` : field
    // The names of a choice's values are texts, too; the `values` of a condition are a list of plain words.
    const isText = textFields.has(field) || (path === 'values' && (place.kind === 'fact' || place.kind === 'parameter'))
    return isText && value !== undefined ? languages(place, at, value) : within(place, value, at)
  })
}

function languages(place: Place, field: string, text: unknown): PackProblem[] {
  const { vi, en }: { readonly vi?: unknown; readonly en?: unknown } =
    typeof text === 'object' && text !== null ? text : {}
  return [
    ...(blank(vi) ? [missing(place, field, 'tiếng Việt', 'Vietnamese')] : []),
    ...(blank(en) ? [missing(place, field, 'tiếng Anh', 'English')] : []),
  ]
}

const missing = (place: Place, field: string, vi: string, en: string): PackProblem =>
  error('missing-translation', place, undefined, {
    vi: `'${field}' thiếu bản ${vi}.`,
    en: `'${field}' has no ${en}.`,
  })
