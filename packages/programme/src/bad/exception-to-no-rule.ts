import { byId, exception } from '@khuyencong/rules'
import { is, packWith, rule } from './good.js'
import type { BadPack } from './bad-pack.js'

/** An exception that names no rule at all. */
export const exceptionToNoRule: BadPack = {
  pack: packWith({ rules: byId([exception({ ...rule('E'), exceptionTo: [], applies: is('fund', 'national') })]) }),
  expected: {
    code: 'exception-to-nothing',
    severity: 'error',
    place: { kind: 'rule', id: 'E' },
    vi: 'Ngoại lệ không nêu quy định nào.',
    en: 'The exception names no rule.',
  },
}
