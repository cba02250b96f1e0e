import { byId, literal, requirement } from '@khuyencong/rules'
import { fact, moreFacts, packWith, rule } from './good.js'
import type { BadPack } from './bad-pack.js'

/** Years added to a number of persons. */
export const yearsAddedToANumber: BadPack = {
  pack: packWith(
    {
      rules: byId([
        requirement({
          ...rule('R'),
          requires: {
            op: 'compare',
            left: { op: 'fact', fact: 'since' },
            relation: '≤',
            right: { op: 'add-years', date: fact('workers'), years: literal(5) },
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
    vi: 'Ngày được cộng thêm năm là số nguyên; cần ngày.',
    en: 'What years are added to is a whole number; expected a day.',
  },
}
