import { levelCodes, roundOf, withdrawal } from './level.js'
import { article7Rules } from './tt-36-2013/article-7.js'
import { article6Rules } from './tt-46-2012/article-6.js'
import { article8Rules } from './tt-46-2012/article-8.js'

/** The questions of selection: may a product enter at a level, may a round be held, is a certificate withdrawn, does a proposal have a priority. */
export const selectionSubjects: readonly string[] = [
  ...levelCodes,
  ...levelCodes.map(roundOf),
  withdrawal,
  // Each priority is a question of its own, under the id of its rule.
  ...Object.keys({ ...article6Rules, ...article7Rules, ...article8Rules }),
]
