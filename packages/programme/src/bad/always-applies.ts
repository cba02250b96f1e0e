import { byId, lessThan, literal, requirement } from '@khuyencong/rules'
import { fact, oneOf, packWith, rule } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A rule limited to every fund that there is. */
export const alwaysApplies: BadPack = {
  pack: packWith({
    rules: byId([
      requirement({
        ...rule('R'),
        applies: oneOf('fund', ['local', 'national']),
        requires: lessThan(fact('workers'), literal(10)),
      }),
    ]),
  }),
  expected: {
    code: 'always-applies',
    severity: 'warning',
    place: { kind: 'rule', id: 'R', from: '2023-01-01' },
    vi: 'Điều kiện áp dụng lúc nào cũng đúng: thừa (ngày 2023-01-01).',
    en: 'Its condition of application always holds and is not needed (on 2023-01-01).',
  },
}
