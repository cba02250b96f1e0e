import { contentProblems, type ApplicationFacts, type ContentCode } from '@khuyencong/domain'
import { together, type LawIdentity, type Problem, type Support } from '@khuyencong/rules'
import { afterSettlement, type AfterSettlement } from './after-settlement.js'
import { allocate } from './allocate.js'
import { askEach } from './ask-each.js'
import type { LevelLaw, MoneyLaw } from './money-law.js'
import type { Priority } from './priority-factor.js'
import { refuse } from './refuse.js'
import { settle, type Settlement, type SettlementInput, type SettlementLine, type SettlementStatus } from './settle.js'
import { settlementFacts } from './settlement-facts.js'
import { nameProblems, textKey } from './text-key.js'
import { voucherProblems, type Voucher } from './voucher.js'
import { dongProblems, total } from './whole-dong.js'

/** A part of a project of several: an establishment of a group (đề án nhóm), a content of a key project (đề án điểm). */
export interface GroupMember {
  /** Whose it is, e.g. a tax code; compared without case and blanks at its ends. */
  readonly establishment: string
  /** A content code. An establishment may have several, each once. */
  readonly content: ContentCode
  /** Support approved for it, in đồng: the most that it gets, and its weight where the award is less than all of them. */
  readonly support: bigint
  /** Facts that the support ceiling of this part needs besides its cost. */
  readonly application?: ApplicationFacts | undefined
  /** Whether a higher level was decided for it (MR-1); absent: not. */
  readonly priority?: Priority | undefined
  /** In đồng; needed only where the law has no level for its content. */
  readonly ceiling?: bigint | undefined
}

/**
 * A voucher of a group says whose it is. Each establishment numbers its own: the same number may stand in another. Where one
 * voucher covers several contents of an establishment, it stands in each with the item and the amount that belong there.
 */
export interface GroupVoucher extends Voucher {
  /** As the member has it. */
  readonly establishment: string
  /** Needed only where the establishment has several contents. */
  readonly content?: string | undefined
}

/** What is known of a group to be settled. Acceptance, papers and cases are those of the whole. */
export interface GroupSettlementInput extends Omit<
  SettlementInput,
  'vouchers' | 'application' | 'priority' | 'ceiling'
> {
  /** One or more. */
  readonly members: readonly GroupMember[]
  /** Every voucher of the project, whoever paid it; absent while they are not known. */
  readonly vouchers?: readonly GroupVoucher[] | undefined
}

/** How one part is settled, by the law of its content and on its own vouchers. */
export interface MemberSettlement extends Omit<Settlement, keyof AfterSettlement | 'law'> {
  readonly establishment: string
  /** Its part of the award, in đồng; undefined while the award is not known. */
  readonly award: bigint | undefined
  /** What of its part it does not use. */
  readonly unused: bigint | undefined
}

export interface GroupLine extends SettlementLine {
  readonly voucher: GroupVoucher
}

/** How a group is settled. What is paid, returned and free again is of the whole: advances are not divided. */
export interface GroupSettlement extends AfterSettlement {
  readonly status: SettlementStatus
  /** Of all parts together, in đồng. */
  readonly settled: bigint | undefined
  /** Not known or not yet, but certainly no more than this, in đồng. */
  readonly atMost: bigint | undefined
  /** What the establishments carry: all vouchers without the settled support. */
  readonly ownPart: bigint | undefined
  /** In the order of the members. */
  readonly parts: readonly MemberSettlement[]
  /** In the order of the vouchers; empty unless settled. */
  readonly lines: readonly GroupLine[]
  /**
   * As `missing` of a settlement. What is asked of one part is named like the field of an error, by its path in the input:
   * `members[0].ceiling`, and a fact of its application `members[0].application.inHardArea`.
   */
  readonly missing: readonly string[]
  readonly next: string | undefined
  readonly trust: Support
  readonly law: LawIdentity
}

/**
 * Settles a project of several establishment by establishment: each part by the level of its own content, on its own
 * vouchers, and up to its part of the award; settled is what they come to. Articles 12, 14, 18 and 19, TT 36/2013/TT-BCT.
 *
 * The parts of the award are the supports that were approved; where it is less than all of them, it is divided in
 * proportion to them, to the last đồng.
 * @param law the pack bound to the day of the plan
 * @throws InputError when a code, fact, paper, member, voucher or amount does not fit, for each voucher that belongs to no
 *   member, and for each that an establishment lists twice
 */
