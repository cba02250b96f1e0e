import { byId, requirementOverTime } from '@khuyencong/rules'
import { levelCodes } from '../level.js'
import { is, oneOf } from '../vocabulary.js'
import { circular, fromTheStart } from './sources.js'

/** CE-2: what a set is. That one maker makes all of it is asked by CE-3. */
const kindOfSet = requirementOverTime({
  id: 'CE-2',
  group: 'product',
  title: { vi: 'Bộ sản phẩm thuộc một trong ba loại', en: 'A set of one of the three kinds' },
  subjects: levelCodes,
  versions: fromTheStart([circular('3', '2'), circular('4', '1')], 'unchanged').map((source) => ({
    ...source,
    applies: is('entryKind', 'set'),
    requires: oneOf('setKind', ['materials', 'designs', 'complementary']),
  })),
})

export const article3Rules = byId([kindOfSet])
