import { circular2018Amended, mayBeAmended } from '@khuyencong/domain'
import type { Level, LevelTable } from '../level.js'
import { article8 } from '../tt-28-2018/article-8.js'

const levels: Readonly<Record<string, Level>> = article8.levels

/** Levels of the national fund since the circular of 2018 may have been amended: what that changed could not be read. */
export const amendedLevels = {
  period: circular2018Amended,
  levels: Object.fromEntries(
    Object.entries(levels).map(([code, level]): [string, Level] => [code, { ...level, ...mayBeAmended(level) }]),
  ),
} as const satisfies LevelTable
