import { cite } from '@khuyencong/domain'
import type { DatedValue, Sourced } from '@khuyencong/rules'

const article8 = cite('TT 28/2018/TT-BTC', { article: '8' })

/** Since when, and how, the cost of regional and national rounds under the circular of 2018 is known. */
export const costSources2018 = [
  { from: '2018-05-11', to: '2024-12-31', cites: [article8], trust: 'secondary' },
  {
    from: '2025-01-01',
    cites: [article8, cite('TT 64/2024/TT-BTC')],
    trust: 'assumed',
    note: {
      vi: 'TT 64/2024/TT-BTC sửa đổi TT 28/2018/TT-BTC nhưng chưa đọc được nội dung và ngày có hiệu lực; tạm giữ mức cũ, coi là giả định từ năm 2025.',
      en: 'TT 64/2024/TT-BTC amends TT 28/2018/TT-BTC; what it changed and since which day could not be read. The former level stands in, as an assumption from 2025 on.',
    },
  },
] as const satisfies readonly Sourced[]

/** A figure of the circular over time. */
export const since2018 = (value: bigint): readonly DatedValue<bigint>[] =>
  costSources2018.map((source) => ({ ...source, value }))
