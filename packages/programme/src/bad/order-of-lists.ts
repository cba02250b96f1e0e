import { byId, literal, requirement } from '@khuyencong/rules'
import { moreFacts, packWith, rule } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A list that is more than another. */
export const orderOfLists: BadPack = {
  pack: packWith(
    {
      rules: byId([
        requirement({
          ...rule('R'),
          requires: { op: 'compare', left: { op: 'fact', fact: 'papers' }, relation: '>', right: literal(['form']) },
        }),
      ]),
    },
    moreFacts,
  ),
  expected: {
    code: 'value-type',
    severity: 'error',
    place: { kind: 'rule', id: 'R', from: '2023-01-01' },
    vi: "So sánh danh sách bằng '>', nhưng không có thứ tự lớn nhỏ; cần = hoặc ≠.",
    en: "Compares a list by '>', where none is more than another; expected = or ≠.",
  },
}
