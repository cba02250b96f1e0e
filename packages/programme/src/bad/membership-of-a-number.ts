import { byId, requirement } from '@khuyencong/rules'
import { fact, packWith, rule } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A number among codes: it never is. */
export const membershipOfANumber: BadPack = {
  pack: packWith({
    rules: byId([requirement({ ...rule('R'), requires: { op: 'one-of', left: fact('workers'), values: ['5'] } })]),
  }),
  expected: {
    code: 'value-type',
    severity: 'error',
    place: { kind: 'rule', id: 'R', from: '2023-01-01' },
    vi: "'one-of' hỏi về số nguyên; cần mã.",
    en: "'one-of' asks of a whole number; expected a code.",
  },
}
