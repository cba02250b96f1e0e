import { formatValue, isRatio, valueAt, type Value } from '@khuyencong/rules'
import { turningPoints } from '../change-dates.js'
import type { Pack } from '../pack.js'
import { sameButForDays } from '../same-content.js'
import { valueEntries } from './entries.js'
import { warning, type PackProblem } from './problem.js'

/** Amounts, shares and numbers that the pack sets higher than the law that it builds on. */
export function aboveReference({ base, period, law }: Pack): PackProblem[] {
  if (!base) return []
  return Object.values(law.parameters).flatMap((parameter) => {
    const reference = base.law.parameters[parameter.id]
    if (!reference || reference === parameter) return []
    const above = turningPoints(period, [...parameter.timeline, ...reference.timeline]).find((day) =>
      higher(valueAt(parameter, day)?.value, valueAt(reference, day)?.value),
    )
    if (above === undefined) return []
    const [own, national] = [valueAt(parameter, above), valueAt(reference, above)]
    const entry = valueEntries(law).find(({ version }) => version === own)
    if (!entry || !own || !national) return []
    return warning('above-reference', entry.place, own.cites, {
      vi: `${formatValue(own.value, 'vi', parameter)}, cao hơn mức ${formatValue(national.value, 'vi', parameter)} của ${base.id} (ngày ${above}).`,
      en: `${formatValue(own.value, 'en', parameter)} is above the ${formatValue(national.value, 'en', parameter)} of ${base.id} (on ${above}).`,
    })
  })
}

/** Values of the national fund that the pack replaces, where the law that it builds on has one for the local fund beside it. */
export function nationalValues({ base, law }: Pack): PackProblem[] {
  if (!base) return []
  return Object.values(law.parameters).flatMap((parameter) => {
    const { id } = parameter
    const [reference, local] = [base.law.parameters[id], base.law.parameters[`${id}.local`]]
    if (!reference || !local || reference === parameter) return []
    const own = parameter.timeline.find((entry) => !reference.timeline.some((theirs) => sameButForDays(theirs, entry)))
    if (!own) return []
    return warning('national-value', { kind: 'parameter', id, from: own.from }, own.cites, {
      vi: `Đây là giá trị của kinh phí quốc gia; giá trị của kinh phí địa phương là '${local.id}'.`,
      en: `This is the value of the national fund; that of the local fund is '${local.id}'.`,
    })
  })
}

function higher(own: Value | undefined, reference: Value | undefined): boolean {
  if (typeof own === 'bigint' && typeof reference === 'bigint') return own > reference
  if (typeof own === 'number' && typeof reference === 'number') return own > reference
  return (
    isRatio(own) && isRatio(reference) && own.numerator * reference.denominator > reference.numerator * own.denominator
  )
}
