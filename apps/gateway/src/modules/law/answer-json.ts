import type { Json } from '../../json.js'

/** An answer of a package as JSON: what is not known is left out. */
export const answerJson = (answer: object): Readonly<Record<string, Json>> =>
  Object.fromEntries(Object.entries(answer).map(([key, part]) => [key, asJson(part)]))

function asJson(value: unknown): Json {
  if (value === null || value === undefined || typeof value === 'boolean' || typeof value === 'number') return value
  if (typeof value === 'string' || typeof value === 'bigint') return value
  if (Array.isArray(value)) return value.map(asJson)
  if (typeof value !== 'object') throw new TypeError(`A ${typeof value} is no part of an answer`)
  return answerJson(value)
}
