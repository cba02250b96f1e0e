import type { Finding, FindingVerdict } from './bind-rule.js'
import type { Text } from './text.js'

/** A verdict, of a decision or of one rule, in words. */
export const verdictText: Readonly<Record<FindingVerdict, Text>> = {
  met: { vi: 'đạt', en: 'met' },
  unmet: { vi: 'không đạt', en: 'not met' },
  unknown: { vi: 'chưa kết luận được', en: 'cannot be decided yet' },
  'not-applicable': { vi: 'không áp dụng', en: 'does not apply' },
}

/** Whether the rule was lifted, by an exception or by another pack: it asks for nothing, so that there was nothing to meet. */
export const isExempt = ({ verdict, requires }: Finding): boolean =>
  verdict === 'met' && (requires === undefined || (requires.op === 'all' && requires.of.length === 0))
