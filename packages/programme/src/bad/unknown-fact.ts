import { byId, literal, requirement } from '@khuyencong/rules'
import { packWith, rule } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A rule that reads a fact which nobody can give. */
export const unknownFact: BadPack = {
  pack: packWith({
    rules: byId([
      requirement({
        ...rule('R'),
        requires: { op: 'compare', left: { op: 'fact', fact: 'wokers' }, relation: '≤', right: literal(200) },
      }),
    ]),
  }),
  expected: {
    code: 'unknown-fact',
    severity: 'error',
    place: { kind: 'rule', id: 'R', from: '2023-01-01' },
    vi: "Đọc dữ kiện 'wokers' không có trong bảng dữ kiện.",
    en: "Reads the fact 'wokers', which the dictionary does not have.",
  },
}
