import { byId, requirement } from '@khuyencong/rules'
import { is, packWith, rule } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A rule about a content of support that nobody can ask for. */
export const unknownSubject: BadPack = {
  pack: packWith({
    rules: byId([requirement({ ...rule('R'), subjects: ['MACHINE'], requires: is('fund', 'local') })]),
  }),
  expected: {
    code: 'unknown-subject',
    severity: 'error',
    place: { kind: 'rule', id: 'R' },
    vi: "Nêu nội dung 'MACHINE' không có trong bộ quy định.",
    en: "Names the subject 'MACHINE', which the pack does not have.",
  },
}
