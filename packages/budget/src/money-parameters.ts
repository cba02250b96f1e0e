import { byId } from '@khuyencong/rules'
import { bothFunds } from './fund-figure.js'
import { priorityParameters } from './priority-factor.js'
import { article13Parameters } from './tt-36-2013/article-13.js'
import { article14Parameters } from './tt-36-2013/article-14.js'
import { dossierCounting, dossierDays, liquidationDay } from './tt-36-2013/article-18.js'
import { advanceCap } from './ttlt-26-2014/article-8.js'
import { managementParameters } from './ttlt-26-2014/management-costs.js'

/** The figures of the money rules. Provinces replace those that end in `.local`. */
export const moneyParameters = {
  ...byId([
    ...bothFunds(advanceCap),
    ...bothFunds(dossierDays),
    ...bothFunds(dossierCounting),
    ...bothFunds(liquidationDay),
  ]),
  ...article13Parameters,
  ...article14Parameters,
  ...managementParameters,
  ...priorityParameters,
}
