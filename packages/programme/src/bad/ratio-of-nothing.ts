import { amountRule, byId, literal, times } from '@khuyencong/rules'
import { fact, from, packWith, source, text } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A share with nothing below the line. */
export const ratioOfNothing: BadPack = {
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
            amount: times(literal({ numerator: 1n, denominator: 0n }), fact('cost'), literal('down')),
          },
        ],
      }),
    ]),
  }),
  expected: {
    code: 'value-type',
    severity: 'error',
    place: { kind: 'amount', id: 'GRANT', from: '2023-01-01' },
    vi: '1/0 không phải là giá trị chính xác; cần số nguyên, tiền bigint hoặc tỷ lệ không âm.',
    en: '1/0 is not exact; expected a whole number, money as a bigint, or a ratio that is not negative.',
  },
}
