import { all, byId, not, requirementOverTime } from '@khuyencong/rules'
import { levelCodes } from '../level.js'
import { is, isNot, someOf } from '../vocabulary.js'
import { asIssued, circular, fromTheStart } from './sources.js'

const base = { group: 'product', subjects: levelCodes } as const

/** CE-3: made by the entrant itself. */
const maker = requirementOverTime({
  ...base,
  id: 'CE-3',
  title: {
    vi: 'Sản phẩm công nghiệp, tiểu thủ công nghiệp do chính cơ sở sản xuất',
    en: 'An industrial or handicraft product that the entrant itself makes',
  },
  versions: fromTheStart([circular('4', '2')], 'reported').map((source) => ({
    ...source,
    requires: all(is('industrialProduct'), is('madeByEntrant')),
  })),
})

/** CE-4: lawful in every respect that the circular names. */
const lawful = requirementOverTime({
  ...base,
  id: 'CE-4',
  title: {
    vi: 'Không vi phạm về sở hữu trí tuệ, chất lượng, lao động, an toàn thực phẩm, môi trường',
    en: 'No breach of property rights, quality, labour, food safety or environment rules',
  },
  versions: fromTheStart([circular('4', '3')], 'reported').map((source) => ({
    ...source,
    requires: not(someOf('breaches', ['intellectual-property', 'quality', 'labour', 'food-safety', 'environment'])),
  })),
})

/** CE-4-COPY: no copy of another product. The words were dropped on 16 August 2018. */
const noCopy = requirementOverTime({
  ...base,
  id: 'CE-4-COPY',
  title: { vi: 'Không sao chép sản phẩm khác', en: 'Not a copy of another product' },
  versions: asIssued([circular('4', '3')]).map((source) => ({ ...source, requires: isNot('copiesAnother') })),
})

/** CE-5: able to be made in series. */
const series = requirementOverTime({
  ...base,
  id: 'CE-5',
  title: { vi: 'Sản xuất được hàng loạt, không phải độc bản', en: 'Can be made in series; not a one-off' },
  versions: fromTheStart([circular('4', '4')], 'reported').map((source) => ({
    ...source,
    requires: is('seriesProduction'),
  })),
})

export const article4Rules = byId([maker, lawful, noCopy, series])
