import { cite, fact, is, isNot } from '@khuyencong/domain'
import { byId, all, atLeast, requirementOverTime, sum, type Condition, type Text } from '@khuyencong/rules'

/** A funding condition: read in the joint circular of 2014; that the circular of 2018 keeps it was not verified. */
const fundingCondition = <const Id extends string>(id: Id, title: Text, requires: Condition, applies?: Condition) => {
  const rule = { requires, ...(applies && { applies }) }
  return requirementOverTime({
    id,
    group: 'funding',
    title,
    versions: [
      {
        ...rule,
        from: '2014-04-08',
        to: '2018-05-10',
        cites: [cite('TTLT 26/2014/TTLT-BTC-BCT', { article: '7' })],
        trust: 'text',
      },
      {
        ...rule,
        from: '2018-05-11',
        cites: [cite('TT 28/2018/TT-BTC'), cite('TTLT 26/2014/TTLT-BTC-BCT', { article: '7' })],
        trust: 'assumed',
        note: {
          vi: 'Điều kiện của TTLT 26/2014; điều tương ứng của TT 28/2018/TT-BTC chưa đọc được.',
          en: 'The condition of TTLT 26/2014; the matching article of TT 28/2018/TT-BTC could not be read.',
        },
      },
    ],
  })
}

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
