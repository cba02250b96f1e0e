import { amountRule, byId, literal } from '@khuyencong/rules'
import { from, packWith, source, text } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A table in which one case is a number. */
export const tableOfMixedKinds: BadPack = {
  pack: packWith({
    amounts: byId([
      amountRule({
        id: 'GRANT',
        title: text,
        per: text,
        versions: [
          {
            from,
            ...source,
            amount: { op: 'match', fact: 'fund', cases: { national: literal(5n), local: literal(5) } },
          },
        ],
      }),
    ]),
  }),
  expected: {
    code: 'value-type',
    severity: 'error',
    place: { kind: 'amount', id: 'GRANT', from: '2023-01-01' },
    vi: 'Lẫn lộn tiền (số nguyên đồng, bigint) với số nguyên.',
    en: 'Mixes money (whole đồng, a bigint) with a whole number.',
  },
}
