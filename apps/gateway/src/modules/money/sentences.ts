import { formatDong } from '@khuyencong/rules'
import type { Citation, Text } from '@khuyencong/rules'
import type { AccountKind } from '../../generated/prisma/enums.js'
import { onConstraint } from '../../commands/database-refusals.js'
import { reasonMissing } from '../../commands/said.js'
import { problem, type InputProblem } from '../../graphql/problem.js'
import { Refusal, refusal } from '../../graphql/refusal.js'

/** An amount within a sentence of both languages. */
export const inWords = (amount: bigint): Text => ({ vi: formatDong(amount, 'vi'), en: formatDong(amount, 'en') })

interface Holding {
  readonly constraint: string
  readonly code: string
  /** What the account holds. */
  readonly title: Text
}

/** What is said where an account does not hold what is taken out of it. */
const holdings: Readonly<Record<Exclude<AccountKind, 'OUTSIDE'>, Holding>> = {
  APPROPRIATION: {
    constraint: 'balances_free_not_negative',
    code: 'free-not-enough',
    title: { vi: 'Kinh phí chưa giao cho hợp đồng nào', en: 'What is promised to no contract' },
  },
  COMMITMENT: {
    constraint: 'balances_committed_not_negative',
    code: 'commitment-not-enough',
    title: { vi: 'Phần chưa chi của hợp đồng', en: 'What of the contract is not yet paid' },
  },
  ADVANCE: {
    constraint: 'balances_advanced_not_negative',
    code: 'advance-not-enough',
    title: { vi: 'Số tạm ứng chưa quyết toán', en: 'What is advanced and not yet settled' },
  },
  SETTLEMENT: {
    constraint: 'balances_settled_not_negative',
    code: 'settlement-not-enough',
    title: { vi: 'Số đã quyết toán', en: 'What is settled' },
  },
  RETURN: {
    constraint: 'balances_returned_not_negative',
    code: 'return-not-enough',
    title: { vi: 'Số đã nộp trả ngân sách', en: 'What has gone back to the budget' },
  },
  CARRY_OVER: {
    constraint: 'balances_carried_over_not_negative',
    code: 'carry-over-not-enough',
    title: { vi: 'Số đã chuyển nguồn', en: 'What was carried over' },
  },
}

/** @param holds đồng in the account; absent where another request took it just now */
export function notEnough(account: Exclude<AccountKind, 'OUTSIDE'>, holds?: bigint): Refusal {
  const { code, title } = holdings[account]
  const { message, expected } = lacking(title, holds)
  return refusal(code, 'amount', message, expected)
}

function lacking(title: Text, holds: bigint | undefined): { readonly message: Text; readonly expected: Text } {
  const most = holds === undefined ? undefined : inWords(holds)
  return {
    message:
      most === undefined
        ? { vi: `${title.vi} không đủ.`, en: `${title.en} is not enough.` }
        : { vi: `${title.vi} chỉ còn ${most.vi}.`, en: `${title.en} is ${most.en} only.` },
    expected:
      most === undefined
        ? { vi: 'đọc lại số dư rồi gửi lại', en: 'read the balance again and ask again' }
        : { vi: `không quá ${most.vi}`, en: `at most ${most.en}` },
  }
}

for (const { constraint, code, title } of Object.values(holdings)) {
  const { message, expected } = lacking(title, undefined)
  onConstraint(constraint, problem(code, 'amount', message, expected))
}

/** Where a limit stands that the database holds as well as the service. */
const jointCircular8: Citation = { document: 'TTLT 26/2014/TTLT-BTC-BCT', article: '8', clause: '2', point: 'b' }
const changes11: Citation = { document: 'TT 36/2013/TT-BCT', article: '11' }
const acceptanceArticle: Citation = { document: 'TT 36/2013/TT-BCT', article: '14' }

