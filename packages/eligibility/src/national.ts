import { article1Rules } from './nd-45-2012/article-1.js'
import { article4ContentRules } from './nd-45-2012/article-4.js'
import { article5TradeRules } from './nd-45-2012/article-5.js'
import { article5Parameters, article5Rules } from './nd-80-2021/article-5.js'
import { article3Parameters, article3Rules } from './tt-46-2012/article-3.js'
import { article4Rules } from './tt-46-2012/article-4.js'
import { tradeLimitRules } from './tt-46-2012/article-5.js'
import { article6Rules } from './ttlt-26-2014/article-6.js'
import { article7Rules } from './ttlt-26-2014/article-7.js'

/** National law on who and what may be supported. Provinces extend it. */
export const nationalEligibility = {
  parameters: { ...article3Parameters, ...article5Parameters },
  rules: {
    ...article1Rules,
    ...article5Rules,
    ...article3Rules,
    ...article4ContentRules,
    ...article5TradeRules,
    ...tradeLimitRules,
    ...article4Rules,
    ...article6Rules,
    ...article7Rules,
  },
}
