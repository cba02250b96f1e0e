import { cap, packWith, source } from './good.js'
import type { BadPack } from './bad-pack.js'

/** An amount whose value comes later has no level until then: lawful, but to be looked at. */
export const noLevelYet: BadPack = {
  pack: packWith({
    parameters: { cap: { ...cap, timeline: [{ from: '2023-07-01', value: 300_000_000n, ...source }] } },
  }),
  expected: {
    code: 'no-level-yet',
    severity: 'warning',
    place: { kind: 'amount', id: 'GRANT', from: '2023-01-01' },
    vi: "Giá trị 'cap' chưa có từ 2023-01-01 đến 2023-06-30: chưa có mức.",
    en: "The parameter 'cap' has no value from 2023-01-01 to 2023-06-30: there is no level yet.",
  },
}
