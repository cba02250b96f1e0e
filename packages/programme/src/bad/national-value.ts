import { extend } from '../extend.js'
import { description, good, source } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A province that meant the cap of its own fund and wrote that of the national one. */
export const nationalValue: BadPack = {
  pack: extend(
    good,
    { ...description, id: 'province' },
    { replace: { parameters: { cap: [{ from: '2024-01-01', value: 150_000_000n, ...source }] } } },
  ),
  expected: {
    code: 'national-value',
    severity: 'warning',
    place: { kind: 'parameter', id: 'cap', from: '2024-01-01' },
    vi: "Đây là giá trị của kinh phí quốc gia; giá trị của kinh phí địa phương là 'cap.local'.",
    en: "This is the value of the national fund; that of the local fund is 'cap.local'.",
  },
}
