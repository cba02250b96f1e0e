import type { Text } from '@khuyencong/rules'
import { keepState } from './luat-tdkt-2022/article-93.js'
import { keepProvincial } from './provinces/provincial.js'
import { titleCodes, titles } from './titles.js'

/** The questions of titles: may one be given, is a council rightly composed, may a title be kept. */
export const titleSubjects: Readonly<Record<string, Text>> = {
  ...Object.fromEntries(titleCodes.map((code) => [code, titles[code].name])),
  COUNCIL: { vi: 'Thành phần hội đồng', en: 'Composition of a council' },
  [keepState]: { vi: 'Giữ danh hiệu của Nhà nước', en: 'Keeping a State title' },
  [keepProvincial]: { vi: 'Giữ danh hiệu cấp tỉnh', en: 'Keeping a provincial title' },
}
