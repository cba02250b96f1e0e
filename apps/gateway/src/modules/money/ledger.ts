import type {
  Account,
  AccountKind as PureKind,
  Entry,
  Posting,
  PostingKind as PureKindOfPosting,
} from '@khuyencong/budget'
import { accountKey, ofAppropriation, ofAward, outside } from '@khuyencong/budget'
import type { IsoDate } from '@khuyencong/rules'
import { isoDate as toIsoDate } from '@khuyencong/rules'
import { randomUUID } from 'node:crypto'
import type { Change } from '../../audit/append.js'
import type { Transaction } from '../../database/transaction.js'
import type { AccountKind, PostingKind } from '../../generated/prisma/enums.js'
import { isoDate } from '../../graphql/date.js'
import { notEnough } from './sentences.js'

const accounts = {
  outside: 'OUTSIDE',
  appropriation: 'APPROPRIATION',
  commitment: 'COMMITMENT',
  advance: 'ADVANCE',
  settlement: 'SETTLEMENT',
  return: 'RETURN',
  'carry-over': 'CARRY_OVER',
} as const satisfies Readonly<Record<PureKind, AccountKind>>

const kinds = {
  appropriation: 'APPROPRIATION',
  cut: 'CUT',
  commitment: 'COMMITMENT',
  release: 'RELEASE',
  advance: 'ADVANCE',
  settlement: 'SETTLEMENT',
  return: 'RETURN',
  'carry-over': 'CARRY_OVER',
  correction: 'CORRECTION',
} as const satisfies Readonly<Record<PureKindOfPosting, PostingKind>>

const kindOf: Readonly<Record<PostingKind, PureKindOfPosting>> = {
  APPROPRIATION: 'appropriation',
  CUT: 'cut',
  COMMITMENT: 'commitment',
  RELEASE: 'release',
  ADVANCE: 'advance',
  SETTLEMENT: 'settlement',
  RETURN: 'return',
  CARRY_OVER: 'carry-over',
  CORRECTION: 'correction',
}

/** The head of a posting that is new. */
export const newHead = (on: string): { readonly id: string; readonly on: IsoDate } => ({
  id: randomUUID(),
  on: toIsoDate(on, 'on'),
})

/** What the ledger keeps of a posting besides its money. */
export interface PostingPapers {
  readonly document: string
  readonly personId: string
  /** The confirmed request that it carries out. */
  readonly paymentId?: string
  /** Where a correction belongs: with what it undoes. */
  readonly appropriationId?: string
}

/**
 * Writes a posting. The database moves the balances, and holds that the posting is whole.
 *
 * @throws Refusal where an account does not hold what is taken out of it
 */
export async function writePosting(tx: Transaction, posting: Posting, papers: PostingPapers): Promise<Change> {
  await checkHoldings(tx, posting.entries)
  const { id, kind, on, reason, corrects, entries } = posting
  const appropriationId = papers.appropriationId ?? appropriationOf(entries)
  const awardId = entries.flatMap(({ account }) => ('award' in account ? [account.award] : []))[0]
  const { document, personId, paymentId } = papers
  await tx.posting.create({
    data: {
      id,
      kind: kinds[kind],
      appropriationId,
      awardId: awardId ?? null,
      on: new Date(on),
      document: document.trim(),
      reason: reason ?? null,
      correctsId: corrects ?? null,
      paymentId: paymentId ?? null,
      personId,
    },
  })
  // One statement: the database takes the rows of balances in one order, so that two writers do not wait for one another.
  await tx.postingEntry.createMany({
    data: entries.map((entry, index) => ({ postingId: id, position: index + 1, ...rowOf(entry) })),
  })
  return {
    entity: 'Posting',
    id,
    after: {
      ...{ kind, on, document, reason, corrects, paymentId, appropriationId, awardId },
      entries: entries.map(({ account, amount }) => ({ account: accountKey(account), amount })),
    },
  }
}

function appropriationOf(entries: readonly Entry[]): string {
  // The one that money goes to, or where it leaves the programme the one it comes from.
  const [first] = [...entries]
    .sort((a, b) => (a.amount > b.amount ? -1 : 1))
    .flatMap(({ account }) => ('appropriation' in account ? [account.appropriation] : []))
  if (first === undefined) throw new Error('A posting between no appropriations')
  return first
}

function rowOf({ account, amount }: Entry) {
  return {
    account: accounts[account.kind],
    appropriationId: 'appropriation' in account ? account.appropriation : null,
    awardId: 'award' in account ? account.award : null,
    amount,
  }
}

/** The friendly half of the database's own check: names what is there. */
async function checkHoldings(tx: Transaction, entries: readonly Entry[]): Promise<void> {
  const taken = entries.filter(({ account, amount }) => amount < 0n && account.kind !== 'outside')
  const rows = await tx.accountBalance.findMany({
    where: { key: { in: taken.map(({ account }) => accountKey(account)) } },
  })
  for (const { account, amount } of taken) {
    const holds = rows.find(({ key }) => key === accountKey(account))?.balance ?? 0n
    const kind = accounts[account.kind]
    if (holds + amount < 0n && kind !== 'OUTSIDE') throw notEnough(kind, holds)
  }
}

/** What is in some accounts, in đồng; nothing was ever posted to an account without a row. */
export async function balancesOf(tx: Transaction, of: readonly Account[]): Promise<readonly bigint[]> {
  const rows = await tx.accountBalance.findMany({ where: { key: { in: of.map(accountKey) } } })
  return of.map((account) => rows.find(({ key }) => key === accountKey(account))?.balance ?? 0n)
}

/** A posting as the database keeps it. */
export interface PostingRow {
  readonly id: string
  readonly kind: PostingKind
  readonly on: Date
  readonly reason: string | null
  readonly correctsId: string | null
  readonly entries: readonly {
    readonly account: AccountKind
    readonly appropriationId: string | null
    readonly awardId: string | null
    readonly amount: bigint
  }[]
}

/**
 * A posting as the pure ledger has it.
 *
 * @throws Error when an account lacks its owner, which the database does not let in
 */
export const postingFrom = ({ id, kind, on, reason, correctsId, entries }: PostingRow): Posting => ({
  id,
  kind: kindOf[kind],
  on: toIsoDate(isoDate(on), 'on'),
  entries: entries.map(({ account, appropriationId, awardId, amount }) => ({
    account: accountFrom(account, appropriationId, awardId),
    amount,
  })),
  ...(reason === null ? {} : { reason }),
  ...(correctsId === null ? {} : { corrects: correctsId }),
})

function accountFrom(kind: AccountKind, appropriation: string | null, award: string | null): Account {
  if (kind === 'OUTSIDE') return outside
  if (appropriation === null) throw new Error(`An account ${kind} of no appropriation`)
  switch (kind) {
    case 'APPROPRIATION':
      return ofAppropriation('appropriation', appropriation)
    case 'RETURN':
      return ofAppropriation('return', appropriation)
    case 'CARRY_OVER':
      return ofAppropriation('carry-over', appropriation)
    case 'COMMITMENT':
    case 'ADVANCE':
    case 'SETTLEMENT': {
      if (award === null) throw new Error(`An account ${kind} of no award`)
      return ofAward(
        kind === 'COMMITMENT' ? 'commitment' : kind === 'ADVANCE' ? 'advance' : 'settlement',
        appropriation,
        award,
      )
    }
  }
}
