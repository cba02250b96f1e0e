import { atMost, byId, requirement } from '@khuyencong/rules'
import { fact, packWith, rule } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A rule that uses a value which the pack does not have. */
export const unknownParameter: BadPack = {
  pack: packWith({
    rules: byId([requirement({ ...rule('R'), requires: atMost(fact('cost'), { op: 'parameter', parameter: 'kap' }) })]),
  }),
  expected: {
    code: 'unknown-parameter',
    severity: 'error',
    place: { kind: 'rule', id: 'R', from: '2023-01-01' },
    vi: "Dùng giá trị 'kap' không có trong bộ quy định.",
    en: "Uses the parameter 'kap', which the pack does not have.",
  },
}
