import { good, packWith } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A value that nobody has given a timeline: of one case it says that there is no level, of the whole it is forgotten. */
export const neverAValue: BadPack = {
  pack: packWith({ parameters: { share: { ...good.law.parameters.share, timeline: [] } } }),
  expected: {
    code: 'no-level-yet',
    severity: 'warning',
    place: { kind: 'amount', id: 'GRANT', from: '2023-01-01' },
    vi: "Giá trị 'share' chưa có từ 2023-01-01 đến 2025-12-31: chưa có mức.",
    en: "The parameter 'share' has no value from 2023-01-01 to 2025-12-31: there is no level yet.",
  },
}
