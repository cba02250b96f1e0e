import { formatValue, isRatio, valueAt, type Value } from '@khuyencong/rules'
import { turningPoints } from '../change-dates.js'
import type { Pack } from '../pack.js'
import { valueEntries } from './entries.js'
import { warning, type PackProblem } from './problem.js'

/** Amounts and shares that the pack sets higher than the law that it builds on. */
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
      vi: `${formatValue(own.value, 'vi')}, cao hơn mức ${formatValue(national.value, 'vi')} của ${base.id} (ngày ${above}).`,
      en: `${formatValue(own.value, 'en')} is above the ${formatValue(national.value, 'en')} of ${base.id} (on ${above}).`,
    })
  })
}

function higher(own: Value | undefined, reference: Value | undefined): boolean {
  if (typeof own === 'bigint' && typeof reference === 'bigint') return own > reference
  return (
    isRatio(own) && isRatio(reference) && own.numerator * reference.denominator > reference.numerator * own.denominator
  )
}
