import { national } from '@khuyencong/programme'
import { periodsOverlap, type DatedValue, type Period, type Text } from '@khuyencong/rules'

/**
 * The province's own levels stand in QĐ 55/2020/QĐ-UBND, whose text could not be read. Until they are confirmed, the
 * national level stands in, and every value says so.
 */
const note: Text = {
  vi: 'Mức của tỉnh theo Quyết định 55/2020/QĐ-UBND chưa đọc được; tạm lấy mức khuyến công quốc gia để tham chiếu.',
  en: 'The level set by QĐ 55/2020/QĐ-UBND of the province could not be read; the national level stands in as a reference.',
}

const { parameters } = national.law
type LocalId = Extract<keyof typeof parameters, `${string}.local`>

const isLocal = (id: string): id is LocalId => id.endsWith('.local')

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

/** Every level of the local fund over the programme's period. */
export const unreadLevels = (period: Period): Partial<Record<LocalId, DatedValue[]>> =>
  Object.fromEntries(
    Object.keys(parameters)
      .filter(isLocal)
      .map((id) => [id, during(parameters[id].timeline, period)]),
  )