export function settleGroup(
  law: LevelLaw & MoneyLaw<'decide' | 'amount' | 'parameters' | 'identity'>,
  input: GroupSettlementInput,
): GroupSettlement {
  check(input)
  const { members, vouchers, ...whole } = input
  const { award, alreadyAdvanced } = whole
  const awards = partsOfAward(award, members)
  const settleMember = (member: GroupMember, index: number): MemberSettlement => {
    const { establishment, content, application, priority, ceiling } = member
    const own = vouchers?.filter((voucher) => memberOf(voucher, members) === index)
    // Advances are those of the whole, so that nothing of them is asked of a part.
    const known = { ...whole, application, priority, ceiling, vouchers: own, award: awards[index], alreadyAdvanced: 0n }
    return memberSettlement(establishment, awards[index], settle(law, content, known))
  }
  const parts = askEach(members, settleMember, fieldOf)

  const status = statusOf(parts, alreadyAdvanced !== undefined)
  const done = status === 'settled' || status === 'refused'
  const settled = done ? sumOf(parts.map((part) => part.settled)) : undefined
  const after = done ? afterSettlement(law, whole, settled) : undefined
  const missing = status === 'unknown' ? missingOf(parts, alreadyAdvanced) : []
  return {
    status,
    settled,
    atMost: done ? undefined : sumOf(parts.map((part) => part.settled ?? part.atMost)),
    ownPart: done ? sumOf(parts.map((part) => part.ownPart)) : undefined,
    payable: status === 'not-yet' ? 0n : after?.payable,
    toReturn: after?.toReturn,
    returned: after?.returned,
    unused: after?.unused,
    parts,
    lines: status === 'settled' ? linesOf(parts, members, vouchers ?? []) : [],
    missing,
    next: missing[0],
    trust: together([
      ...parts.map((part) => part.trust),
      ...(after?.toReturn && after.returned ? [after.returned.trust] : []),
    ]),
    law: law.money.identity,
  }
}

/** What is wrong with a fact of the application of one part is said of that part. */
function fieldOf(field: string, index: number): string {
  const [, key] = /^facts\.(.+)$/.exec(field) ?? []
  return key === undefined || isOfWhole(key) ? field : pathOf(key, index)
}

function partsOfAward(award: bigint | undefined, members: readonly GroupMember[]): readonly (bigint | undefined)[] {
  const supports = members.map(({ support }) => support)
  if (award === undefined) return members.map(() => undefined)
  return award < total(supports) ? allocate(award, supports) : supports
}

function memberSettlement(establishment: string, award: bigint | undefined, of: Settlement): MemberSettlement {
  const { content, status, settled, atMost, binding, ownPart, unused, lines, proof, level } = of
  const { findings, missing, next, remedies, steps, trust } = of
  return {
    ...{ establishment, content, award, status, settled, atMost, binding, ownPart, unused, lines, proof, level },
    ...{ findings, missing, next, remedies, steps, trust },
  }
}

/** One part that cannot be settled yet holds up the whole. */
function statusOf(parts: readonly MemberSettlement[], advanceKnown: boolean): SettlementStatus {
  const all = parts.map(({ status }) => status)
  if (all.includes('not-yet')) return 'not-yet'
  if (all.includes('unknown') || !advanceKnown) return 'unknown'
  return all.includes('refused') ? 'refused' : 'settled'
}

/** Undefined where one of them is. */
const sumOf = (amounts: readonly (bigint | undefined)[]): bigint | undefined =>
  amounts.reduce((sum, amount) => (sum === undefined || amount === undefined ? undefined : sum + amount), 0n)

/** Each part has its lines in the order of its own vouchers, and so of all. */
function linesOf(
  parts: readonly MemberSettlement[],
  members: readonly GroupMember[],
  vouchers: readonly GroupVoucher[],
): GroupLine[] {
  const rest = parts.map(({ lines }) => lines.values())
  return vouchers.flatMap((voucher) => {
    const { value: line } = rest[memberOf(voucher, members)]?.next() ?? {}
    return line ? [{ ...line, voucher }] : []
  })
}

