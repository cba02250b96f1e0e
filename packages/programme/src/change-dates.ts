import { inForce, isIsoDate, nextDay, type IsoDate, type Period } from '@khuyencong/rules'
import type { Pack } from './pack.js'

/**
 * The days of the pack's period on which anything changes: its first day, and each day on which a rule, value or amount
 * begins or is no longer there. Between two of them the law is the same, so that they are the only days to look at.
 * @returns ISO days in order, each once
 */
export function changeDates(pack: Pick<Pack, 'period' | 'law'>): IsoDate[] {
  const { rules, parameters, amounts } = pack.law
  return turningPoints(pack.period, [
    ...Object.values(rules).flatMap((rule): readonly Period[] => rule.versions),
    ...Object.values(parameters).flatMap((parameter) => parameter.timeline),
    ...Object.values(amounts).flatMap(({ versions, without = [] }): readonly Period[] => [...versions, ...without]),
  ])
}

/** The first day of `within`, and each day in it on which one of `periods` begins or has just ended. */
export function turningPoints(within: Period, periods: readonly Period[]): IsoDate[] {
  const days = new Set([within.from])
  for (const { from, to } of periods) {
    if (inForce(within, from)) days.add(from)
    if (to && isIsoDate(to) && inForce(within, nextDay(to))) days.add(nextDay(to))
  }
  return [...days].sort()
}

/** The days that two periods share; undefined where there are none. */
export function common(a: Period, b: Period): Period | undefined {
  const from = a.from > b.from ? a.from : b.from
  const ends = [a.to, b.to].filter((day) => day !== undefined).sort()
  const [to] = ends
  if (to !== undefined && to < from) return undefined
  return to === undefined ? { from } : { from, to }
}
