import { byId, requirement } from '@khuyencong/rules'
import { fact, packWith, rule } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A condition of a kind that there is not: taken for `one-of`, it would say the contrary of what is written. */
export const misspeltCondition: BadPack = {
  pack: packWith({
    rules: byId([
      requirement({
        ...rule('R'),
        // @ts-expect-error only plain data can have it
        requires: { op: 'none-of', left: fact('fund'), values: ['local'] },
      }),
    ]),
  }),
  expected: {
    code: 'malformed',
    severity: 'error',
    place: { kind: 'rule', id: 'R' },
    vi: "'versions[0].requires.op' là 'none-of'; cần một trong: compare, one-of, some-of, all-of, all, any, not.",
    en: "'versions[0].requires.op' is 'none-of'; expected one of compare, one-of, some-of, all-of, all, any, not.",
  },
}
