import { byId, requirement } from '@khuyencong/rules'
import { is, packWith, rule } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A rule that was repealed before the programme began. */
export const neverInForce: BadPack = {
  pack: packWith({
    rules: byId([requirement({ ...rule('R'), from: '2020-01-01', to: '2022-12-31', requires: is('fund', 'local') })]),
  }),
  expected: {
    code: 'never-in-force',
    severity: 'warning',
    place: { kind: 'rule', id: 'R' },
    vi: 'Không có hiệu lực vào ngày nào trong thời gian của bộ quy định.',
    en: "Is not in force on any day of the pack's period.",
  },
}
