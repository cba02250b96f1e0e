import type { Period, Sourced, Text } from '@khuyencong/rules'
import { cite, documents } from './documents.js'
import { noteOn } from './note.js'

/** How something that stands in the circular is known. */
type Known = Pick<Sourced, 'cites' | 'trust' | 'note'>

/** TT 28/2018 is in force since then. */
export const circular2018InForce = { from: documents['TT 28/2018/TT-BTC'].inForce } as const satisfies Period

/** TT 28/2018 as it was issued: until a circular that is numbered of 2024 can have amended it. */
export const circular2018AsIssued = { ...circular2018InForce, to: '2023-12-31' } as const satisfies Period

/** TT 28/2018 since TT 64/2024 may have amended it: its first day in force is not known, this is the earliest that it can be. */
export const circular2018Amended = { from: '2024-01-01' } as const satisfies Period

const amendmentNotRead: Text = {
  vi: 'TT 64/2024/TT-BTC sửa đổi TT 28/2018/TT-BTC nhưng chưa đọc được nội dung và ngày có hiệu lực, có thể đã có hiệu lực trong năm 2024; tạm giữ quy định cũ, coi là giả định từ 1/1/2024.',
  en: 'TT 64/2024/TT-BTC amends TT 28/2018/TT-BTC; what it changed and since which day could not be read, it may have been in force in 2024. The former text stands in, as an assumption from 1 January 2024.',
}

/** What was known of TT 28/2018, once TT 64/2024 may have amended it. */
export const mayBeAmended = ({ cites, note }: Known) =>
  ({
    cites: [...cites, cite('TT 64/2024/TT-BTC')],
    trust: 'assumed',
    note: noteOn({ ...(note && { note }) }, amendmentNotRead),
  }) as const satisfies Known

/** A rule or value of TT 28/2018 over time: as issued, then as an assumption. */
export const sinceCircular2018 = <V extends Known>(version: V): readonly (Omit<V, keyof Known> & Known & Period)[] => [
  { ...version, ...circular2018AsIssued },
  { ...version, ...mayBeAmended(version), ...circular2018Amended },
]
