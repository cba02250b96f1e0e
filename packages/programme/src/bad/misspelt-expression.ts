import { fact, from, packWith, source, text } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A calculation of a kind that there is not: the amount would have no level, and nobody would see. */
export const misspeltExpression: BadPack = {
  pack: packWith({
    amounts: {
      GRANT: {
        id: 'GRANT',
        title: text,
        per: text,
        // @ts-expect-error only plain data can have it
        versions: [{ from, ...source, amount: { op: 'mul', of: [fact('cost')] } }],
      },
    },
  }),
  expected: {
    code: 'malformed',
    severity: 'error',
    place: { kind: 'amount', id: 'GRANT' },
    vi: "'versions[0].amount.op' là 'mul'; cần một trong: fact, parameter, literal, times, min, max, sum, add-years, end-of-year, match.",
    en: "'versions[0].amount.op' is 'mul'; expected one of fact, parameter, literal, times, min, max, sum, add-years, end-of-year, match.",
  },
}
