import { byId, literal, requirement } from '@khuyencong/rules'
import { moreFacts, packWith, rule } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A day compared with one that is not in the calendar: it would be compared letter by letter. */
export const dayMisspelt: BadPack = {
  pack: packWith(
    {
      rules: byId([
        requirement({
          ...rule('R'),
          requires: { op: 'compare', left: { op: 'fact', fact: 'since' }, relation: '≤', right: literal('2024-2-30') },
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
