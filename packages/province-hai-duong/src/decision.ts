import { cite } from '@khuyencong/domain'
import type { Citation } from '@khuyencong/rules'

/** A part (mục) of the decision that approves the programme. */
export const decision = (part: string, clause?: string): Citation =>
  cite('Chương trình khuyến công Hải Dương 2023-2025', { article: part, ...(clause && { clause }) })
