import { cite, noteOn } from '@khuyencong/domain'
import type { Text } from '@khuyencong/rules'
import type { Level, LevelTable, Source } from '../level.js'
import { article8 } from '../tt-28-2018/article-8.js'

const note: Text = {
  vi: 'TT 64/2024/TT-BTC sửa đổi TT 28/2018/TT-BTC nhưng chưa đọc được nội dung và ngày có hiệu lực; tạm giữ mức cũ, coi là giả định từ năm 2025.',
  en: 'TT 64/2024/TT-BTC amends TT 28/2018/TT-BTC; what it changed and since which day could not be read. The former level stands in, as an assumption from 2025 on.',
}

/** What was known of the circular of 2018, once another has amended it in ways that could not be read. */
export const sinceAmended = (known: Source): Source => ({
  cites: [...known.cites, cite('TT 64/2024/TT-BTC')],
  trust: 'assumed',
  note: noteOn(known, note),
})

const levels: Readonly<Record<string, Level>> = article8.levels

/** Levels of the national fund from the year after the number of the amending circular: its day is not known. */
export const amendedLevels = {
  period: { from: '2025-01-01' },
  levels: Object.fromEntries(
    Object.entries(levels).map(([code, level]): [string, Level] => [code, { ...level, ...sinceAmended(level) }]),
  ),
} as const satisfies LevelTable
