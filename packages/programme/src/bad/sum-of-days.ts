import { byId, literal, requirement } from '@khuyencong/rules'
import { moreFacts, packWith, rule } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A day and a day are no day. */
export const sumOfDays: BadPack = {
  pack: packWith(
    {
      rules: byId([
        requirement({
          ...rule('R'),
          requires: {
            op: 'compare',
            left: {
              op: 'sum',
              of: [
                { op: 'fact', fact: 'since' },
                { op: 'fact', fact: 'since' },
              ],
            },
            relation: '≤',
            right: literal('2024-01-01'),
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
    vi: 'Số hạng của tổng là ngày; cần tiền (số nguyên đồng, bigint) hoặc số nguyên.',
    en: 'A term of a sum is a day; expected money (whole đồng, a bigint) or a whole number.',
  },
}
