import { cite } from '@khuyencong/domain'
import type { Citation, Period, Sourced, Text } from '@khuyencong/rules'

/** TT 26/2014/TT-BCT as first issued. */
const issued: Period = { from: '2014-10-21', to: '2018-08-15' }
/** As amended by TT 14/2018/TT-BCT. */
export const amended2018: Period = { from: '2018-08-16', to: '2025-06-30' }
/** As amended by TT 38/2025/TT-BCT: the district level gives way to the commune level. */
const amended2025: Period = { from: '2025-07-01' }

/** A place in TT 26/2014/TT-BCT. */
export const circular = (article: string, clause?: string, point?: string): Citation =>
  cite('TT 26/2014/TT-BCT', { article, ...(clause && { clause }), ...(point && { point }) })
const amending2018 = cite('TT 14/2018/TT-BCT')
const amending2025 = cite('TT 38/2025/TT-BCT')

const takenAsUnchanged: Text = {
  vi: 'Chỉ đọc được nguyên văn năm 2014; Thông tư 14/2018 không được biết là có sửa điểm này nên coi như giữ nguyên.',
  en: 'Read in its wording of 2014 alone; TT 14/2018 is not known to touch it, so it is taken as unchanged.',
}
const reported2018: Text = {
  vi: 'Nội dung sửa đổi của Thông tư 14/2018 theo nguồn tin pháp luật.',
  en: 'The amendment by TT 14/2018 is known from legal news.',
}
const unread2025: Text = {
  vi: 'Chưa đọc được Thông tư 38/2025; chỉ biết đổi cấp huyện thành cấp xã, các điểm khác coi như giữ nguyên.',
  en: 'The text of TT 38/2025 could not be read; it is known to turn the district level into the commune level, and the rest is taken as unchanged.',
}

type Cites = Sourced['cites']

/** The first wording alone. */
export const asIssued = (cites: Cites) => [{ ...issued, cites, trust: 'text' }] as const satisfies readonly Sourced[]

/** From 2018 on: reported where `how` says so, else taken as it stood. */
export const since2018 = (cites: Cites, how: 'reported' | 'unchanged') =>
  [
    how === 'reported'
      ? { ...amended2018, cites: [...cites, amending2018], trust: 'secondary', note: reported2018 }
      : { ...amended2018, cites, trust: 'inferred', note: takenAsUnchanged },
    { ...amended2025, cites: [...cites, amending2025], trust: 'inferred', note: unread2025 },
  ] as const satisfies readonly Sourced[]

/** A point that has been the same since the first day, as far as is known: `how` tells how that is known since 2018. */
export const fromTheStart = (cites: Cites, how: 'reported' | 'unchanged') =>
  [...asIssued(cites), ...since2018(cites, how)] as const satisfies readonly Sourced[]
