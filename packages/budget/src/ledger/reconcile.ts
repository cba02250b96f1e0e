import { groupBy } from '../group-by.js'
import { total } from '../whole-dong.js'
import type { AccountKind, AppropriationAccount, AwardAccount } from './account.js'
import type { Ledger } from './ledger.js'
import type { Posting } from './posting.js'

/** Where the money of one award is, in đồng. */
export interface AwardState {
  readonly award: string
  /** Promised and not yet paid. */
  readonly committed: bigint
  /** Paid and not yet settled. */
  readonly advanced: bigint
  readonly settled: bigint
}

/** Where each đồng of one appropriation is. */
export interface AppropriationState {
  readonly appropriation: string
  /** Allotted by the budget, without what it cut. */
  readonly appropriated: bigint
  /** Taken up from the years before. */
  readonly carriedIn: bigint
  /** Promised to no one. */
  readonly free: bigint
  readonly committed: bigint
  readonly advanced: bigint
  readonly settled: bigint
  readonly returned: bigint
  /** Moved out of the year, taken up by the next one or not. */
  readonly carriedOut: bigint
  readonly awards: readonly AwardState[]
  /** What came in without what is accounted for; 0 in every ledger that `post` made. */
  readonly difference: bigint
}

/**
 * Says for every appropriation and award where each đồng is, from the postings alone: what a stored ledger is proven
 * against.
 */
export function reconcile({ postings }: Pick<Ledger, 'postings'>): AppropriationState[] {
  const entries = postings.flatMap((posting) =>
    posting.entries.flatMap(({ account, amount }): Placed[] =>
      account.kind === 'outside' ? [] : [{ account, amount, across: crossing(posting, account) }],
    ),
  )
  const byAppropriation = groupBy(entries, (entry) => entry.account.appropriation)
  return [...byAppropriation].map(([appropriation, own]) => stateOf(appropriation, own))
}

/** Where the other side of an entry lies: in the budget, in another year, or within the appropriation. */
type Across = 'outside' | 'other-year' | 'within'

interface Placed {
  readonly account: AppropriationAccount | AwardAccount
  readonly amount: bigint
  readonly across: Across
}

function crossing({ entries }: Posting, own: AppropriationAccount | AwardAccount): Across {
  if (entries.some(({ account }) => account.kind === 'outside')) return 'outside'
  return entries.some(({ account }) => account.kind !== 'outside' && account.appropriation !== own.appropriation)
    ? 'other-year'
    : 'within'
}

function stateOf(appropriation: string, entries: readonly Placed[]): AppropriationState {
  const sum = (kind: AccountKind, across?: Across) =>
    total(
      entries
        .filter((entry) => entry.account.kind === kind && (across === undefined || entry.across === across))
        .map((entry) => entry.amount),
    )
  const state = {
    appropriation,
    appropriated: sum('appropriation', 'outside'),
    carriedIn: sum('appropriation', 'other-year'),
    free: sum('appropriation'),
    committed: sum('commitment'),
    advanced: sum('advance'),
    settled: sum('settlement'),
    returned: sum('return'),
    carriedOut: sum('carry-over', 'within'),
  }
  const placed = [state.free, state.committed, state.advanced, state.settled, state.returned, state.carriedOut]
  return {
    ...state,
    awards: awardStates(entries),
    difference: state.appropriated + state.carriedIn - total(placed),
  }
}

function awardStates(entries: readonly Placed[]): AwardState[] {
  const ofAwards = entries.flatMap(({ account, amount }) => ('award' in account ? [{ ...account, amount }] : []))
  return [...groupBy(ofAwards, (entry) => entry.award)].map(([award, own]) => {
    const sum = (kind: AccountKind) => total(own.filter((entry) => entry.kind === kind).map((entry) => entry.amount))
    return { award, committed: sum('commitment'), advanced: sum('advance'), settled: sum('settlement') }
  })
}
