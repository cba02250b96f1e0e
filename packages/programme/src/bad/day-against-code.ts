import { byId, requirement } from '@khuyencong/rules'
import { fact, moreFacts, packWith, rule } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A day compared with a choice. */
export const dayAgainstCode: BadPack = {
  pack: packWith(
    {
      rules: byId([
        requirement({
          ...rule('R'),
          requires: { op: 'compare', left: { op: 'fact', fact: 'since' }, relation: '≤', right: fact('fund') },
        }),
      ]),
    },
    moreFacts,
  ),
  expected: {
    code: 'value-type',
    severity: 'error',
    place: { kind: 'rule', id: 'R', from: '2023-01-01' },
    vi: 'So sánh ngày với mã.',
    en: 'Compares a day with a code.',
  },
}
