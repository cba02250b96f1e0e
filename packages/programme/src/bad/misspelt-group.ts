import { byId, requirement } from '@khuyencong/rules'
import { extend } from '../extend.js'
import { description, good, is, rule } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A rule of the province under a heading that nothing else has. */
export const misspeltGroup: BadPack = {
  pack: extend(
    good,
    { ...description, id: 'province' },
    {},
    { rules: byId([requirement({ ...rule('R'), group: 'gg', requires: is('fund', 'local') })]) },
  ),
  expected: {
    code: 'unknown-group',
    severity: 'warning',
    place: { kind: 'rule', id: 'R' },
    vi: "Không có dữ kiện hay quy định nào của pack thuộc nhóm 'gg'; các nhóm hiện có: g.",
    en: "No fact and no rule of pack has the group 'gg'; there are g.",
  },
}
