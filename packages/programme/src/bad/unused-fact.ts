import { colour, facts, packWith } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A fact that is asked for and never read. */
export const unusedFact: BadPack = {
  pack: packWith({}, { ...facts, ...colour }),
  expected: {
    code: 'unused-fact',
    severity: 'warning',
    place: { kind: 'fact', id: 'colour' },
    vi: 'Không quy định nào đọc dữ kiện này.',
    en: 'No rule or amount reads this fact.',
  },
}
