import { contents, isContentCode } from '@khuyencong/domain'
import { formatDong, InputError, type Text } from '@khuyencong/rules'
import { z } from 'zod'
import { onConstraint } from '../../commands/database-refusals.js'
import type { Transaction } from '../../database/transaction.js'
import { problem, type InputProblem } from '../../graphql/problem.js'
import { closed, siteClosed } from '../establishments/scope.js'
import { lawOfProvince } from '../law/packs.js'
import type { Draft, Member } from './draft.js'
import { withoutRecorded } from './facts.js'

/**
 * Everything that cannot be so in a draft, whatever the law says of it.
 *
 * @param before as it stood, where it is changed: a place that it named already may have closed since
 */
export async function draftProblems(tx: Transaction, draft: Draft, before?: Places): Promise<readonly InputProblem[]> {
  const { startsOn, endsOn } = draft
  return [
    ...(await placeProblems(tx, draft, before)),
    ...amountProblems(draft),
    ...kindProblems(draft),
    ...expensesOfOthers(draft),
    ...codes(draft).flatMap(({ field, code }) => (isContentCode(code) ? [] : [contentUnknown(field, code)])),
    ...withoutRecorded(draft.facts, draft).contradictions.map(contradiction),
    ...factProblems(draft, draft.planDate, ''),
    ...draft.members.flatMap((member, index) => factProblems(member, draft.planDate, `members.${String(index)}.`)),
    ...(draft.title.trim() === '' ? [titleMissing] : []),
    ...(draft.fund === 'UNKNOWN' ? [fundUnknown] : []),
    ...(startsOn !== null && endsOn !== null && startsOn > endsOn ? [daysOutOfOrder] : []),
  ]
}

const Place = z.object({
  siteId: z.string(),
  establishmentId: z.string(),
  siteClosedOn: z.iso.date().nullable(),
  establishmentClosedOn: z.iso.date().nullable(),
})

/** An establishment and the site of it that something is for. */
interface Named {
  readonly establishmentId: string
  readonly siteId: string
}

/** What a proposal is for, and what each of its parts is for. */
export interface Places extends Named {
  readonly members: readonly Named[]
}

const placesOf = (named: Places): readonly Named[] => [named, ...named.members]

/**
 * Places that are no site of their establishment, or have closed.
 *
 * @param before places that may have closed since they were named
 */
export async function placeProblems(tx: Transaction, named: Places, before?: Places): Promise<readonly InputProblem[]> {
  const parts = placesOf(named)
  const known = before === undefined ? [] : placesOf(before)
  // Held, so that nobody closes them while the proposal is being written.
  const rows = await tx.$queryRaw`
    SELECT s.id AS "siteId", e.id AS "establishmentId", s.closed_on::text AS "siteClosedOn",
           e.closed_on::text AS "establishmentClosedOn"
    FROM sites s JOIN establishments e ON e.id = s.establishment_id
    WHERE s.id = ANY (${parts.map(({ siteId }) => siteId)}) FOR SHARE`
  const places = z.array(Place).parse(rows)
  return parts.flatMap(({ establishmentId, siteId }, index) => {
    const path = index === 0 ? '' : `members.${String(index - 1)}.`
    const place = places.find((one) => one.siteId === siteId && one.establishmentId === establishmentId)
    if (place === undefined) return [{ ...notItsSite, field: `${path}siteId` }]
    if (known.some((one) => one.siteId === siteId && one.establishmentId === establishmentId)) return []
    const { establishmentClosedOn, siteClosedOn } = place
    if (establishmentClosedOn !== null) return closed(establishmentClosedOn, `${path}establishmentId`).problems
    return siteClosedOn === null ? [] : siteClosed(siteClosedOn, `${path}siteId`).problems
  })
}

const notItsSite = problem(
  'not-its-site',
  'siteId',
  {
    vi: 'Địa điểm sản xuất này không phải của cơ sở.',
    en: 'This place of production is not one of the establishment.',
  },
  { vi: 'một địa điểm của chính cơ sở đó', en: 'a site of that establishment' },
)

const sumOf = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, amount) => sum + amount, 0n)

