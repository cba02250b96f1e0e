import { national } from '@khuyencong/programme'
import { periodsOverlap, sameValue, type DatedValue, type Parameter, type Period, type Text } from '@khuyencong/rules'

/**
 * The province's own levels and procedure stand in QĐ 55/2020/QĐ-UBND, whose text could not be read. Until they are
 * confirmed, those of the national fund stand in, and every value says so.
 */
const note: Text = {
  vi: 'Quy định của tỉnh theo Quyết định 55/2020/QĐ-UBND chưa đọc được; tạm lấy quy định của khuyến công quốc gia để tham chiếu.',
  en: 'What QĐ 55/2020/QĐ-UBND of the province sets could not be read; the rule of the national fund stands in as a reference.',
}

const { parameters } = national.law
type LocalId = Extract<keyof typeof parameters, `${string}.local`>

const isLocal = (id: string): id is LocalId => id.endsWith('.local')

/** Where the national value does not stand in, as for the factor of priority, the reference keeps its own note. */
const standsIn = (id: LocalId): boolean => {
  const national: Readonly<Record<string, Parameter>> = parameters
  const reference = national[id.slice(0, -'.local'.length)]
  return parameters[id].timeline.every((entry, index) => {
    const value = reference?.timeline[index]?.value
    return value !== undefined && sameValue(value, entry.value)
  })
}

/** The entries of a timeline that fall within a period, cut to it. */
const during = (timeline: readonly DatedValue[], period: Period): DatedValue[] =>
  timeline
    .filter((entry) => periodsOverlap(entry, period))
    .map((entry) => {
      const to = [entry.to, period.to].filter((day) => day !== undefined).sort()[0]
      return {
        ...entry,
        from: entry.from > period.from ? entry.from : period.from,
        ...(to && { to }),
        trust: 'assumed',
        note,
      }
    })

/** Every level and rule of money of the local fund over the programme's period. */
export const unreadLevels = (period: Period): Partial<Record<LocalId, DatedValue[]>> =>
  Object.fromEntries(
    Object.keys(parameters)
      .filter(isLocal)
      .filter(standsIn)
      .map((id) => [id, during(parameters[id].timeline, period)]),
  )
