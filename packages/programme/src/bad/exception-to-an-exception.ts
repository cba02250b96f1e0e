import { byId, exception, lessThan, literal } from '@khuyencong/rules'
import { fact, is, packWith, rule } from './good.js'
import type { BadPack } from './bad-pack.js'

/** An exception to an exception: the kernel asks for a priority instead, and refuses to bind. */
export const exceptionToAnException: BadPack = {
  pack: packWith({
    rules: byId([
      exception({ ...rule('E-1'), exceptionTo: ['SMALL'], applies: is('fund', 'local') }),
      exception({ ...rule('E-2'), exceptionTo: ['E-1'], applies: lessThan(fact('cost'), literal(100n)) }),
    ]),
  }),
  expected: {
    code: 'does-not-build',
    severity: 'error',
    place: { kind: 'pack', id: 'pack', from: '2023-01-01' },
    vi: "Không dùng được vào ngày 2023-01-01: Exception E-2 is to 'E-1', itself an exception; to go before it, name it in 'over'.",
    en: "Does not build on 2023-01-01: Exception E-2 is to 'E-1', itself an exception; to go before it, name it in 'over'.",
  },
}
