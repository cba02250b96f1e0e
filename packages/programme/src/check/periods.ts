import { isIsoDate, type Citations, type Period } from '@khuyencong/rules'
import type { Pack } from '../pack.js'
import { error, type PackProblem, type Place } from './problem.js'

type Dated = Period & { readonly cites?: Citations }

/** Days that are none, periods that end before they begin, and versions of one thing that overlap. */
export function periods({ id: pack, period, law }: Pack): PackProblem[] {
  return [
    ...timeline({ kind: 'pack', id: pack }, [period]),
    ...Object.values(law.rules).flatMap((r) => timeline({ kind: 'rule', id: r.id }, r.versions)),
    ...Object.values(law.parameters).flatMap((p) => timeline({ kind: 'parameter', id: p.id }, p.timeline)),
    ...Object.values(law.amounts).flatMap(({ id, versions, without = [] }) => [
      ...timeline({ kind: 'amount', id }, versions),
      ...timeline({ kind: 'amount', id }, without),
    ]),
  ]
}

function timeline(item: Place, versions: readonly Dated[]): PackProblem[] {
  return versions.flatMap((version, index) => {
    const { from, to, cites } = version
    const place = { ...item, from }
    const wrong = [from, ...(to === undefined ? [] : [to])].find((day: unknown) => !isIsoDate(day))
    if (wrong !== undefined)
      return error('period-malformed', place, cites, {
        vi: `'${wrong}' không phải là một ngày; cần ngày có thật, dạng NNNN-TT-NN.`,
        en: `'${wrong}' is not a calendar day; expected a real day written YYYY-MM-DD.`,
      })
    if (to !== undefined && to < from)
      return error('period-malformed', place, cites, {
        vi: `Kết thúc ngày ${to}, trước khi bắt đầu ngày ${from}.`,
        en: `Ends on ${to}, before it begins on ${from}.`,
      })
    const before = versions
      .slice(0, index)
      .find((other) => from <= (other.to ?? from) && other.from <= (to ?? other.from))
    return before
      ? error('overlap', place, cites, {
          vi: `Chồng lên khoảng từ ${before.from} đến ${before.to ?? 'nay'}; mỗi ngày chỉ được có một giá trị hoặc nội dung.`,
          en: `Overlaps the period from ${before.from} to ${before.to ?? 'now'}; a day may have one value or text only.`,
        })
      : []
  })
}
