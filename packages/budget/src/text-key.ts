import type { Problem } from '@khuyencong/rules'

/**
 * What is compared of a number or name that people write: letters without case, white space as one blank. Signs keep apart
 * what they keep apart on paper: `HĐ 1` is `hđ  1`, and not `HĐ-1`.
 */
export const textKey = (text: string): string => text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()

/** The problem with a value that should name or number something; an empty list when all is well. */
export function nameProblems(field: string, value: unknown): Problem[] {
  if (typeof value === 'string' && value.trim() !== '') return []
  const message = typeof value === 'string' || value === undefined ? 'is empty.' : `is a ${typeof value} and no text.`
  return [{ code: 'empty', field, message, expected: 'a name or number' }]
}
