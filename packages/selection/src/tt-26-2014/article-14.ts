import { any, atLeast, byId, equals, param, parameter, requirementOverTime, sum, type Sourced } from '@khuyencong/rules'
import { levelCodes, roundOf } from '../level.js'
import { fact, is, isNot } from '../vocabulary.js'
import { circular, fromTheStart, since2018 } from './sources.js'

const article14: readonly Sourced[] = fromTheStart([circular('14')], 'reported')

/** Years from one round to the next at the same level. "Usually odd" or "usually even" years (until 2018) bind nobody. */
const cycle = parameter({
  id: 'CONTEST.cycle',
  title: { vi: 'Số năm giữa hai kỳ bình chọn', en: 'Years between two rounds' },
  unit: 'years',
  timeline: article14.map((source) => ({ ...source, value: 2 })),
})

/** Years from the regional to the national round. */
const afterRegion = parameter({
  id: 'CONTEST.nation-after-region',
  title: {
    vi: 'Số năm từ bình chọn cấp khu vực đến cấp quốc gia',
    en: 'Years from the regional to the national round',
  },
  unit: 'years',
  timeline: since2018([circular('14')], 'reported').map((source) => ({ ...source, value: 1 })),
})

/** CR-3: every two years, unless the competent authority decides otherwise. */
const frequency = requirementOverTime({
  id: 'CR-3',
  group: 'round',
  title: { vi: 'Tổ chức hai năm một lần', en: 'Held every two years' },
  subjects: levelCodes.map(roundOf),
  versions: article14.map((source) => ({
    ...source,
    requires: any(
      isNot('heldBefore'),
      atLeast(fact('roundYear'), sum([fact('lastRoundYear'), param(cycle)])),
      is('otherTimeDecided'),
    ),
  })),
})

/** CR-4: the national round in the year right after the regional one. */
const nationAfterRegion = requirementOverTime({
  id: 'CR-4',
  group: 'round',
  title: {
    vi: 'Cấp quốc gia tổ chức vào năm sau năm bình chọn cấp khu vực',
    en: 'The national round in the year after the regional one',
  },
  subjects: [roundOf('NATION')],
  versions: since2018([circular('14')], 'reported').map((source) => ({
    ...source,
    requires: any(
      equals(fact('roundYear'), sum([fact('regionalRoundYear'), param(afterRegion)])),
      is('otherTimeDecided'),
    ),
  })),
})

export const article14Parameters = byId([cycle, afterRegion])
export const article14Rules = byId([frequency, nationAfterRegion])
