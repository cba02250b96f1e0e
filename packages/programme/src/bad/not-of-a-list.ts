import { byId, requirement } from '@khuyencong/rules'
import { is, packWith, rule } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A `not` of a list of conditions. */
export const notOfAList: BadPack = {
  pack: packWith({
    rules: byId([
      requirement({
        ...rule('R'),
        // @ts-expect-error only plain data can have it
        requires: { op: 'not', of: [is('fund', 'local')] },
      }),
    ]),
  }),
  expected: {
    code: 'malformed',
    severity: 'error',
    place: { kind: 'rule', id: 'R' },
    vi: "'versions[0].requires.of' là […]; cần một điều kiện.",
    en: "'versions[0].requires.of' is […]; expected a condition.",
  },
}
