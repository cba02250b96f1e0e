import { localRules } from './local-rules.js'
import { article1Rules } from './tt-26-2014/article-1.js'
import { article3Rules } from './tt-26-2014/article-3.js'
import { article4Rules } from './tt-26-2014/article-4.js'
import { article5Rules } from './tt-26-2014/article-5.js'
import { article7Parameters as criteriaParameters } from './tt-26-2014/article-7.js'
import { article8Parameters as levelParameters } from './tt-26-2014/article-8.js'
import { article9Parameters, article9Rules } from './tt-26-2014/article-9.js'
import { article11Rules } from './tt-26-2014/article-11.js'
import { article12Parameters, article12Rules } from './tt-26-2014/article-12.js'
import { article14Parameters, article14Rules } from './tt-26-2014/article-14.js'
import { article17Parameters } from './tt-26-2014/article-17.js'
import { article20Parameters, article20Rules } from './tt-26-2014/article-20.js'
import { article7Parameters as nationalFundParameters, article7Rules } from './tt-36-2013/article-7.js'
import { article6Parameters as orderParameters, article6Rules } from './tt-46-2012/article-6.js'
import { article8Parameters as localFundParameters, article8Rules } from './tt-46-2012/article-8.js'
import { article6Parameters as moneyParameters, contestCeilings } from './ttlt-26-2014/article-6.js'
import { facts } from './vocabulary.js'

/** National law on contests and on the choice of proposals, with the conventions where it is silent. Provinces extend it. */
export const nationalSelection = {
  facts,
  parameters: {
    ...levelParameters,
    ...criteriaParameters,
    ...article9Parameters,
    ...article12Parameters,
    ...article14Parameters,
    ...article17Parameters,
    ...article20Parameters,
    ...moneyParameters,
    ...orderParameters,
    ...localFundParameters,
    ...nationalFundParameters,
    ...localRules,
  },
  rules: {
    ...article1Rules,
    ...article3Rules,
    ...article4Rules,
    ...article5Rules,
    ...article12Rules,
    ...article9Rules,
    ...article11Rules,
    ...article14Rules,
    ...article20Rules,
    ...article6Rules,
    ...article7Rules,
    ...article8Rules,
  },
  amounts: contestCeilings,
}
