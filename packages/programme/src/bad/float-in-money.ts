import { cap, from, packWith, source } from './good.js'
import type { BadPack } from './bad-pack.js'

/** Money as a floating-point number. */
export const floatInMoney: BadPack = {
  pack: packWith({ parameters: { cap: { ...cap, timeline: [{ from, value: 299_999_999.5, ...source }] } } }),
  expected: {
    code: 'value-type',
    severity: 'error',
    place: { kind: 'parameter', id: 'cap', from: '2023-01-01' },
    vi: "Giá trị 299999999.5; đơn vị 'dong' cần tiền (số nguyên đồng, bigint).",
    en: "The value is 299999999.5; the unit 'dong' needs money (whole đồng, a bigint).",
  },
}
