import { cite } from '@khuyencong/domain'
import type { Citation } from '@khuyencong/rules'

/** A part (mục) of the programme, e.g. `IV.2`. Article 1 of the decision approves it, with all its parts. */
export const decision = (part: string): Citation =>
  cite('QĐ về Chương trình khuyến công Hải Dương 2023-2025', { article: '1', part })
