import type { Text } from './text.js'

/**
 * How a rule or value is known.
 * - `text`: read in the document itself
 * - `secondary`: read in a source that reports the document
 * - `inferred`: concluded from the two above
 * - `assumed`: put in for lack of the text, or a choice where the law is silent; never law
 */
export type Trust = 'text' | 'secondary' | 'inferred' | 'assumed'

const order: readonly Trust[] = ['text', 'secondary', 'inferred', 'assumed']

export const weakest = (a: Trust, b: Trust): Trust => (order.indexOf(a) >= order.indexOf(b) ? a : b)
export const strongest = (a: Trust, b: Trust): Trust => (order.indexOf(a) <= order.indexOf(b) ? a : b)

export const trustText: Readonly<Record<Trust, Text>> = {
  text: { vi: 'đã đọc trong văn bản', en: 'read in the document' },
  secondary: { vi: 'theo nguồn thứ cấp', en: 'from a secondary source' },
  inferred: { vi: 'suy ra từ các nguồn đã đọc', en: 'inferred from the sources read' },
  assumed: { vi: 'giả định, chưa kiểm chứng', en: 'assumed, not verified' },
}
