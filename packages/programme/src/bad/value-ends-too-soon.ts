import { from, limit, packWith, source } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A value that ends a year before the programme does. */
export const valueEndsTooSoon: BadPack = {
  pack: packWith({
    parameters: { limit: { ...limit, timeline: [{ from, to: '2024-12-31', value: 200, ...source }] } },
  }),
  expected: {
    code: 'expired-value',
    severity: 'error',
    place: { kind: 'rule', id: 'SMALL', from: '2023-01-01' },
    vi: "Giá trị 'limit' hết hiệu lực ngày 2024-12-31 nhưng vẫn được dùng từ 2025-01-01 đến 2025-12-31.",
    en: "The value of 'limit' ends on 2024-12-31, but it is still used from 2025-01-01 to 2025-12-31.",
  },
}
