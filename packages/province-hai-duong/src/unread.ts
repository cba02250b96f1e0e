import { periodsOverlap, sameValue, type DatedValue, type Parameter, type Period, type Text } from '@khuyencong/rules'

/**
 * The province's own levels and procedure stand in QĐ 55/2020/QĐ-UBND, whose text could not be read. Until they are
 * confirmed, those of the national fund stand in, and every value says so.
 */
const note: Text = {
  vi: 'Quy định của tỉnh theo Quyết định 55/2020/QĐ-UBND chưa đọc được; tạm lấy quy định của khuyến công quốc gia để tham chiếu.',
  en: 'What QĐ 55/2020/QĐ-UBND of the province sets could not be read; the rule of the national fund stands in as a reference.',
}

type Parameters = Readonly<Record<string, Parameter>>
type Unread<P extends Parameters> = { readonly [Id in keyof P & `${string}.local`]?: P[Id]['timeline'] }

/** Where the national value does not stand in, as for the factor of priority, the reference keeps its own note. */
const standsIn = (local: Parameter, parameters: Parameters): boolean => {
  const reference = parameters[local.id.slice(0, -'.local'.length)]
  return local.timeline.every((entry, index) => {
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

/** Every value of the local fund for which a national one stands in, over the programme's period. */
export const unread = <P extends Parameters>(parameters: P, period: Period): Unread<P> =>
  Object.fromEntries(
    Object.values(parameters)
      .filter((parameter) => parameter.id.endsWith('.local') && standsIn(parameter, parameters))
      .map(({ id, timeline }) => [id, during(timeline, period)]),
  ) as unknown as Unread<P>
