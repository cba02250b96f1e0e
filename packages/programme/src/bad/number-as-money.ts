import { cap, from, packWith, source } from './good.js'
import type { BadPack } from './bad-pack.js'

/** Money as a number, even a whole one: it would not compare with a cost. */
export const numberAsMoney: BadPack = {
  pack: packWith({ parameters: { cap: { ...cap, timeline: [{ from, value: 300_000_000, ...source }] } } }),
  expected: {
    code: 'value-type',
    severity: 'error',
    place: { kind: 'parameter', id: 'cap', from: '2023-01-01' },
    vi: "Giá trị 300000000; đơn vị 'dong' cần tiền (số nguyên đồng, bigint).",
    en: "The value is 300000000; the unit 'dong' needs money (whole đồng, a bigint).",
  },
}
