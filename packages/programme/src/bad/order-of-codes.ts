import { byId, literal, requirement } from '@khuyencong/rules'
import { fact, packWith, rule } from './good.js'
import type { BadPack } from './bad-pack.js'

/** Which of two choices is more? By their letters, and so for other facts than the law means. */
export const orderOfCodes: BadPack = {
  pack: packWith({
    rules: byId([
      requirement({
        ...rule('R'),
        requires: { op: 'compare', left: fact('fund'), relation: '≤', right: literal('national') },
      }),
    ]),
  }),
  expected: {
    code: 'value-type',
    severity: 'error',
    place: { kind: 'rule', id: 'R', from: '2023-01-01' },
    vi: "So sánh mã bằng '≤', nhưng không có thứ tự lớn nhỏ; cần = hoặc ≠.",
    en: "Compares a code by '≤', where none is more than another; expected = or ≠.",
  },
}
