import { byId, exception } from '@khuyencong/rules'
import { is, packWith, rule } from './good.js'
import type { BadPack } from './bad-pack.js'

/** An exception to a rule that does not exist. */
export const unknownRule: BadPack = {
  pack: packWith({ rules: byId([exception({ ...rule('E'), exceptionTo: ['SMAL'], applies: is('fund', 'local') })]) }),
  expected: {
    code: 'unknown-rule',
    severity: 'error',
    place: { kind: 'rule', id: 'E' },
    vi: "Ngoại lệ nêu quy định 'SMAL' không có trong bộ quy định.",
    en: "The exception names the rule 'SMAL', which the pack does not have.",
  },
}