function amountProblems(draft: Draft): readonly InputProblem[] {
  const { totalCost, eligibleCost, requestedSupport, members, expenses, planYear, planDate } = draft
  const amounts = [totalCost, eligibleCost, requestedSupport]
  const each = [...members, ...expenses.map(({ cost, support }) => ({ eligibleCost: cost, requestedSupport: support }))]
  const year = Number(planDate.slice(0, 4))
  return [
    ...([...amounts, ...each.flatMap((part) => [part.eligibleCost, part.requestedSupport])].some((one) => one < 0n)
      ? [problem('amount-negative', 'input', { vi: 'Số tiền âm.', en: 'An amount is below zero.' }, notNegative)]
      : []),
    ...(eligibleCost > totalCost
      ? [
          problem(
            'eligible-above-total',
            'eligibleCost',
            {
              vi: 'Chi phí được tính hỗ trợ vượt tổng kinh phí đề án.',
              en: 'The eligible cost is above the total cost.',
            },
            { vi: `không quá ${formatDong(totalCost, 'vi')}`, en: `at most ${formatDong(totalCost, 'en')}` },
          ),
        ]
      : []),
    ...(requestedSupport === 0n
      ? [
          problem(
            'no-support',
            'requestedSupport',
            { vi: 'Không đề nghị hỗ trợ.', en: 'No support is asked for.' },
            aboveZero,
          ),
        ]
      : []),
    ...sumProblems('members', members, draft),
    ...sumProblems(
      'expenses',
      expenses.map(({ cost, support }) => ({ eligibleCost: cost, requestedSupport: support })),
      draft,
    ),
    ...expenses.flatMap(({ periodFrom, periodTo, item, cost, support }, index) => [
      ...(item.trim() === '' ? [problem('item-missing', `expenses.${String(index)}.item`, itemMissing, anItem)] : []),
      ...(support > cost
        ? [problem('support-above-cost', `expenses.${String(index)}.support`, supportAboveCost, atMostCost)]
        : []),
      ...(periodFrom !== null && periodTo !== null && periodFrom > periodTo
        ? [{ ...daysOutOfOrder, field: `expenses.${String(index)}.periodTo` }]
        : []),
    ]),
    ...(planYear === year || planYear === year + 1
      ? []
      : [
          problem(
            'plan-year',
            'planYear',
            {
              vi: `Năm kế hoạch ${String(planYear)} không ứng với ngày lập kế hoạch ${planDate}.`,
              en: `The plan year ${String(planYear)} does not go with the plan date ${planDate}.`,
            },
            { vi: `${String(year)} hoặc ${String(year + 1)}`, en: `${String(year)} or ${String(year + 1)}` },
          ),
        ]),
  ]
}

const notNegative: Text = { vi: 'số đồng không âm', en: 'whole đồng, not below zero' }
const aboveZero: Text = { vi: 'số tiền lớn hơn 0', en: 'an amount above 0' }
const itemMissing: Text = { vi: 'Nội dung chi không có tên.', en: 'The expense item has no name.' }
const anItem: Text = { vi: 'tên nội dung chi, ví dụ tên máy', en: 'what is paid for, e.g. a machine' }
const supportAboveCost: Text = { vi: 'Mức hỗ trợ vượt chi phí của nội dung chi.', en: 'The support is above the cost.' }
const atMostCost: Text = { vi: 'không quá chi phí', en: 'at most the cost' }

interface Amounts {
  readonly eligibleCost: bigint
  readonly requestedSupport: bigint
}

/** Where parts are given they are all of it. */
function sumProblems(field: string, parts: readonly Amounts[], whole: Amounts): readonly InputProblem[] {
  if (parts.length === 0) return []
  return (['eligibleCost', 'requestedSupport'] as const).flatMap((amount) => {
    const sum = sumOf(parts.map((part) => part[amount]))
    if (sum === whole[amount]) return []
    return [
      problem(
        'sum-differs',
        field,
        {
          vi: `Tổng của các phần là ${formatDong(sum, 'vi')}, của đề án là ${formatDong(whole[amount], 'vi')}.`,
          en: `The parts sum to ${formatDong(sum, 'en')}, the proposal says ${formatDong(whole[amount], 'en')}.`,
        },
        { vi: `tổng bằng ${amount} của đề án`, en: `parts that sum to ${amount}` },
      ),
    ]
  })
}

/** What a kind of proposal has to look like; whether a key proposal is one, the law says. */
function kindProblems({ kind, contentCode, establishmentId, members }: Draft): readonly InputProblem[] {
  switch (kind) {
    case 'SINGLE':
      return members.length === 0 ? [] : [problem('members-of-single', 'members', membersOfSingle, noMembers)]
    case 'GROUP':
      return [
        ...(members.length === 1 || twice(members)
          ? [problem('members-of-group', 'members', membersOfGroup, several)]
          : []),
        ...(members.some((member) => member.contentCode !== contentCode)
          ? [problem('content-of-group', 'members', contentOfGroup, { vi: contentCode, en: contentCode })]
          : []),
        ...(members.length > 0 && !members.some((member) => member.establishmentId === establishmentId)
          ? [problem('speaker-of-group', 'establishmentId', speakerOfGroup, oneOfMembers)]
          : []),
      ]
    case 'KEY':
      return members.length < 2 || twice(members) || !members.some((member) => member.contentCode === contentCode)
        ? [problem('members-of-key', 'members', membersOfKey, several)]
        : []
  }
}

