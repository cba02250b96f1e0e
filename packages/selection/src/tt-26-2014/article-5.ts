import { byId, requirementOverTime } from '@khuyencong/rules'
import { levelCodes } from '../level.js'
import { oneOf } from '../vocabulary.js'
import { circular, fromTheStart } from './sources.js'

/** CE-6: entered in one of the four groups. The last takes whatever the first three do not, so the rule only asks. */
const group = requirementOverTime({
  id: 'CE-6',
  group: 'product',
  title: { vi: 'Đăng ký vào một trong bốn nhóm sản phẩm', en: 'Entered in one of the four product groups' },
  subjects: levelCodes,
  versions: fromTheStart([circular('5')], 'unchanged').map((source) => ({
    ...source,
    requires: oneOf('productGroup', ['handicraft', 'agri-food', 'machinery', 'other']),
  })),
})

export const article5Rules = byId([group])