/** What is said by the service before it writes, and by the constraint where two requests met in between. */
export const said = {
  inPlan: problem(
    'not-in-approved-plan',
    'planLineId',
    {
      vi: 'Dòng này không thuộc bản kế hoạch mới nhất đã được phê duyệt.',
      en: 'The line does not belong to the newest approved plan.',
    },
    { vi: 'một dòng của bản kế hoạch mới nhất đã được phê duyệt', en: 'a line of the newest approved plan' },
  ),
  withinLine: problem(
    'above-plan',
    'amount',
    { vi: 'Giá trị hợp đồng vượt mức kế hoạch phê duyệt.', en: 'The award is above what the plan approves.' },
    { vi: 'không quá mức được phê duyệt trong kế hoạch', en: 'at most what the plan approves' },
  ),
  ceiling: problem(
    'above-ceiling',
    'amount',
    { vi: 'Giá trị hợp đồng vượt mức hỗ trợ tối đa.', en: 'The award is above the ceiling.' },
    { vi: 'không quá mức hỗ trợ tối đa', en: 'at most the ceiling' },
  ),
  awardedOnce: problem(
    'already-awarded',
    'planLineId',
    { vi: 'Nội dung này đã có hợp đồng.', en: 'There is a contract for this already.' },
    { vi: 'một dòng kế hoạch chưa có hợp đồng', en: 'a line of the plan without a contract' },
  ),
  advanceCap: problem(
    'above-advance-cap',
    'amount',
    {
      vi: 'Tổng mức tạm ứng vượt mức tối đa của hợp đồng.',
      en: 'All advances together are above the cap of the award.',
    },
    { vi: 'không quá phần còn được tạm ứng', en: 'at most what may still be advanced' },
    jointCircular8,
  ),
  withinSupport: problem(
    'above-support',
    'amount',
    {
      vi: 'Giá trị hợp đồng vượt mức hỗ trợ của đề án, đã được điều chỉnh sau khi phê duyệt.',
      en: 'The award is above the support of the proposal, which was lowered after its approval.',
    },
    { vi: 'không quá mức hỗ trợ của đề án', en: 'at most the support of the proposal' },
    changes11,
  ),
  contentOfProposal: problem(
    'content-not-planned',
    'planLineId',
    {
      vi: 'Nội dung của đề án đã được điều chỉnh, khác với dòng kế hoạch.',
      en: 'The proposal was given another content than its line of the plan has.',
    },
    { vi: 'điều chỉnh kế hoạch trước (adjustPlan)', en: 'the plan adjusted first (adjustPlan)' },
    changes11,
  ),
  belowContract: problem(
    'below-award',
    'change.requestedSupport',
    {
      vi: 'Mức hỗ trợ thấp hơn số đã cam kết theo hợp đồng của đề án.',
      en: 'The support is below what is promised on the contract of the proposal.',
    },
    {
      vi: 'không thấp hơn số đó, hoặc giải phóng phần hợp đồng không cần nữa trước (releaseCommitment)',
      en: 'at least that, or what the contract is not to have any more released first (releaseCommitment)',
    },
    changes11,
  ),
  contentOfContract: problem(
    'content-of-award',
    'change.contentCode',
    {
      vi: 'Đề án đã ký hợp đồng theo nội dung cũ.',
      en: 'The contract of the proposal is for the content that it has.',
    },
    {
      vi: 'giữ nội dung, hoặc giải phóng toàn bộ hợp đồng trước (releaseCommitment)',
      en: 'the same content, or all of the contract released first (releaseCommitment)',
    },
    changes11,
  ),
  takenUpWithinSupport: problem(
    'above-support',
    'postingId',
    {
      vi: 'Điều chỉnh bút toán này thì hợp đồng vượt mức hỗ trợ hiện nay của đề án.',
      en: 'With this correction the contract would hold more than the support that the proposal now has.',
    },
    {
      vi: 'giữ nguyên bút toán, hoặc nâng mức hỗ trợ của đề án trước (changeApprovedProposal)',
      en: 'the posting as it is, or the support of the proposal raised first (changeApprovedProposal)',
    },
    changes11,
  ),
  takenUpWithinPlan: problem(
    'above-plan',
    'postingId',
    {
      vi: 'Điều chỉnh bút toán này thì hợp đồng vượt mức của kế hoạch mới nhất đã được phê duyệt.',
      en: 'With this correction the contract would hold more than the newest approved plan has for it.',
    },
    {
      vi: 'giữ nguyên bút toán, hoặc điều chỉnh kế hoạch trước (adjustPlan)',
      en: 'the posting as it is, or the plan adjusted first (adjustPlan)',
    },
  ),
  takenUpOfContent: problem(
    'content-of-award',
    'postingId',
    {
      vi: 'Hợp đồng của bút toán này theo nội dung cũ, nội dung của đề án đã được điều chỉnh.',
      en: 'The contract of this posting is for another content than the proposal now has.',
    },
    {
      vi: 'giữ nguyên bút toán, và ký hợp đồng theo nội dung hiện nay (signContract)',
      en: 'the posting as it is, and a contract for the present content (signContract)',
    },
    changes11,
  ),
  takenUpBeforeClosing: problem(
    'proposal-closed',
    'postingId',
    {
      vi: 'Đề án đã thanh lý với số đã quyết toán, không cam kết kinh phí nữa.',
      en: 'The proposal is closed with what was settled; nothing is promised to it.',
    },
    {
      vi: 'giữ nguyên bút toán, hoặc điều chỉnh bút toán quyết toán trước (correctPosting) để quyết toán lại',
      en: 'the posting as it is, or the settlement corrected first (correctPosting), to be made anew',
    },
  ),
  takenUpOnce: problem(
    'already-awarded',
    'postingId',
    {
      vi: 'Đã có hợp đồng khác thay cho hợp đồng của bút toán này.',
      en: 'Another contract has taken the place of that of this posting.',
    },
    {
      vi: 'giữ nguyên bút toán, hoặc giải phóng toàn bộ hợp đồng kia trước (releaseCommitment)',
      en: 'the posting as it is, or all of the other contract released first (releaseCommitment)',
    },
  ),
  awardVoid: problem(
    'award-void',
    'awardId',
    {
      vi: 'Cam kết của hợp đồng này đã được điều chỉnh, hợp đồng không còn hiệu lực trong sổ.',
      en: 'The commitment of this award was corrected: it does not count any more.',
    },
    { vi: 'hợp đồng ghi lại (signContract)', en: 'the contract signed anew (signContract)' },
  ),
  settledOnce: problem(
    'already-settled',
    'awardId',
    { vi: 'Hợp đồng này đã quyết toán.', en: 'The award is settled already.' },
    { vi: 'một hợp đồng chưa quyết toán', en: 'an award that is not settled' },
  ),
  settlementStands: problem(
    'settlement-stands',
    'id',
    {
      vi: 'Đề án đã quyết toán, không còn ngừng thực hiện được.',
      en: 'The proposal is settled, and cannot be stopped any more.',
    },
    {
      vi: 'quyết toán sai thì điều chỉnh bút toán quyết toán trước (correctPosting)',
      en: 'where the settlement is wrong, its posting corrected first (correctPosting)',
    },
  ),
  accepted: problem(
    'not-accepted',
    'awardId',
    { vi: 'Chưa nghiệm thu cơ sở nên chưa được quyết toán.', en: 'Not accepted yet, so it cannot be settled.' },
    { vi: 'biên bản nghiệm thu trước', en: 'base-level acceptance, or a record of the work done, first' },
    acceptanceArticle,
  ),
  coversPlan: problem(
    'below-plan',
    'amount',
    {
      vi: 'Kinh phí được giao không được thấp hơn kế hoạch đã phê duyệt.',
      en: 'An appropriation may not fall below what the approved plan wants of it.',
    },
    { vi: 'điều chỉnh kế hoạch trước', en: 'adjust the plan first' },
  ),
  fourEyes: problem(
    'four-eyes',
    '',
    {
      vi: 'Người lập đề nghị không được duyệt chi đề nghị đó.',
      en: 'Whoever asked for a payment may not decide on it.',
    },
    { vi: 'một người khác', en: 'another person' },
  ),
  decidedOnce: problem(
    'already-decided',
    'paymentId',
    { vi: 'Đề nghị này đã được xử lý.', en: 'The request is decided already.' },
    { vi: 'một đề nghị chưa xử lý', en: 'a request that is not decided' },
  ),
  correctedOnce: problem(
    'already-corrected',
    'postingId',
    { vi: 'Bút toán này đã được điều chỉnh.', en: 'The posting is corrected already.' },
    { vi: 'một bút toán chưa điều chỉnh', en: 'a posting that is not corrected' },
  ),
  correctionOfCorrection: problem(
    'correction-of-correction',
    'postingId',
    { vi: 'Bút toán điều chỉnh không được điều chỉnh lại.', en: 'A correction is not corrected.' },
    { vi: 'lập lại bút toán', en: 'post it anew' },
  ),
  appropriationOnce: problem(
    'already-appropriated',
    'source',
    {
      vi: 'Nguồn này của năm đã được giao kinh phí; hãy bổ sung hoặc cắt giảm.',
      en: 'This source has its appropriation for the year; raise or cut it.',
    },
    { vi: 'bổ sung hoặc cắt giảm kinh phí đã giao', en: 'raise or cut the one that is there' },
  ),
  onContract: problem(
    'not-on-contract',
    'awardId',
    { vi: 'Đề án không ở giai đoạn được tạm ứng.', en: 'The proposal is not where an advance can be paid.' },
    { vi: 'đề án đã ký hợp đồng và chưa quyết toán', en: 'a proposal under contract that is not settled' },
    jointCircular8,
  ),
  advanceNotReturned: problem(
    'advance-not-returned',
    'id',
    {
      vi: 'Đề án còn tạm ứng chưa thu hồi hoặc cam kết chưa giải phóng.',
      en: 'Money of the proposal is advanced and has not come back, or is still promised.',
    },
    {
      vi: 'Sở Tài chính ghi nhận thu hồi tạm ứng (returnAdvance) trước; phần còn lại của hợp đồng được giải phóng cùng việc ngừng thực hiện hoặc thanh lý',
      en: 'the advance returned first (returnAdvance, by the finance department); the rest of the contract is freed with the stop or the closing',
    },
    { document: 'TT 36/2013/TT-BCT', article: '12', clause: '6' },
  ),
  stopped: problem(
    'proposal-stopped',
    'awardId',
    {
      vi: 'Đề án đã ngừng thực hiện, không cam kết kinh phí nữa.',
      en: 'The proposal is stopped; nothing is promised to it.',
    },
    { vi: 'một đề án đang thực hiện', en: 'a proposal that goes on' },
  ),
  voucherTwice: problem(
    'voucher-twice',
    'vouchers',
    { vi: 'Có chứng từ bị ghi hai lần.', en: 'A voucher is listed twice.' },
    { vi: 'mỗi chứng từ của một cơ sở ghi một lần', en: 'each voucher of an establishment once' },
  ),
  proposalState: problem(
    'not-in-this-state',
    'planLineId',
    { vi: 'Đề án không ở giai đoạn ký hợp đồng.', en: 'The proposal is not where a contract can be signed.' },
    { vi: 'đề án đã được phê duyệt', en: 'an approved proposal' },
  ),
  amount: problem(
    'amount-positive',
    'amount',
    { vi: 'Số tiền phải lớn hơn 0.', en: 'The amount must be above zero.' },
    { vi: 'số đồng lớn hơn 0', en: 'đồng above zero' },
  ),
} as const satisfies Readonly<Record<string, InputProblem>>

