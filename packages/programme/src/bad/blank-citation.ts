import { atMost, byId, param, requirement } from '@khuyencong/rules'
import { fact, limit, packWith, rule } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A rule that cites a document without a number. */
export const blankCitation: BadPack = {
  pack: packWith({
    rules: byId([
      requirement({ ...rule('SMALL'), cites: [{ document: ' ' }], requires: atMost(fact('workers'), param(limit)) }),
    ]),
  }),
  expected: {
    code: 'uncited',
    severity: 'error',
    place: { kind: 'rule', id: 'SMALL', from: '2023-01-01' },
    vi: 'Không dẫn văn bản nào; cần ít nhất một văn bản, điều.',
    en: 'Cites nothing; expected at least one document and article.',
  },
}
