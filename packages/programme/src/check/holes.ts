import { previousDay, valueAt, type Expression, type IsoDate } from '@khuyencong/rules'
import { common, turningPoints } from '../change-dates.js'
import type { Pack } from '../pack.js'
import { parametersIn, readers } from './entries.js'
import { error, warning, type PackProblem } from './problem.js'

/**
 * Values that are missing on a day of the pack's period on which a rule or amount in force uses them: holes, and values
 * that end too soon. An amount whose value is only yet to come has no level until then, which is law, not a fault.
 */
export const holes = ({ period, law }: Pack): PackProblem[] =>
  readers(law).flatMap(({ place, version, expressions }) => {
    const used = common(version, period)
    if (!used) return []
    const without = casesWithoutLevel(expressions, law)
    return parametersIn(expressions as readonly Expression[]).flatMap((id) => {
      const parameter = law.parameters[id]
      if (!parameter || (place.kind === 'amount' && without.has(id))) return []
      const days = turningPoints(used, parameter.timeline)
      const lacking = days.filter((day) => !valueAt(parameter, day))
      const [day] = lacking
      if (day === undefined) return []
      const back = days.find((other) => other > day && valueAt(parameter, other))
      const until = back ?? used.to
      const span = { vi: spanText(day, until, back, 'vi'), en: spanText(day, until, back, 'en') }
      const ended = parameter.timeline.some((entry) => entry.to !== undefined && entry.to < day)
      if (ended && !back)
        return error('expired-value', place, version.cites, {
          vi: `Giá trị '${id}' hết hiệu lực ngày ${previousDay(day)} nhưng vẫn được dùng ${span.vi}.`,
          en: `The value of '${id}' ends on ${previousDay(day)}, but it is still used ${span.en}.`,
        })
      if (!ended && place.kind === 'amount')
        return warning('no-level-yet', place, version.cites, {
          vi: `Giá trị '${id}' chưa có ${span.vi}: chưa có mức.`,
          en: `The parameter '${id}' has no value ${span.en}: there is no level yet.`,
        })
      return error('missing-value', place, version.cites, {
        vi: `Giá trị '${id}' được dùng nhưng không có ${span.vi}.`,
        en: `The parameter '${id}' is used, but has no value ${span.en}.`,
      })
    })
  })

function spanText(from: IsoDate, to: IsoDate | undefined, back: IsoDate | undefined, lang: 'vi' | 'en'): string {
  const last = back ? previousDay(back) : to
  if (lang === 'vi') return last ? `từ ${from} đến ${last}` : `từ ${from}`
  return last ? `from ${from} to ${last}` : `from ${from}`
}

/** Values that are never there and stand for a case: so an amount says that this case has no level, as others have. */
function casesWithoutLevel(expressions: readonly Expression[], { parameters }: Pack['law']): ReadonlySet<string> {
  const isEmpty = (term: Expression) => term.op === 'parameter' && parameters[term.parameter]?.timeline.length === 0
  const tables = expressions.flatMap((term) => (term.op === 'match' ? [Object.values(term.cases)] : []))
  return new Set(parametersIn(tables.flatMap((cases) => (cases.every(isEmpty) ? [] : cases.filter(isEmpty)))))
}
