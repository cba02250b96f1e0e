import { atLeast, byId, literal, requirement } from '@khuyencong/rules'
import { fact, packWith, rule } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A limit that no number of workers can fall below. */
export const alwaysMet: BadPack = {
  pack: packWith({ rules: byId([requirement({ ...rule('R'), requires: atLeast(fact('workers'), literal(0)) })]) }),
  expected: {
    code: 'always-met',
    severity: 'warning',
    place: { kind: 'rule', id: 'R', from: '2023-01-01' },
    vi: 'Hồ sơ nào cũng đạt: không có tác dụng (ngày 2023-01-01).',
    en: 'Any facts meet it, so that it has no effect (on 2023-01-01).',
  },
}
