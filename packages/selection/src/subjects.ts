import type { Text } from '@khuyencong/rules'
import { levelCodes, levels, roundOf, withdrawal } from './level.js'
import { article7Rules } from './tt-36-2013/article-7.js'
import { article6Rules } from './tt-46-2012/article-6.js'
import { article8Rules } from './tt-46-2012/article-8.js'

const entries = levelCodes.map((code): [string, Text] => [
  code,
  { vi: `Sản phẩm dự bình chọn ${levels[code].vi}`, en: `Entry in a contest, ${levels[code].en}` },
])
const rounds = levelCodes.map((code): [string, Text] => [
  roundOf(code),
  { vi: `Kỳ bình chọn ${levels[code].vi}`, en: `Round, ${levels[code].en}` },
])
// Each priority is a question of its own, under the id and the name of its rule.
const priorities = Object.values({ ...article6Rules, ...article7Rules, ...article8Rules }).map(
  ({ id, title }): [string, Text] => [id, title],
)

/** The questions of selection: may a product enter at a level, may a round be held, is a certificate withdrawn, does a proposal have a priority. */
export const selectionSubjects: Readonly<Record<string, Text>> = {
  ...Object.fromEntries([...entries, ...rounds]),
  [withdrawal]: { vi: 'Thu hồi giấy chứng nhận', en: 'Withdrawal of a certificate' },
  ...Object.fromEntries(priorities),
}
