import { amountRule, byId, literal, lowest } from '@khuyencong/rules'
import { from, grantTerms, packWith, source, text } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A table by fund that has no case for the local fund. */
export const tableGap: BadPack = {
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
            amount: lowest<bigint>([...grantTerms, { op: 'match', fact: 'fund', cases: { national: literal(1n) } }]),
          },
        ],
      }),
    ]),
  }),
  expected: {
    code: 'table-gap',
    severity: 'error',
    place: { kind: 'amount', id: 'GRANT', from: '2023-01-01' },
    vi: "Bảng theo 'fund' thiếu trường hợp 'local'.",
    en: "The table by 'fund' has no case for 'local'.",
  },
}
