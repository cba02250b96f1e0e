import { limit, packWith, source } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A rule that uses a value before there is one. */
export const valueBeginsTooLate: BadPack = {
  pack: packWith({ parameters: { limit: { ...limit, timeline: [{ from: '2023-07-01', value: 200, ...source }] } } }),
  expected: {
    code: 'missing-value',
    severity: 'error',
    place: { kind: 'rule', id: 'SMALL', from: '2023-01-01' },
    vi: "Giá trị 'limit' được dùng nhưng không có từ 2023-01-01 đến 2023-06-30.",
    en: "The parameter 'limit' is used, but has no value from 2023-01-01 to 2023-06-30.",
  },
}
