import { keepState } from './luat-tdkt-2022/article-93.js'
import { keepProvincial } from './provinces/provincial.js'
import { titleCodes } from './titles.js'

/** The questions of titles: may one be given, is a council rightly composed, may a title be kept. */
export const titleSubjects: readonly string[] = [...titleCodes, 'COUNCIL', keepState, keepProvincial]
