import type { FindingVerdict } from './bind-rule.js'
import type { Text } from './text.js'

/** A verdict, of a decision or of one rule, in words. */
export const verdictText: Readonly<Record<FindingVerdict, Text>> = {
  met: { vi: 'đạt', en: 'met' },
  unmet: { vi: 'không đạt', en: 'not met' },
  unknown: { vi: 'chưa kết luận được', en: 'cannot be decided yet' },
  'not-applicable': { vi: 'không áp dụng', en: 'does not apply' },
}
