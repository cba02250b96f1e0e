import { cap, from, packWith, source } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A value that is missing for half a year while the amount goes on using it. */
export const holeInAValue: BadPack = {
  pack: packWith({
    parameters: {
      cap: {
        ...cap,
        timeline: [
          { from, to: '2023-12-31', value: 300_000_000n, ...source },
          { from: '2024-07-01', value: 350_000_000n, ...source },
        ],
      },
    },
  }),
  expected: {
    code: 'missing-value',
    severity: 'error',
    place: { kind: 'amount', id: 'GRANT', from: '2023-01-01' },
    vi: "Giá trị 'cap' được dùng nhưng không có từ 2024-01-01 đến 2024-06-30.",
    en: "The parameter 'cap' is used, but has no value from 2024-01-01 to 2024-06-30.",
  },
}
