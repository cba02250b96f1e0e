import { amountRule, byId, literal, percent, times } from '@khuyencong/rules'
import { fact, from, packWith, source, text } from './good.js'
import type { BadPack } from './bad-pack.js'

/** Half of the persons, as an amount. */
export const shareOfANumber: BadPack = {
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
            amount: times(literal(percent(50n)), fact('workers'), literal('down')),
          },
        ],
      }),
    ]),
  }),
  expected: {
    code: 'value-type',
    severity: 'error',
    place: { kind: 'amount', id: 'GRANT', from: '2023-01-01' },
    vi: 'Số bị nhân là số nguyên; cần tiền (số nguyên đồng, bigint).',
    en: 'What is multiplied is a whole number; expected money (whole đồng, a bigint).',
  },
}
