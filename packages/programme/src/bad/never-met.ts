import { all, atMost, byId, literal, moreThan, param, requirement } from '@khuyencong/rules'
import { fact, from, limit, packWith, rule, source } from './good.js'
import type { BadPack } from './bad-pack.js'

/** More than 200 workers and fewer than the limit of 200, since the limit is lowered: nobody can meet it any more. */
export const neverMet: BadPack = {
  pack: packWith({
    parameters: {
      limit: {
        ...limit,
        timeline: [
          { from, to: '2023-12-31', value: 300, ...source },
          { from: '2024-01-01', value: 200, ...source },
        ],
      },
    },
    rules: byId([
      requirement({
        ...rule('R'),
        requires: all(moreThan(fact('workers'), literal(200)), atMost(fact('workers'), param(limit))),
      }),
    ]),
  }),
  expected: {
    code: 'never-met',
    severity: 'warning',
    place: { kind: 'rule', id: 'R', from: '2023-01-01' },
    vi: 'Không hồ sơ nào có thể đạt (ngày 2024-01-01).',
    en: 'No facts can meet it (on 2024-01-01).',
  },
}