onConstraint('awards_in_approved_plan', said.inPlan)
onConstraint('awards_of_plan_line', said.inPlan)
onConstraint('awards_within_plan_line', said.withinLine)
onConstraint('awards_within_plan', said.withinLine)
onConstraint('awards_within_support', said.withinSupport)
onConstraint('awards_content_of_proposal', said.contentOfProposal)
onConstraint('proposals_above_awards', said.belowContract)
onConstraint('proposals_content_of_awards', said.contentOfContract)
onConstraint('awards_commitment_within_amount', said.withinLine)
onConstraint('awards_within_ceiling', said.ceiling)
onConstraint('awards_ceiling_of_line', said.ceiling)
onConstraint('awards_once', said.awardedOnce)
onConstraint('awards_taken_up_within_support', said.takenUpWithinSupport)
onConstraint('awards_taken_up_within_plan', said.takenUpWithinPlan)
onConstraint('awards_taken_up_of_content', said.takenUpOfContent)
onConstraint('awards_taken_up_before_closing', said.takenUpBeforeClosing)
onConstraint('awards_taken_up_once', said.takenUpOnce)
onConstraint('awards_of_approved_proposal', said.proposalState)
onConstraint('payment_vouchers_number_of_part', said.voucherTwice)
onConstraint('proposals_stopped_hold_nothing', said.advanceNotReturned)
onConstraint('proposals_stopped_settle_nothing', said.settlementStands)
onConstraint('proposals_closed_hold_nothing', said.advanceNotReturned)
onConstraint('balances_promise_none_stopped', said.stopped)
onConstraint('awards_amount_positive', said.amount)
onConstraint('awards_advances_within_cap', said.advanceCap)
onConstraint('postings_settled_once', said.settledOnce)
onConstraint('postings_settled_after_acceptance', said.accepted)
onConstraint('postings_advance_on_contract', said.onContract)
onConstraint('appropriations_cover_plan', said.coversPlan)
onConstraint('appropriations_programme_id_year_source_key', said.appropriationOnce)
onConstraint('payments_four_eyes', said.fourEyes)
onConstraint('payments_decided_once', said.decidedOnce)
onConstraint('postings_payment_id_key', said.decidedOnce)
onConstraint('postings_corrects_id_key', said.correctedOnce)
onConstraint('postings_correction_of_correction', said.correctionOfCorrection)
onConstraint('postings_correction_has_reason', reasonMissing)

