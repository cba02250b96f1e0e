import { byId, literal, requirement } from '@khuyencong/rules'
import { fact, packWith, rule } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A cost compared with a number of things. The types refuse it; plain data may have it. */
export const moneyAgainstNumber: BadPack = {
  pack: packWith({
    rules: byId([
      requirement({
        ...rule('R'),
        requires: { op: 'compare', left: fact('cost'), relation: '≤', right: literal(5) },
      }),
    ]),
  }),
  expected: {
    code: 'value-type',
    severity: 'error',
    place: { kind: 'rule', id: 'R', from: '2023-01-01' },
    vi: 'So sánh tiền (số nguyên đồng, bigint) với số nguyên.',
    en: 'Compares money (whole đồng, a bigint) with a whole number.',
  },
}
