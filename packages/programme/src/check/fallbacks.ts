import { inForce, previousDay, type Sourced } from '@khuyencong/rules'
import { common, turningPoints } from '../change-dates.js'
import type { Pack } from '../pack.js'
import { sameButForDays } from '../same-content.js'
import { warning, type PackProblem, type Place } from './problem.js'

/**
 * Days on which the law that the pack builds on stands again after the pack's own version has begun: a hole between two of
 * its own, or one that ends before the pack does; and versions of its own that lie outside its period.
 */
export function fallbacks({ base, period, law }: Pack): PackProblem[] {
  if (!base) return []
  /** Put in place of something, but for days of which the pack does not speak. */
  const elsewhere = ({ place, own, theirs }: Replaced): PackProblem[] =>
    own
      .filter((version) => !common(version, period) && !theirs.some((each) => sameButForDays(each, version)))
      .map(({ from, cites }) =>
        warning('never-in-force', { ...place, from }, cites, {
          vi: 'Không có hiệu lực vào ngày nào trong thời gian của bộ quy định.',
          en: "Is not in force on any day of the pack's period.",
        }),
      )
  const again = ({ place, own, theirs }: Replaced): PackProblem[] => {
    const days = turningPoints(period, own).map((day) => {
      const version = own.find((each) => inForce(each, day))
      const fromBase = version !== undefined && theirs.some((each) => sameButForDays(each, version))
      return { day, version, fromBase }
    })
    const begun = days.findIndex(({ version, fromBase }) => version && !fromBase)
    const back = begun < 0 ? -1 : days.findIndex(({ fromBase }, index) => index > begun && fromBase)
    const found = days[back]
    if (!found) return []
    const next = days.slice(back).find(({ fromBase }) => !fromBase)
    const until = next ? previousDay(next.day) : period.to
    const last = days[back - 1]?.version
    return [
      warning('base-again', { ...place, ...(last && { from: last.from }) }, last?.cites, {
        vi: `Từ ${found.day}${until ? ` đến ${until}` : ''} lại theo ${base.id}: nội dung riêng của bộ quy định không phủ hết thời gian.`,
        en: `From ${found.day}${until ? ` to ${until}` : ''} what ${base.id} has stands again: the pack's own does not cover its period.`,
      }),
    ]
  }
  return [
    ...replaced('rule', law.rules, base.law.rules, ({ versions }) => versions),
    ...replaced('parameter', law.parameters, base.law.parameters, ({ timeline }) => timeline),
    ...replaced('amount', law.amounts, base.law.amounts, ({ versions }) => versions),
  ].flatMap((each) => [...elsewhere(each), ...again(each)])
}

interface Replaced {
  readonly place: Place
  readonly own: readonly Sourced[]
  readonly theirs: readonly Sourced[]
}

/** The items of the base of which the pack has another form. */
const replaced = <T>(
  kind: Place['kind'],
  items: Readonly<Record<string, T>>,
  reference: Readonly<Record<string, T>>,
  versionsOf: (item: T) => readonly Sourced[],
): Replaced[] =>
  Object.entries(items).flatMap(([id, item]) => {
    const before = reference[id]
    return before === undefined || before === item
      ? []
      : [{ place: { kind, id }, own: versionsOf(item), theirs: versionsOf(before) }]
  })
