import type { Text } from '@khuyencong/rules'
import { onConstraint } from '../../commands/database-refusals.js'
import { problem } from '../../graphql/problem.js'

export const titleMissing = problem(
  'title-missing',
  'title',
  { vi: 'Hoạt động chưa có tên.', en: 'The activity has no title.' },
  { vi: 'tên hoạt động', en: 'a title' },
)

export const fourEyes = problem(
  'four-eyes',
  '',
  {
    vi: 'Người lập, sửa hoặc gửi dự toán không cân đối, không phê duyệt kế hoạch đó; người đã cân đối không phê duyệt.',
    en: 'Whoever made, changed or estimated a plan neither balances nor approves it; who balanced it does not approve it.',
  },
  { vi: 'một người khác', en: 'another person' },
)
onConstraint('plan_steps_four_eyes', fourEyes)

export const editionUnderWay = problem(
  'edition-under-way',
  'planId',
  {
    vi: 'Kế hoạch năm này đã có hoặc đang được điều chỉnh.',
    en: 'There is a plan of this year already, or an adjustment of it under way.',
  },
  { vi: 'làm tiếp trên bản mới nhất', en: 'to go on with the newest edition' },
)
onConstraint('plans_programme_id_year_edition_key', editionUnderWay)
onConstraint('plans_editions_follow', editionUnderWay)

export const proposalTwice = problem(
  'proposal-twice',
  'proposalId',
  { vi: 'Đề án đã có trong kế hoạch.', en: 'The proposal is in the plan already.' },
  { vi: 'một đề án chưa có trong kế hoạch', en: 'a proposal that is not in the plan' },
)
onConstraint('plan_lines_plan_id_proposal_id_key', proposalTwice)

onConstraint(
  'plan_lines_of_a_draft',
  problem(
    'not-in-this-state',
    'planId',
    { vi: 'Chỉ sửa được kế hoạch đang dự thảo.', en: 'Only a draft can be changed.' },
    { vi: 'bản dự thảo; kế hoạch đã duyệt thì điều chỉnh', en: 'a draft; an approved plan is adjusted' },
  ),
)
onConstraint(
  'plans_approved_stand',
  problem(
    'not-in-this-state',
    'planId',
    { vi: 'Kế hoạch đã được phê duyệt.', en: 'The plan is approved.' },
    { vi: 'một bản điều chỉnh', en: 'an adjustment' },
  ),
)

onConstraint(
  'plans_dropped_stay',
  problem(
    'not-in-this-state',
    'planId',
    { vi: 'Bản dự thảo này đã bỏ.', en: 'The draft was dropped.' },
    { vi: 'một bản dự thảo mới', en: 'a new draft' },
  ),
)

const aboveBalance: Text = {
  vi: 'Tổng kinh phí duyệt của một nguồn vượt mức Sở Tài chính cân đối.',
  en: 'What is approved from one source is above what the finance department balanced.',
}
onConstraint(
  'plans_within_balance',
  problem('above-balance', 'planId', aboveBalance, {
    vi: 'giảm dòng hoặc cân đối lại',
    en: 'lower lines, or another balance',
  }),
)
onConstraint(
  'plans_within_appropriation',
  problem(
    'above-appropriation',
    'planId',
    {
      vi: 'Tổng kinh phí duyệt của một nguồn vượt dự toán đã giao.',
      en: 'What is approved from one source is above its appropriation.',
    },
    {
      vi: 'giảm dòng, hoặc Sở Tài chính ghi giao bổ sung (raiseAppropriation) trước',
      en: 'lower lines, or a further appropriation first (raiseAppropriation)',
    },
  ),
)
export const belowAward = problem(
  'below-award',
  'lineId',
  {
    vi: 'Dòng này thấp hơn số đã cam kết theo hợp đồng.',
    en: 'The line is below what is promised on a contract.',
  },
  { vi: 'cùng nguồn, không thấp hơn số đã cam kết', en: 'the same source, and at least what is promised' },
)
onConstraint('plans_keep_awards', belowAward)

export const sourceOfOther = problem(
  'source-not-of-fund',
  'source',
  {
    vi: 'Nguồn này không thuộc loại kinh phí mà đề án đề nghị.',
    en: 'That source is not of the fund that the proposal asks.',
  },
  { vi: 'nguồn của loại kinh phí đó, hoặc nguồn hợp pháp khác', en: 'a source of that fund, or other lawful money' },
)
