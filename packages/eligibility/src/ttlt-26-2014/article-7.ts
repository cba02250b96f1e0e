import { fact, is, isNot } from '@khuyencong/domain'
import { all, atLeast, byId, requirementOverTime, sum, type Condition, type Text } from '@khuyencong/rules'
import { inBothCirculars } from './both-circulars.js'

/** A condition for funding, whatever the content. */
const fundingCondition = <const Id extends string>(id: Id, title: Text, requires: Condition, applies?: Condition) =>
  requirementOverTime({
    id,
    group: 'funding',
    title,
    versions: inBothCirculars({ article: '7' }, { requires, ...(applies && { applies }) }),
  })

export const article7Rules = byId([
  fundingCondition(
    'FC-2',
    { vi: 'Nhiệm vụ, đề án được cấp có thẩm quyền phê duyệt', en: 'Task or project approved by the competent body' },
    is('projectApproved'),
    is('stage', 'funding'),
  ),
  fundingCondition(
    'FC-3',
    {
      vi: 'Đã đầu tư hoặc cam kết đủ kinh phí ngoài phần hỗ trợ',
      en: 'All money beyond the support is invested or pledged',
    },
    atLeast(sum([fact('ownFunds'), fact('requestedSupport')]), fact('totalCost')),
  ),
  fundingCondition(
    'FC-4',
    {
      vi: 'Chưa được ngân sách nhà nước hỗ trợ cho cùng một nội dung chi',
      en: 'No other state money for the same expense item',
    },
    all(is('singleFundingPledged'), isNot('fundedElsewhere')),
  ),
])
