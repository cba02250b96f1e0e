import type { IsoDate } from '@khuyencong/rules'
import { ofAppropriation, ofAward, outside, type Account } from './account.js'

/** What happens to money. */
export type PostingKind =
  'appropriation' | 'cut' | 'commitment' | 'release' | 'advance' | 'settlement' | 'return' | 'carry-over' | 'correction'

/** One side of a posting: đồng into an account (above zero) or out of it (below zero). */
export interface Entry {
  readonly account: Account
  readonly amount: bigint
}

/** One movement of money: never changed, and its entries sum to zero. */
export interface Posting {
  readonly id: string
  readonly kind: PostingKind
  /** The day on which it counts. */
  readonly on: IsoDate
  readonly entries: readonly Entry[]
  /** Why, where a person has to say so. */
  readonly reason?: string
  /** For a correction: the posting that it undoes. */
  readonly corrects?: string
}

/** What every posting says of itself. */
export interface PostingHead {
  readonly id: string
  readonly on: IsoDate
  readonly reason?: string
}

/** An award under the appropriation that pays it. */
export interface AwardRef {
  readonly appropriation: string
  readonly award: string
}

const move = (kind: PostingKind, head: PostingHead, from: Account, to: Account, amount: bigint): Posting => ({
  ...head,
  kind,
  entries: [
    { account: from, amount: -amount },
    { account: to, amount },
  ],
})

/** The budget allots money to a year's appropriation. */
export const appropriate = (head: PostingHead, appropriation: string, amount: bigint): Posting =>
  move('appropriation', head, outside, ofAppropriation('appropriation', appropriation), amount)

/** The budget takes back what it allotted and nobody was promised. */
export const cut = (head: PostingHead, appropriation: string, amount: bigint): Posting =>
  move('cut', head, ofAppropriation('appropriation', appropriation), outside, amount)

/** Money is promised to an award. */
export const commit = (head: PostingHead, { appropriation, award }: AwardRef, amount: bigint): Posting =>
  move(
    'commitment',
    head,
    ofAppropriation('appropriation', appropriation),
    ofAward('commitment', appropriation, award),
    amount,
  )

/** What an award does not need becomes free again. */
export const release = (head: PostingHead, { appropriation, award }: AwardRef, amount: bigint): Posting =>
  move(
    'release',
    head,
    ofAward('commitment', appropriation, award),
    ofAppropriation('appropriation', appropriation),
    amount,
  )

/** Money is paid before acceptance. */
export const payAdvance = (head: PostingHead, { appropriation, award }: AwardRef, amount: bigint): Posting =>
  move('advance', head, ofAward('commitment', appropriation, award), ofAward('advance', appropriation, award), amount)

/**
 * An award is settled.
 * @param amounts `advanced`: what of the advances is settled; `rest`: what is paid on top; in đồng
 */
export function settleAward(
  head: PostingHead,
  { appropriation, award }: AwardRef,
  { advanced, rest }: { readonly advanced: bigint; readonly rest: bigint },
): Posting {
  const entries: Entry[] = [
    { account: ofAward('advance', appropriation, award), amount: -advanced },
    { account: ofAward('commitment', appropriation, award), amount: -rest },
    { account: ofAward('settlement', appropriation, award), amount: advanced + rest },
  ]
  return { ...head, kind: 'settlement', entries: entries.filter((entry) => entry.amount !== 0n) }
}

/** What was advanced and not settled goes back to the budget (MR-13). */
export const returnAdvance = (head: PostingHead, { appropriation, award }: AwardRef, amount: bigint): Posting =>
  move('return', head, ofAward('advance', appropriation, award), ofAppropriation('return', appropriation), amount)

/** What a year leaves unused and may not keep goes back to the budget. */
export const returnUnused = (head: PostingHead, appropriation: string, amount: bigint): Posting =>
  move(
    'return',
    head,
    ofAppropriation('appropriation', appropriation),
    ofAppropriation('return', appropriation),
    amount,
  )

/** Unused money leaves its year (MR-14). */
export const carryOut = (head: PostingHead, appropriation: string, amount: bigint): Posting =>
  move(
    'carry-over',
    head,
    ofAppropriation('appropriation', appropriation),
    ofAppropriation('carry-over', appropriation),
    amount,
  )

/** The next year takes up what was carried out of the one before. */
export const carryIn = (head: PostingHead, from: string, to: string, amount: bigint): Posting =>
  move('carry-over', head, ofAppropriation('carry-over', from), ofAppropriation('appropriation', to), amount)

/** Undoes a posting by its mirror image; the posting itself stays. */
export const correct = (head: PostingHead & { readonly reason: string }, posting: Posting): Posting => ({
  ...head,
  kind: 'correction',
  corrects: posting.id,
  entries: posting.entries.map(({ account, amount }) => ({ account, amount: -amount })),
})
