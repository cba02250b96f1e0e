import { byId, exception, requirement } from '@khuyencong/rules'
import { is, packWith, rule } from './good.js'
import type { BadPack } from './bad-pack.js'

/** An exception for one content to a rule about another: it can never step in. */
export const exceptionToAnotherSubject: BadPack = {
  pack: packWith({
    rules: byId([
      requirement({ ...rule('R'), subjects: ['MACH'], requires: is('fund', 'local') }),
      exception({ ...rule('E'), subjects: ['BRAND'], exceptionTo: ['R'], applies: is('fund', 'national') }),
    ]),
  }),
  expected: {
    code: 'exception-to-nothing',
    severity: 'warning',
    place: { kind: 'rule', id: 'E' },
    vi: "Không lúc nào thay được quy định 'R': không cùng hiệu lực hoặc không cùng nội dung.",
    en: "Can never step in for the rule 'R': they share no day or no subject.",
  },
}
