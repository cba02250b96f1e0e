import { from, packWith, share, source } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A share below nothing. */
export const negativeShare: BadPack = {
  pack: packWith({
    parameters: {
      share: { ...share, timeline: [{ from, ...source, value: { numerator: -1n, denominator: 2n } }] },
    },
  }),
  expected: {
    code: 'value-type',
    severity: 'error',
    place: { kind: 'parameter', id: 'share', from: '2023-01-01' },
    vi: "Giá trị -1/2; đơn vị 'ratio' cần tỷ lệ chính xác (tử số ≥ 0, mẫu số > 0).",
    en: "The value is -1/2; the unit 'ratio' needs an exact ratio (numerator ≥ 0, denominator > 0).",
  },
}
