import canonicalize from 'canonicalize'

/** What can be written as JSON. A bigint is written as its digits in a string, as money is everywhere here. */
export type Json =
  string | number | bigint | boolean | null | undefined | Date | readonly Json[] | { readonly [key: string]: Json }

/** One text for one content (RFC 8785): the same whatever the order of keys. Fields that are undefined are left out. */
export function canonicalJson(value: Json): string {
  const text = canonicalize(plain(value))
  if (text === undefined) throw new TypeError('Nothing can be written of undefined')
  return text
}

/** The same with strings in place of bigints and times. */
export function plain(value: Json): unknown {
  if (typeof value === 'bigint') return value.toString()
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map((item: Json) => plain(item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]: [string, Json]) => (item === undefined ? [] : [[key, plain(item)]])),
  )
}
