import { isIsoDate, type Problem } from '@khuyencong/rules'
import { refuse } from '../refuse.js'
import { accountKey, type Account, type AccountKind } from './account.js'
import type { Entry, Posting, PostingKind } from './posting.js'

/** Postings in the order in which they were made. Never changed: `post` gives a new one. */
export interface Ledger {
  readonly postings: readonly Posting[]
  /** What is in each account, in đồng, by `accountKey`: the sum of its entries. */
  readonly balances: ReadonlyMap<string, bigint>
}

export const emptyLedger: Ledger = { postings: [], balances: new Map() }

/** Which accounts each kind of posting may take money out of and put it into. */
const paths: Readonly<Record<Exclude<PostingKind, 'correction'>, readonly (readonly [AccountKind, AccountKind])[]>> = {
  appropriation: [['outside', 'appropriation']],
  cut: [['appropriation', 'outside']],
  commitment: [['appropriation', 'commitment']],
  release: [['commitment', 'appropriation']],
  advance: [['commitment', 'advance']],
  settlement: [
    ['advance', 'settlement'],
    ['commitment', 'settlement'],
  ],
  return: [
    ['advance', 'return'],
    ['appropriation', 'return'],
  ],
  'carry-over': [
    ['appropriation', 'carry-over'],
    ['carry-over', 'appropriation'],
  ],
}

const accountKinds: Readonly<Record<AccountKind, readonly string[]>> = {
  outside: [],
  appropriation: ['appropriation'],
  return: ['appropriation'],
  'carry-over': ['appropriation'],
  commitment: ['appropriation', 'award'],
  advance: ['appropriation', 'award'],
  settlement: ['appropriation', 'award'],
}

/** A ledger while postings are added to it: what `Ledger` has, to be looked up and changed. */
interface OpenLedger {
  readonly byId: Map<string, Posting>
  /** The id of the posting that corrects it, by id. */
  readonly corrected: Map<string, string>
  readonly balances: Map<string, bigint>
}

/**
 * Adds a posting.
 * @returns a new ledger; the given one stays as it is
 * @throws InputError naming every account that would fall below zero, and whatever else is wrong with the posting
 */
export const post = (ledger: Ledger, posting: Posting): Ledger => postAll(ledger, [posting])

/** Adds postings one after the other. @throws InputError at the first that is refused; the given ledger stays as it is */
export function postAll(ledger: Ledger, postings: readonly Posting[]): Ledger {
  const open: OpenLedger = { byId: new Map(), corrected: new Map(), balances: new Map(ledger.balances) }
  for (const posting of ledger.postings) enter(open, posting)
  for (const posting of postings) {
    add(open, posting)
    enter(open, posting)
  }
  return { postings: [...ledger.postings, ...postings], balances: open.balances }
}

function enter({ byId, corrected }: OpenLedger, posting: Posting): void {
  byId.set(posting.id, posting)
  if (posting.corrects !== undefined) corrected.set(posting.corrects, posting.id)
}

/** @throws InputError where the posting is refused */
function add(open: OpenLedger, posting: Posting): void {
  refuse([...headProblems(open, posting), ...entryProblems(posting)])
  refuse([...balanceProblems(posting), ...pathProblems(posting), ...correctionProblems(open, posting)])
  const after = new Map<string, bigint>()
  for (const { account, amount } of posting.entries) {
    const key = accountKey(account)
    after.set(key, (after.get(key) ?? open.balances.get(key) ?? 0n) + amount)
  }
  refuse(overdrawn(posting, open.balances, after))
  for (const [key, amount] of after) open.balances.set(key, amount)
}

/** What is in an account, in đồng; an account that nothing was posted to is empty. */
export const balanceOf = (ledger: Ledger, account: Account): bigint => ledger.balances.get(accountKey(account)) ?? 0n

function headProblems({ byId }: OpenLedger, { id, on }: Posting): Problem[] {
  const problems: Problem[] = []
  const day: string = on
  if (id.trim() === '')
    problems.push({ code: 'posting-id', field: 'posting.id', message: 'is empty.', expected: 'a number of its own' })
  if (byId.has(id))
    problems.push({
      code: 'posting-twice',
      field: 'posting.id',
      message: `the posting '${id}' is in the ledger already.`,
      expected: 'a number of its own',
    })
  if (!isIsoDate(day))
    problems.push({
      code: 'date',
      field: 'posting.on',
      message: `'${day}' is not a calendar day.`,
      expected: 'a real day written YYYY-MM-DD, e.g. 2024-03-01',
    })
  return problems
}

const entryProblems = ({ entries }: Posting): Problem[] =>
  entries.flatMap(({ account, amount }, index) => [
    ...accountProblems(`posting.entries[${index}].account`, account),
    ...amountProblems(`posting.entries[${index}].amount`, amount),
  ])

