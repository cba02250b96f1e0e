import { byId, requirement } from '@khuyencong/rules'
import { fact, packWith, rule } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A relation as programs write it. */
export const misspeltRelation: BadPack = {
  pack: packWith({
    rules: byId([
      requirement({
        ...rule('R'),
        // @ts-expect-error only plain data can have it
        requires: { op: 'compare', left: fact('workers'), relation: '<=', right: { op: 'literal', value: 200 } },
      }),
    ]),
  }),
  expected: {
    code: 'malformed',
    severity: 'error',
    place: { kind: 'rule', id: 'R' },
    vi: "'versions[0].requires.relation' là '<='; cần một trong: =, ≠, <, ≤, >, ≥.",
    en: "'versions[0].requires.relation' is '<='; expected one of =, ≠, <, ≤, >, ≥.",
  },
}
