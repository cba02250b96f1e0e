import { cap, from, packWith, source } from './good.js'
import type { BadPack } from './bad-pack.js'

/** Another reading of an open point that is the same as the one taken: it could never turn a decision. */
export const readingEqualsValue: BadPack = {
  pack: packWith({
    parameters: {
      cap: {
        ...cap,
        timeline: [{ from, value: 3n, ...source, readings: [{ value: 3n, title: { vi: 'ba', en: 'three' } }] }],
      },
    },
  }),
  expected: {
    code: 'reading-equals-value',
    severity: 'error',
    place: { kind: 'parameter', id: 'cap', from: '2023-01-01' },
    vi: "Cách hiểu khác 'ba' lại có cùng giá trị 3n.",
    en: "The other reading 'three' has the same value, 3n.",
  },
}
