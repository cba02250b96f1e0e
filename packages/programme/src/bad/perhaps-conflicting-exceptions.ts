import { byId, exception, lessThan, literal, sum } from '@khuyencong/rules'
import { fact, is, packWith, rule } from './good.js'
import type { BadPack } from './bad-pack.js'

/** Two exceptions of which it cannot be told whether they ever step in together. */
export const perhapsConflictingExceptions: BadPack = {
  pack: packWith({
    rules: byId([
      exception({ ...rule('E-1'), exceptionTo: ['SMALL'], applies: is('fund', 'local') }),
      exception({
        ...rule('E-2'),
        exceptionTo: ['SMALL'],
        applies: lessThan(sum([fact('cost'), fact('cost')]), literal(100n)),
      }),
    ]),
  }),
  expected: {
    code: 'exceptions-may-conflict',
    severity: 'warning',
    place: { kind: 'rule', id: 'E-1', from: '2023-01-01' },
    vi: "Chưa loại trừ được việc ngoại lệ E-1 và E-2 của quy định SMALL cùng áp dụng (ngày 2023-01-01). Nêu ngoại lệ kia trong 'over' của ngoại lệ được ưu tiên.",
    en: "It could not be ruled out that the exceptions E-1 and E-2 to the rule SMALL apply at once (on 2023-01-01). Give one priority by naming the other in its 'over'.",
  },
}
