import { all, byId, lessThan, literal, requirement } from '@khuyencong/rules'
import { fact, is, packWith, rule } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A rule for what is at once national and local. */
export const neverApplies: BadPack = {
  pack: packWith({
    rules: byId([
      requirement({
        ...rule('R'),
        applies: all(is('fund', 'local'), is('fund', 'national')),
        requires: lessThan(fact('workers'), literal(10)),
      }),
    ]),
  }),
  expected: {
    code: 'never-applies',
    severity: 'warning',
    place: { kind: 'rule', id: 'R', from: '2023-01-01' },
    vi: 'Điều kiện áp dụng không bao giờ xảy ra (ngày 2023-01-01).',
    en: 'No facts can make it apply (on 2023-01-01).',
  },
}
