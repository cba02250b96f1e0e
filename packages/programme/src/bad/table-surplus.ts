import { amountRule, byId, literal, lowest } from '@khuyencong/rules'
import { from, grantTerms, packWith, source, text } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A table by fund with a case for a fund that there is not. */
export const tableSurplus: BadPack = {
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
            amount: lowest<bigint>([
              ...grantTerms,
              {
                op: 'match',
                fact: 'fund',
                cases: { national: literal(1n), local: literal(1n), district: literal(1n) },
              },
            ]),
          },
        ],
      }),
    ]),
  }),
  expected: {
    code: 'table-surplus',
    severity: 'error',
    place: { kind: 'amount', id: 'GRANT', from: '2023-01-01' },
    vi: "Bảng theo 'fund' có trường hợp 'district' mà dữ kiện không có.",
    en: "The table by 'fund' has a case 'district', which the fact does not have.",
  },
}
