/** A sentence and the points under it. */
export interface Outline {
  readonly text: string
  readonly of: readonly Outline[]
}

export const point = (text: string, of: readonly Outline[] = []): Outline => ({ text, of })

/** On one line, for a cell of a table: `head: one; two (three; four)`. */
export function inline({ text, of }: Outline): string {
  if (of.length === 0) return text
  return `${text}: ${of.map((part) => (part.of.length > 0 ? `(${inline(part)})` : part.text)).join('; ')}`
}

/** As a nested list in Markdown. */
export const list = (outlines: readonly Outline[], depth = 0): string[] =>
  outlines.flatMap(({ text, of }) => [
    `${'  '.repeat(depth)}- ${text}${of.length > 0 ? ':' : ''}`,
    ...list(of, depth + 1),
  ])
