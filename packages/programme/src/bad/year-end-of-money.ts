import { byId, requirement } from '@khuyencong/rules'
import { fact, moreFacts, packWith, rule } from './good.js'
import type { BadPack } from './bad-pack.js'

/** The last day of the year of a cost. */
export const yearEndOfMoney: BadPack = {
  pack: packWith(
    {
      rules: byId([
        requirement({
          ...rule('R'),
          requires: {
            op: 'compare',
            left: { op: 'fact', fact: 'since' },
            relation: '≤',
            right: { op: 'end-of-year', year: fact('cost') },
          },
        }),
      ]),
    },
    moreFacts,
  ),
  expected: {
    code: 'value-type',
    severity: 'error',
    place: { kind: 'rule', id: 'R', from: '2023-01-01' },
    vi: 'Năm lấy ngày cuối là tiền (số nguyên đồng, bigint); cần số nguyên.',
    en: 'The year whose last day is taken is money (whole đồng, a bigint); expected a whole number.',
  },
}
