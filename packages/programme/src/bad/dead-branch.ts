import { any, byId, lessThan, literal, requirement, titled } from '@khuyencong/rules'
import { fact, is, packWith, rule } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A rule for the local fund with an alternative for the national one. */
export const deadBranch: BadPack = {
  pack: packWith({
    rules: byId([
      requirement({
        ...rule('R'),
        applies: is('fund', 'local'),
        requires: any(
          lessThan(fact('workers'), literal(10)),
          titled({ vi: 'nguồn trung ương', en: 'national fund' }, is('fund', 'national')),
        ),
      }),
    ]),
  }),
  expected: {
    code: 'dead-branch',
    severity: 'warning',
    place: { kind: 'rule', id: 'R', from: '2023-01-01' },
    vi: 'Có một trường hợp không bao giờ xảy ra: nguồn trung ương (ngày 2023-01-01).',
    en: 'One of its alternatives can never hold: national fund (on 2023-01-01).',
  },
}
