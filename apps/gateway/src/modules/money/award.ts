import { ofAward, type AwardRef } from '@khuyencong/budget'
import { lockVersion } from '../../commands/version.js'
import type { Transaction } from '../../database/transaction.js'
import type { Prisma } from '../../generated/prisma/client.js'
import type { FundSource, ProposalState } from '../../generated/prisma/enums.js'
import { isoDate } from '../../graphql/date.js'
import { problem, type InputProblem } from '../../graphql/problem.js'
import { Refusal } from '../../graphql/refusal.js'
import { mustHaveLaw } from '../law/must-have-law.js'
import type { ServedLaw } from '../law/packs.js'
import { newestPriority } from '../proposals/raised-ceiling.js'
import { balancesOf } from './ledger.js'
import { said } from './sentences.js'

/** What commands read of an award. */
export const awardWhole = {
  appropriation: { include: { programme: true } },
  planLine: true,
  /** Its commitment, where that was corrected: the award is void. */
  postings: { where: { kind: 'COMMITMENT', correctedBy: { isNot: null } }, select: { id: true } },
  proposal: {
    include: {
      steps: { orderBy: { position: 'asc' } },
      members: { orderBy: { position: 'asc' } },
      priorities: newestPriority,
    },
  },
} as const satisfies Prisma.AwardInclude

export type AwardWhole = Prisma.AwardGetPayload<{ include: typeof awardWhole }>

/** Where the money of an award is, in đồng. */
interface AwardMoney {
  readonly committed: bigint
  readonly advanced: bigint
  readonly settled: bigint
  /** All advances that were ever paid, without those that were corrected; what came back of them counts. */
  readonly advancedInAll: bigint
}

/** An award under the lock of this transaction. */
export interface HeldAward {
  readonly award: AwardWhole
  /** As the ledger names it. */
  readonly ref: AwardRef
  readonly money: AwardMoney
  /** The number that its next version takes. */
  readonly nextVersion: number
}

/**
 * Holds an award, and its proposal before it, until the transaction ends. Whoever holds several records takes them in this
 * order, so that no two wait for one another: the proposal, a payment request, the award, the appropriation.
 *
 * @param on ISO day of what is to be done with it
 * @param expectedVersion absent: whatever its version is
 * @throws Refusal `not-found`, `stale`, `before-contract`
 */
export async function holdAward(tx: Transaction, id: string, on: string, expectedVersion?: number): Promise<HeldAward> {
  await lockProposalOf(tx, id)
  const nextVersion = await lockVersion(tx, 'awards', id, expectedVersion)
  const award = await tx.award.findUniqueOrThrow({ where: { id }, include: awardWhole })
  if (on < isoDate(award.signedOn)) throw new Refusal([beforeContract(award)])
  const ref: AwardRef = { appropriation: award.appropriationId, award: id }
  return { award, ref, money: await moneyOf(tx, ref), nextVersion }
}

/** Holds the proposal of an award, where it has one, until the transaction ends. */
export async function lockProposalOf(tx: Transaction, awardId: string): Promise<void> {
  await tx.$queryRaw`
    SELECT id FROM proposals WHERE id = (SELECT proposal_id FROM awards WHERE id = ${awardId}) FOR UPDATE`
}

async function moneyOf(tx: Transaction, { appropriation, award }: AwardRef): Promise<AwardMoney> {
  const kinds = ['commitment', 'advance', 'settlement'] as const
  const [committed = 0n, advanced = 0n, settled = 0n] = await balancesOf(
    tx,
    kinds.map((kind) => ofAward(kind, appropriation, award)),
  )
  const advances = await tx.postingEntry.aggregate({
    _sum: { amount: true },
    where: { awardId: award, account: 'ADVANCE', posting: { kind: 'ADVANCE', correctedBy: null } },
  })
  return { committed, advanced, settled, advancedInAll: advances._sum.amount ?? 0n }
}