/** What no service asks for: whoever meets one of these went round them, or a service is wrong. Nothing is written either way. */
const rulesOfTheLedger = [
  'postings_balanced',
  'postings_paths',
  'postings_of_one_award',
  'postings_carry_to_next_year',
  'postings_correction_is_mirror',
  'postings_correction_of_something',
  'postings_payment_on_request',
  'postings_payment_confirmed',
  'postings_payment_amount',
  'postings_document_given',
  'posting_entries_something_moves',
  'posting_entries_account_has_owner',
  'balances_by_postings_only',
  'balances_not_of_outside',
  'payments_amount_positive',
  'payments_decided_whole',
  'payments_request_unchanged',
  'payments_refused_with_reason',
  'payment_vouchers_support_within_amount',
  'payment_vouchers_support_where_it_counts',
  'payment_vouchers_of_part',
  'payment_vouchers_named',
  'payments_decided_after_request',
  'postings_not_before_contract',
  'payments_acceptance_named',
  'payments_rate_whole',
  'payments_rate_of_advance',
  'payments_explanation_of_settlement',
  'awards_advance_cap_within_amount',
  'awards_unchanged',
  'appropriations_unchanged',
  'decisions_about_something',
] as const
for (const rule of rulesOfTheLedger)
  onConstraint(
    rule,
    problem(
      'rule-of-the-ledger',
      '',
      {
        vi: `Sổ kinh phí không nhận việc ghi này (quy tắc ${rule}).`,
        en: `The ledger does not take this (its rule ${rule}).`,
      },
      { vi: 'báo cho người quản trị hệ thống', en: 'tell the administrator of the system' },
    ),
  )

/** @throws Refusal unless something moves, and forwards */
export function requirePositive(amount: bigint): void {
  if (amount <= 0n) throw new Refusal([said.amount])
}
