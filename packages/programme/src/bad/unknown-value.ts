import { byId, requirement } from '@khuyencong/rules'
import { fact, packWith, rule } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A rule that asks for a value which the choice does not have. It does not compile with the words of the dictionary. */
export const unknownValue: BadPack = {
  pack: packWith({
    rules: byId([
      requirement({ ...rule('R'), requires: { op: 'one-of', left: fact('fund'), values: ['local', 'district'] } }),
    ]),
  }),
  expected: {
    code: 'unknown-value',
    severity: 'error',
    place: { kind: 'rule', id: 'R', from: '2023-01-01' },
    vi: "'district' không phải là một giá trị của dữ kiện 'fund'.",
    en: "'district' is not a value of the fact 'fund'.",
  },
}
