import { amountRule, byId, literal, lowest } from '@khuyencong/rules'
import { fact, from, packWith, source, text } from './good.js'
import type { BadPack } from './bad-pack.js'

/** The cost or five, whichever is less. */
export const lowestOfMixedKinds: BadPack = {
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
            // @ts-expect-error types refuse it; plain data may have it
            amount: lowest([fact('cost'), literal(5)]),
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
