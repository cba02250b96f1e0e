import { cap, from, packWith, source } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A cap below nothing. */
export const moneyBelowZero: BadPack = {
  pack: packWith({ parameters: { cap: { ...cap, timeline: [{ from, ...source, value: -80_000_000n }] } } }),
  expected: {
    code: 'value-type',
    severity: 'error',
    place: { kind: 'parameter', id: 'cap', from: '2023-01-01' },
    vi: 'Giá trị -80000000n nhỏ hơn 0; cần giá trị không âm.',
    en: 'The value is -80000000n, below 0; expected one that is not negative.',
  },
}