/** What is open of the whole, once; then what is open of one part. */
function missingOf(parts: readonly MemberSettlement[], alreadyAdvanced: bigint | undefined): string[] {
  const asked = parts.flatMap(({ missing }, index) => missing.map((key) => ({ key, index })))
  const whole = asked.filter(({ key }) => isOfWhole(key)).map(({ key }) => key)
  const own = asked.filter(({ key }) => !isOfWhole(key)).map(({ key, index }) => pathOf(key, index))
  return [...new Set([...whole, ...(alreadyAdvanced === undefined ? ['alreadyAdvanced'] : []), ...own])]
}

/** All that is a part's own besides its ceiling are facts of its application. */
const pathOf = (key: string, index: number): string =>
  key === 'ceiling' ? `members[${index}].ceiling` : `members[${index}].application.${key}`

const isOfWhole = (key: string): boolean =>
  key === 'vouchers' || key.includes('.') || (key !== 'ceiling' && Object.hasOwn(settlementFacts, key))

/** Index of the member that a voucher belongs to; -1 where it is nobody's. */
const memberOf = (voucher: GroupVoucher, members: readonly GroupMember[]): number =>
  members.findIndex(
    (member) => isOf(voucher, member) && (voucher.content === undefined || member.content === voucher.content),
  )

type Owned = Pick<GroupMember, 'establishment'>

const isOf = (one: Owned, other: Owned): boolean => textKey(one.establishment) === textKey(other.establishment)

function check({ members, vouchers = [], award, alreadyAdvanced }: GroupSettlementInput): void {
  refuse([
    ...(award === undefined ? [] : dongProblems('award', award)),
    ...(alreadyAdvanced === undefined ? [] : dongProblems('alreadyAdvanced', alreadyAdvanced)),
    ...(members.length === 0 ? [noMembers] : []),
    ...members.flatMap(memberProblems),
    ...vouchers.flatMap(({ establishment }, index) => nameProblems(`vouchers[${index}].establishment`, establishment)),
  ])
  refuse([
    ...members.flatMap((member, index) => memberTwice(member, index, members)),
    ...voucherProblems(vouchers, (voucher) => ({
      owner: textKey(voucher.establishment),
      part: memberOf(voucher, members),
    })),
    ...vouchers.flatMap((voucher, index) => ownerProblems(voucher, index, members)),
  ])
}

const noMembers: Problem = {
  code: 'members-missing',
  field: 'members',
  message: 'there is nobody to settle with.',
  expected: 'one member or more',
}

function memberProblems({ establishment, content, support, ceiling }: GroupMember, index: number): Problem[] {
  const at = `members[${index}]`
  return [
    ...nameProblems(`${at}.establishment`, establishment),
    ...contentProblems(`${at}.content`, content),
    ...dongProblems(`${at}.support`, support),
    ...(ceiling === undefined ? [] : dongProblems(`${at}.ceiling`, ceiling)),
  ]
}

function memberTwice(member: GroupMember, index: number, members: readonly GroupMember[]): Problem[] {
  const { establishment, content } = member
  const before = members.findIndex((one) => isOf(one, member) && one.content === content)
  if (before === index) return []
  const message = `'${establishment}' with ${content} already stands at members[${before}].`
  const expected = 'each content of an establishment once'
  return [{ code: 'member-twice', field: `members[${index}].establishment`, message, expected }]
}

function ownerProblems(voucher: GroupVoucher, index: number, members: readonly GroupMember[]): Problem[] {
  const { id, establishment, content } = voucher
  const own = members.filter((member) => isOf(member, voucher))
  const field = `vouchers[${index}].establishment`
  if (own.length === 0) {
    const names = [...new Set(members.map((member) => member.establishment))].join(', ')
    const message = `the voucher '${id}' is of '${establishment}', which is no member.`
    return [{ code: 'voucher-of-nobody', field, message, expected: `one of ${names}` }]
  }
  const contents: readonly string[] = own.map((member) => member.content)
  if (content === undefined ? own.length === 1 : contents.includes(content)) return []
  const message =
    content === undefined
      ? `'${establishment}' has several contents, and the voucher '${id}' does not say which it is for.`
      : `the voucher '${id}' is for ${content}, which '${establishment}' does not have.`
  const expected = `one of ${contents.join(', ')}`
  return [{ code: 'voucher-content', field: `vouchers[${index}].content`, message, expected }]
}
