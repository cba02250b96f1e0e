import { byId, requirement } from '@khuyencong/rules'
import { packWith, rule } from './good.js'
import type { BadPack } from './bad-pack.js'

/** An `all` that does not say of what. */
export const allOfNothingNamed: BadPack = {
  pack: packWith({
    rules: byId([
      requirement({
        ...rule('R'),
        // @ts-expect-error only plain data can have it
        requires: { op: 'all' },
      }),
    ]),
  }),
  expected: {
    code: 'malformed',
    severity: 'error',
    place: { kind: 'rule', id: 'R' },
    vi: "'versions[0].requires.of' thiếu; cần một danh sách.",
    en: "'versions[0].requires.of' is missing; expected a list.",
  },
}