export const nextVersionOf = (tx: Transaction, { award: { id }, nextVersion: version }: HeldAward) =>
  tx.award.update({ where: { id }, data: { version } })

/** Awards that hold money, or are to: of which nothing is posted yet. */
export const holdsMoney = {
  OR: [{ balances: { some: { balance: { gt: 0n } } } }, { postings: { none: {} } }],
} as const satisfies Prisma.AwardWhereInput

/** Awards of an item of the plan, or of its proposal: one at a time holds money. */
export const inPlaceOf = ({ itemId, proposalId }: { readonly itemId: string; readonly proposalId: string | null }) =>
  ({
    OR: [{ planLine: { itemId } }, ...(proposalId === null ? [] : [{ proposalId }])],
  }) satisfies Prisma.AwardWhereInput

/**
 * What an award may come to, in đồng: its contract, or the support of its proposal where a decision lowered that since
 * (TT 36/2013 Điều 11).
 */
export const mostOf = ({ amount, proposal }: AwardWhole): bigint =>
  proposal !== null && proposal.requestedSupport < amount ? proposal.requestedSupport : amount

/** @throws Refusal `award-void` where the commitment of an award was corrected: its contract is signed anew */
export function mustStand({ postings }: AwardWhole): void {
  if (postings.length > 0) throw new Refusal([said.awardVoid])
}

/** @param field where the day was said */
export const beforeContract = ({ contract, signedOn }: AwardWhole, field = 'on'): InputProblem => {
  const day = isoDate(signedOn)
  return problem(
    'before-contract',
    field,
    { vi: `Hợp đồng ${contract} ký ngày ${day}.`, en: `The contract ${contract} was signed on ${day}.` },
    { vi: `ngày ${day} hoặc sau đó`, en: `${day} or a day after` },
  )
}

/** The fund that the law tells apart; none for sources that it does not speak of. */
export const fundOf = (source: FundSource) =>
  (
    ({
      NATIONAL_FUND: 'national',
      PROVINCIAL_BUDGET: 'provincial',
      DISTRICT_BUDGET: 'district',
      COMMUNE_BUDGET: undefined,
      OTHER_LAWFUL: undefined,
    }) as const
  )[source]

/** @throws Refusal `no-law` where no pack answers for the day */
export const lawOf = (programme: { readonly provinceName: string }, planDate: Date): ServedLaw =>
  mustHaveLaw(programme.provinceName, isoDate(planDate))

/** The law of an award's plan date. @throws Refusal `no-law` */
export const lawOfAward = ({ appropriation, planDate }: AwardWhole): ServedLaw =>
  lawOf(appropriation.programme, planDate)

/** How and when the work of a proposal ended. */
interface Ended {
  /** Completed and accepted, or stopped by force majeure with a record of what was done. */
  readonly how: 'accepted' | 'force-majeure'
  /** ISO day. */
  readonly on: string
}

const ends = { ACCEPTED: 'accepted', FORCE_MAJEURE: 'force-majeure' } as const

/** The states of a proposal after its work. */
export const workEnded: readonly ProposalState[] = ['FORCE_MAJEURE', 'ACCEPTED', 'SETTLED', 'CLOSED']

/** How the work of a proposal ended; undefined while it goes on, and for an activity. */
export function endOf({ proposal }: AwardWhole): Ended | undefined {
  if (proposal === null || !workEnded.includes(proposal.state)) return undefined
  const found = proposal.steps.flatMap(({ toState, on }) =>
    toState === 'ACCEPTED' || toState === 'FORCE_MAJEURE' ? [{ how: ends[toState], on: isoDate(on) }] : [],
  )
  return found.at(-1)
}

/** The day of a proposal's acceptance; none before it is accepted, nor where force majeure stopped it. */
export function acceptanceOf(award: AwardWhole): string | undefined {
  const end = endOf(award)
  return end?.how === 'accepted' ? end.on : undefined
}
