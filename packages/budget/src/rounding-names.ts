import type { Rounding, Text } from '@khuyencong/rules'

/** Ways of rounding in words. */
export const roundingNames: Readonly<Record<Rounding, Text>> = {
  down: { vi: 'làm tròn xuống đồng', en: 'rounded down to the đồng' },
  up: { vi: 'làm tròn lên đồng', en: 'rounded up to the đồng' },
  'half-up': {
    vi: 'làm tròn đến đồng gần nhất, nửa đồng làm tròn lên',
    en: 'rounded to the nearest đồng, half a đồng up',
  },
}
