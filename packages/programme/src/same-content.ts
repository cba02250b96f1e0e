import type { Period } from '@khuyencong/rules'

/** Whether two pieces of plain data say the same. Absent and undefined fields are the same; ratios compare by their terms. */
export function sameContent(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [left, right] = [new Map<string, unknown>(Object.entries(a)), new Map<string, unknown>(Object.entries(b))]
  return [...new Set([...left.keys(), ...right.keys()])].every((key) => sameContent(left.get(key), right.get(key)))
}

/** Whether two versions say the same, for whichever days: one that was cut to make room for another is still itself. */
export const sameButForDays = (a: Period, b: Period): boolean =>
  sameContent({ ...a, from: undefined, to: undefined }, { ...b, from: undefined, to: undefined })
