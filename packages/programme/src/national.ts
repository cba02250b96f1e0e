import { nationalBudget } from '@khuyencong/budget'
import { facts } from '@khuyencong/domain'
import { nationalEligibility } from '@khuyencong/eligibility'
import { definePack } from './pack.js'

/** National law: the reference that every province builds on. Begins with the first levels that are encoded. */
export const national = definePack(
  {
    id: 'vn-national',
    version: '0.1.0',
    title: { vi: 'Pháp luật trung ương về khuyến công', en: 'National law on industrial promotion' },
    period: { from: '2014-04-08' },
  },
  facts,
  {
    rules: nationalEligibility.rules,
    parameters: { ...nationalEligibility.parameters, ...nationalBudget.parameters },
    amounts: nationalBudget.amounts,
  },
)
