import { amountRule, byId, literal, times } from '@khuyencong/rules'
import { fact, from, packWith, source, text } from './good.js'
import type { BadPack } from './bad-pack.js'

/** Twice the cost, by two đồng in place of a ratio. */
export const factorMoney: BadPack = {
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
            amount: times(literal(2n), fact('cost'), literal('down')),
          },
        ],
      }),
    ]),
  }),
  expected: {
    code: 'value-type',
    severity: 'error',
    place: { kind: 'amount', id: 'GRANT', from: '2023-01-01' },
    vi: 'Hệ số của phép nhân là tiền (số nguyên đồng, bigint); cần tỷ lệ chính xác (tử số ≥ 0, mẫu số > 0).',
    en: 'The factor of a product is money (whole đồng, a bigint); expected an exact ratio (numerator ≥ 0, denominator > 0).',
  },
}
