import { amountRule, byId } from '@khuyencong/rules'
import { fact, from, packWith, source, text } from './good.js'
import type { BadPack } from './bad-pack.js'

/** An amount that is a number of persons. */
export const amountNotMoney: BadPack = {
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
            // @ts-expect-error an amount is money
            amount: fact('workers'),
          },
        ],
      }),
    ]),
  }),
  expected: {
    code: 'value-type',
    severity: 'error',
    place: { kind: 'amount', id: 'GRANT', from: '2023-01-01' },
    vi: 'Mức này là số nguyên; cần tiền (số nguyên đồng, bigint).',
    en: 'The amount is a whole number; expected money (whole đồng, a bigint).',
  },
}
