/** The part of an address after `?`, every value as the text it is: `570000000` stays exact, `2024` stays a text until someone reads it. */
export type Search = Readonly<Record<string, string>>

export const parseSearch = (text: string): Search => Object.fromEntries(new URLSearchParams(text))

export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(search).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : []))
  // A comma needs no escape in an address, and the link stays readable.
  const text = new URLSearchParams(given).toString().replaceAll('%2C', ',')
  return text === '' ? '' : `?${text}`
}
