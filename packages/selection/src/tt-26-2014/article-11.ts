import { byId, requirementOverTime } from '@khuyencong/rules'
import { levelCodes, roundOf } from '../level.js'
import { is } from '../vocabulary.js'
import { circular, fromTheStart } from './sources.js'

/** CR-2: a panel of judges has an odd number of members. */
const oddPanel = requirementOverTime({
  id: 'CR-2',
  group: 'round',
  title: { vi: 'Ban Giám khảo có số thành viên là số lẻ', en: 'An odd number of judges' },
  subjects: levelCodes.map(roundOf),
  versions: fromTheStart([circular('11')], 'unchanged').map((source) => ({ ...source, requires: is('panelOdd') })),
})

export const article11Rules = byId([oddPanel])
