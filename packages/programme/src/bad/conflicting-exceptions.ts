import { byId, exception, lessThan, literal } from '@khuyencong/rules'
import { fact, is, packWith, rule } from './good.js'
import type { BadPack } from './bad-pack.js'

/** Two exceptions that step in for the same application, neither before the other. */
export const conflictingExceptions: BadPack = {
  pack: packWith({
    rules: byId([
      exception({ ...rule('E-1'), exceptionTo: ['SMALL'], applies: is('fund', 'local') }),
      exception({ ...rule('E-2'), exceptionTo: ['SMALL'], applies: lessThan(fact('cost'), literal(100n)) }),
    ]),
  }),
  expected: {
    code: 'exceptions-conflict',
    severity: 'error',
    place: { kind: 'rule', id: 'E-1', from: '2023-01-01' },
    vi: "Ngoại lệ E-1 và E-2 của quy định SMALL cùng áp dụng (ngày 2023-01-01; Nguồn: địa phương; Chi phí: 99 đồng). Nêu ngoại lệ kia trong 'over' của ngoại lệ được ưu tiên.",
    en: "Exceptions E-1 and E-2 to the rule SMALL apply at once (on 2023-01-01; Fund: local; Cost: 99 đồng). Give one priority by naming the other in its 'over'.",
  },
}