/** An item is of an establishment that the proposal is for: against its name others are looked for that pay for it. */
function expensesOfOthers({ establishmentId, members, expenses }: Draft): readonly InputProblem[] {
  const own = members.length === 0 ? [establishmentId] : members.map((member) => member.establishmentId)
  return expenses.flatMap((expense, index) =>
    own.includes(expense.establishmentId)
      ? []
      : [{ ...expenseOfAnother, field: `expenses.${String(index)}.establishment` }],
  )
}

const expenseOfAnother = problem(
  'expense-of-another',
  'expenses',
  {
    vi: 'Nội dung chi ghi cho một cơ sở không tham gia đề án.',
    en: 'The expense item is of an establishment that the proposal is not for.',
  },
  { vi: 'cơ sở lập đề án, hoặc một cơ sở trong nhóm', en: 'the establishment of the proposal, or one of its members' },
)
onConstraint('proposal_expenses_of_its_own', expenseOfAnother)

const twice = (members: readonly Member[]): boolean =>
  new Set(members.map(({ establishmentId, contentCode }) => `${establishmentId} ${contentCode}`)).size < members.length

const noMembers: Text = { vi: 'đề án nhóm hoặc đề án điểm', en: 'a group or a key proposal' }
const several: Text = { vi: 'từ hai phần khác nhau', en: 'two different parts or more' }
const oneOfMembers: Text = { vi: 'một cơ sở trong nhóm', en: 'one of the members' }
const membersOfSingle: Text = { vi: 'Đề án đơn chỉ có một cơ sở.', en: 'A single proposal has no members.' }
const membersOfGroup: Text = {
  vi: 'Đề án nhóm gồm nhiều cơ sở, mỗi cơ sở một lần.',
  en: 'A group has several establishments, each once.',
}
const contentOfGroup: Text = {
  vi: 'Các cơ sở của đề án nhóm thực hiện cùng một nội dung.',
  en: 'The members of a group do the same.',
}
const speakerOfGroup: Text = { vi: 'Cơ sở đại diện không thuộc nhóm.', en: 'Who speaks for the group is not in it.' }
const membersOfKey: Text = {
  vi: 'Đề án điểm ghi từng nội dung với chi phí riêng, trong đó có nội dung chính.',
  en: 'A key proposal lists each of its contents with its own cost, the main one among them.',
}

const codes = ({ contentCode, members }: Draft) => [
  { field: 'contentCode', code: contentCode },
  ...members.map((member, index) => ({ field: `members.${String(index)}.contentCode`, code: member.contentCode })),
]

const contentUnknown = (field: string, code: string): InputProblem => ({
  code: 'content-unknown',
  field,
  message: { vi: `Không có nội dung ${code}.`, en: `There is no content ${code}.` },
  expected: { vi: 'mã của một nội dung', en: 'the code of a content' },
  article: contents.MACH.cites[0],
})

export const contradiction = (fact: string): InputProblem =>
  problem(
    'fact-contradicts',
    `facts.${fact}`,
    { vi: 'Khác với số liệu của chính đề án.', en: 'The proposal itself says otherwise.' },
    { vi: 'bỏ trống, hoặc ghi như đề án', en: 'nothing, or the same' },
  )

/** What the dictionary of facts does not take, e.g. a date that is none. */
export function factProblems(
  { contentCode, facts }: Pick<Member, 'contentCode' | 'facts'>,
  planDate: string,
  path: string,
): readonly InputProblem[] {
  const law = lawOfProvince('', planDate)
  if (law === undefined || !isContentCode(contentCode)) return []
  try {
    law.decide(contentCode, facts)
    return []
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return error.problems.map((found) => ({ ...found, field: `${path}${found.field}` }))
  }
}

export const noProgramme: InputProblem = problem(
  'no-programme',
  'planDate',
  {
    vi: 'Ngày lập kế hoạch không thuộc chương trình khuyến công nào của tỉnh.',
    en: 'No programme of the province covers the plan date.',
  },
  { vi: 'một ngày trong thời gian của chương trình', en: 'a day within the period of a programme' },
)

const titleMissing: InputProblem = problem(
  'title-missing',
  'title',
  { vi: 'Đề án chưa có tên.', en: 'The proposal has no title.' },
  { vi: 'tên đề án', en: 'a title' },
)

const fundUnknown: InputProblem = problem(
  'fund-unknown',
  'fund',
  { vi: 'Phải chọn nguồn kinh phí.', en: 'The fund has to be chosen.' },
  { vi: 'NATIONAL, PROVINCIAL hoặc DISTRICT', en: 'NATIONAL, PROVINCIAL or DISTRICT' },
)

const daysOutOfOrder: InputProblem = problem(
  'days-out-of-order',
  'endsOn',
  { vi: 'Ngày kết thúc trước ngày bắt đầu.', en: 'The last day is before the first.' },
  { vi: 'một ngày sau ngày bắt đầu', en: 'a day after the first' },
)