function accountProblems(field: string, account: Account): Problem[] {
  if (!Object.hasOwn(accountKinds, account.kind))
    return [
      {
        code: 'account-unknown',
        field,
        message: `'${account.kind}' is not an account.`,
        expected: `one of ${Object.keys(accountKinds).join(', ')}`,
      },
    ]
  const names: Readonly<Record<string, unknown>> = { ...account }
  return accountKinds[account.kind].flatMap((name) => {
    const value = names[name]
    if (typeof value === 'string' && /^[^/\s]+$/.test(value)) return []
    const message = `${JSON.stringify(value)} does not name the ${name} of the account '${account.kind}'.`
    return [{ code: 'account-name', field: `${field}.${name}`, message, expected: 'a name without blanks and slashes' }]
  })
}

function amountProblems(field: string, amount: unknown): Problem[] {
  if (typeof amount === 'bigint' && amount !== 0n) return []
  const message = amount === 0n ? 'nothing moves.' : `${String(amount)} is not an amount of money.`
  return [{ code: 'dong', field, message, expected: 'whole đồng as a bigint, above or below zero' }]
}

/** Money is neither made nor lost. */
function balanceProblems({ entries }: Posting): Problem[] {
  const off = entries.reduce((sum, entry) => sum + entry.amount, 0n)
  if (off === 0n && entries.length > 0) return []
  const message = entries.length === 0 ? 'it has no entries.' : `its entries sum to ${off} đồng.`
  return [{ code: 'unbalanced', field: 'posting.entries', message, expected: 'entries that sum to 0' }]
}

/** Each kind of posting has its own ways; a settlement may come out of two accounts at once. */
function pathProblems(posting: Posting): Problem[] {
  const { kind, entries } = posting
  if (kind === 'correction') return []
  if (!Object.hasOwn(paths, kind))
    return [
      {
        code: 'kind-unknown',
        field: 'posting.kind',
        message: `'${kind}' is not a kind of posting.`,
        expected: `one of ${[...Object.keys(paths), 'correction'].join(', ')}`,
      },
    ]
  const out = entries.filter((entry) => entry.amount < 0n)
  const into = entries.filter((entry) => entry.amount > 0n)
  const [to] = into
  const allowed = into.length === 1 && to !== undefined && out.every((from) => isPath(kind, from.account, to.account))
  if (allowed) return []
  const shown = (some: readonly Entry[]) => some.map((entry) => accountKey(entry.account)).join(' and ')
  const expected = paths[kind].map(([from, to]) => `${from} to ${to}`).join(', or ')
  return [
    {
      code: 'path',
      field: 'posting.entries',
      message: `a posting of the kind '${kind}' does not move money from ${shown(out)} to ${shown(into)}.`,
      expected: `${expected}, of one appropriation and one award`,
    },
  ]
}

function isPath(kind: Exclude<PostingKind, 'correction'>, from: Account, to: Account): boolean {
  if (!paths[kind].some(([a, b]) => a === from.kind && b === to.kind)) return false
  const across = from.kind === 'carry-over'
  const sameAppropriation =
    !('appropriation' in from) || !('appropriation' in to) || from.appropriation === to.appropriation
  const sameAward = !('award' in from) || !('award' in to) || from.award === to.award
  return across ? !sameAppropriation : sameAppropriation && sameAward
}

/** A correction mirrors a posting that is there and was not corrected before. */
function correctionProblems({ byId, corrected }: OpenLedger, posting: Posting): Problem[] {
  const { kind, corrects } = posting
  if (kind !== 'correction' && corrects === undefined) return []
  const problem = (message: string, expected: string): Problem[] => [
    { code: 'correction', field: 'posting.corrects', message, expected },
  ]
  if (kind !== 'correction')
    return problem(`a posting of the kind '${kind}' corrects nothing.`, "the kind 'correction'")
  if (!posting.reason?.trim()) return problem('it gives no reason.', 'a reason')
  const original = corrects === undefined ? undefined : byId.get(corrects)
  if (!original) return problem(`there is no posting '${String(corrects)}' to correct.`, 'a posting of the ledger')
  const before = corrected.get(original.id)
  if (before !== undefined)
    return problem(`the posting '${original.id}' is corrected by '${before}' already.`, 'one correction')
  return isMirror(original.entries, posting.entries)
    ? []
    : problem(`it does not undo the posting '${original.id}'.`, 'the same accounts with opposite amounts')
}

const isMirror = (entries: readonly Entry[], mirror: readonly Entry[]): boolean =>
  entries.length === mirror.length &&
  entries.every(({ account, amount }, index) => {
    const other = mirror[index]
    return other?.amount === -amount && accountKey(other.account) === accountKey(account)
  })

/** No account but the outside one may hold less than nothing. */
function overdrawn(
  { entries }: Posting,
  before: ReadonlyMap<string, bigint>,
  after: ReadonlyMap<string, bigint>,
): Problem[] {
  const keys = new Set(entries.flatMap(({ account }) => (account.kind === 'outside' ? [] : [accountKey(account)])))
  return [...keys].flatMap((key) => {
    const left = after.get(key) ?? 0n
    if (left >= 0n) return []
    const message = `the account ${key} holds ${before.get(key) ?? 0n} đồng and would fall to ${left}.`
    return [{ code: 'overdrawn', field: 'posting.entries', message, expected: 'no account below zero' }]
  })
}
