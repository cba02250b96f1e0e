import { byId, literal, requirement } from '@khuyencong/rules'
import { moreFacts, packWith, rule } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A flag that is less than yes. */
export const orderOfFlags: BadPack = {
  pack: packWith(
    {
      rules: byId([
        requirement({
          ...rule('R'),
          requires: { op: 'compare', left: { op: 'fact', fact: 'founded' }, relation: '<', right: literal(true) },
        }),
      ]),
    },
    moreFacts,
  ),
  expected: {
    code: 'value-type',
    severity: 'error',
    place: { kind: 'rule', id: 'R', from: '2023-01-01' },
    vi: "So sánh có hoặc không bằng '<', nhưng không có thứ tự lớn nhỏ; cần = hoặc ≠.",
    en: "Compares yes or no by '<', where none is more than another; expected = or ≠.",
  },
}
