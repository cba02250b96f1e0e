import { from, packWith, source, text } from './good.js'
import type { BadPack } from './bad-pack.js'

/** An amount that does not say how much. */
export const amountWithoutFormula: BadPack = {
  pack: packWith({
    amounts: {
      // @ts-expect-error only plain data can have it
      GRANT: { id: 'GRANT', title: text, per: text, versions: [{ from, ...source }] },
    },
  }),
  expected: {
    code: 'malformed',
    severity: 'error',
    place: { kind: 'amount', id: 'GRANT' },
    vi: "'versions[0].amount' thiếu; cần một biểu thức.",
    en: "'versions[0].amount' is missing; expected an expression.",
  },
}
