import type { Text } from '@khuyencong/rules'

/** One part of a pack that is missing or is no such part. */
export interface Misfit {
  /** From the item down, e.g. `versions[0].requires.relation`. */
  readonly path: string
  readonly found: unknown
  readonly expected: Text
}

/** What a part has to be. `depth`: how many conditions and expressions it lies in. */
export type Shape = (part: unknown, path: string, depth: number) => readonly Misfit[]

export const isRecord = (part: unknown): part is Readonly<Record<string, unknown>> =>
  typeof part === 'object' && part !== null && !Array.isArray(part)

const unless = (fits: boolean, path: string, found: unknown, expected: Text): readonly Misfit[] =>
  fits ? [] : [{ path, found, expected }]

const under = (path: string, field: string): string => (path ? `${path}.${field}` : field)

export const word: Shape = (part, path) => unless(typeof part === 'string', path, part, { vi: 'chữ', en: 'a string' })

/** A text; that it has both languages is another check. */
export const text: Shape = (part, path) => unless(isRecord(part), path, part, { vi: '{ vi, en }', en: '{ vi, en }' })

/** Anything: whether it is a value of the right kind is another check. */
export const anything: Shape = () => []

export const optional =
  (shape: Shape): Shape =>
  (part, path, depth) =>
    part === undefined ? [] : shape(part, path, depth)

export const oneOf =
  (words: readonly string[]): Shape =>
  (part, path) =>
    unless(words.includes(part as string), path, part, {
      vi: `một trong: ${words.join(', ')}`,
      en: `one of ${words.join(', ')}`,
    })

export const listOf =
  (shape: Shape): Shape =>
  (part, path, depth) =>
    Array.isArray(part)
      ? part.flatMap((item, index) => shape(item, `${path}[${index}]`, depth))
      : unless(false, path, part, { vi: 'một danh sách', en: 'a list' })

export const recordOf =
  (shape: Shape): Shape =>
  (part, path, depth) =>
    isRecord(part)
      ? Object.entries(part).flatMap(([key, item]) => shape(item, under(path, key), depth))
      : unless(false, path, part, { vi: 'một đối tượng', en: 'an object' })

export const withFields =
  (fields: Readonly<Record<string, Shape>>): Shape =>
  (part, path, depth) =>
    isRecord(part)
      ? Object.entries(fields).flatMap(([field, shape]) => shape(part[field], under(path, field), depth))
      : unless(false, path, part, { vi: 'một đối tượng', en: 'an object' })

/** More conditions and expressions in one another than any text of law has. The kernel refuses fewer. */
const mostDeep = 400

/** A condition or an expression: an object whose `op` says which other fields it has. */
export const byOp =
  <Op extends string>(what: Text, fields: () => Readonly<Record<Op, Readonly<Record<string, Shape>>>>): Shape =>
  (part, path, depth) => {
    if (depth > mostDeep)
      return [
        {
          path: `${path.slice(0, 40)}…`,
          found: part,
          expected: { vi: `không quá ${mostDeep} tầng`, en: `no more than ${mostDeep} in one another` },
        },
      ]
    if (!isRecord(part)) return unless(false, path, part, what)
    const { op } = part
    const known: Readonly<Record<string, Readonly<Record<string, Shape>>>> = fields()
    const own = typeof op === 'string' && Object.hasOwn(known, op) ? known[op] : undefined
    return own
      ? withFields({ ...own, title: optional(text) })(part, path, depth + 1)
      : oneOf(Object.keys(known))(op, under(path, 'op'), depth)
  }
