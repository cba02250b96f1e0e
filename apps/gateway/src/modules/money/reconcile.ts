import { accountKey, emptyLedger, post, reconcile, type AppropriationState, type Posting } from '@khuyencong/budget'
import { InputError } from '@khuyencong/rules'
import { z } from 'zod'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { FundSource, ProposalState } from '../../generated/prisma/enums.js'
import { postingFrom } from './ledger.js'

/** Something that two sources tell differently, by name. */
export interface Difference {
  /** E.g. `balance`, `posting`, `award-above-ceiling`. */
  readonly code: string
  /** What it is about: an account, a posting, an award, a payment. */
  readonly where: string
  readonly message: string
}

/** Where each đồng of one appropriation is, from its postings alone. */
export interface ReconciledAppropriation extends Omit<AppropriationState, 'appropriation'> {
  readonly id: string
  readonly programmeId: string
  readonly year: number
  readonly source: FundSource
  /** What the newest approved plan wants of it. */
  readonly planned: bigint
  readonly differences: readonly Difference[]
}

export interface Reconciliation {
  readonly appropriations: readonly ReconciledAppropriation[]
  readonly postings: number
  readonly awards: number
  /** Every difference, also those that belong to no appropriation. */
  readonly differences: readonly Difference[]
}

export interface ReconcileScope {
  readonly programmeId?: string
  readonly year?: number
}

/**
 * Proves for every appropriation and award where each đồng is. Everything is computed from the postings alone, by the pure
 * ledger, and then compared with the table of balances, the plan, the awards and the payment requests. Reads everything in one
 * transaction on one snapshot, and writes nothing.
 */
export async function reconcileMoney(prisma: PrismaClient, scope: ReconcileScope = {}): Promise<Reconciliation> {
  const read = await prisma.$transaction((tx) => readAll(tx, scope), {
    isolationLevel: 'RepeatableRead',
    timeout: 600_000,
  })
  const { postings, accounts, appropriations, awards, payments } = read
  const pure = postings.map(postingFrom)
  const states = new Map(reconcile({ postings: pure }).map((state) => [state.appropriation, state]))
  const moneyOf = ({ id, appropriationId }: AwardRow) =>
    states.get(appropriationId)?.awards.find(({ award }) => award === id)
  const heldBeside = heldTogether(awards, (row) => heldBy(moneyOf(row)))
  const differences = [
    ...replayDifferences(pure),
    ...balanceDifferences(pure, accounts),
    ...appropriations.flatMap((row) => appropriationDifferences(row, states.get(row.id))),
    ...awards.flatMap((row) => awardDifferences(row, moneyOf(row), heldBeside(row))),
    ...payments.flatMap(paymentDifferences),
  ]
  const shown = appropriations.filter(({ year }) => scope.year === undefined || year === scope.year)
  const ids = new Set(shown.map(({ id }) => id))
  return {
    appropriations: shown.map((row) => stateOf(row, states.get(row.id), differences)),
    postings: postings.filter(({ appropriationId }) => ids.has(appropriationId)).length,
    awards: awards.filter(({ appropriationId }) => ids.has(appropriationId)).length,
    differences: differences.filter(
      (one) => scope.year === undefined || shown.some(({ id }) => one.appropriation === id),
    ),
  }
}

/** A difference, and the appropriation that it belongs to where one is known. */
interface Found extends Difference {
  readonly appropriation: string | undefined
}

const found = (appropriation: string | undefined, code: string, where: string, message: string): Found => ({
  ...{ appropriation, code, where, message },
})

function stateOf(
  { id, programmeId, year, source, planned }: AppropriationRow,
  state: AppropriationState | undefined,
  differences: readonly Found[],
): ReconciledAppropriation {
  const own = differences.filter(({ appropriation }) => appropriation === id)
  return { ...(state ?? empty), id, programmeId, year, source, planned, differences: own }
}

const empty = {
  ...{
    appropriated: 0n,
    carriedIn: 0n,
    free: 0n,
    committed: 0n,
    advanced: 0n,
    settled: 0n,
    returned: 0n,
    carriedOut: 0n,
  },
  ...{ awards: [], difference: 0n },
}

const appropriationOf = (posting: Posting): string | undefined =>
  posting.entries.flatMap(({ account }) => ('appropriation' in account ? [account.appropriation] : []))[0]

/** Each posting again, in the order in which they were made, by the rules of the pure ledger. */
function replayDifferences(postings: readonly Posting[]): readonly Found[] {
  const balances = new Map<string, bigint>()
  const byId = new Map(postings.map((posting) => [posting.id, posting]))
  const correctedBy = new Map<string, Posting>()
  return postings.flatMap((posting) => {
    const keys = posting.entries.map(({ account }) => accountKey(account))
    const { corrects } = posting
    const related = corrects === undefined ? [] : [byId.get(corrects), correctedBy.get(corrects)]
    const before = {
      postings: related.filter((one) => one !== undefined),
      balances: new Map(keys.map((key) => [key, balances.get(key) ?? 0n])),
    }
    if (corrects !== undefined) correctedBy.set(corrects, posting)
    // What does not follow the rules moved the money nonetheless.
    for (const { account, amount } of posting.entries)
      balances.set(accountKey(account), (balances.get(accountKey(account)) ?? 0n) + amount)
    try {
      post({ ...emptyLedger, ...before }, posting)
      return []
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      return [found(appropriationOf(posting), 'posting', posting.id, error.message)]
    }
  })
}

function balanceDifferences(postings: readonly Posting[], accounts: readonly AccountRow[]): readonly Found[] {
  const sums = new Map<string, { readonly appropriation: string; readonly amount: bigint }>()
  for (const { entries } of postings)
    for (const { account, amount } of entries) {
      if (!('appropriation' in account)) continue
      const key = accountKey(account)
      sums.set(key, { appropriation: account.appropriation, amount: (sums.get(key)?.amount ?? 0n) + amount })
    }
  const kept = new Map(accounts.map((account) => [account.key, account]))
  return [...new Set([...sums.keys(), ...kept.keys()])].sort().flatMap((key) => {
    const [sum, row] = [sums.get(key), kept.get(key)]
    const [posted, balance] = [sum?.amount ?? 0n, row?.balance ?? 0n]
    if (posted === balance) return []
    const message = `the postings come to ${String(posted)} đồng, the balance says ${String(balance)}.`
    return [found(sum?.appropriation ?? row?.appropriationId, 'balance', key, message)]
  })
}

function appropriationDifferences(
  row: AppropriationRow,
  state: AppropriationState = { ...empty, appropriation: row.id },
) {
  const { id, planned, given } = row
  const received = state.appropriated + state.carriedIn
  return [
    ...(state.difference === 0n
      ? []
      : [found(id, 'appropriation', id, `${String(state.difference)} đồng of what came in are nowhere.`)]),
    // Money that is carried in does not wait for what the year itself is given.
    ...(given && planned > received
      ? [
          found(
            id,
            'plan-above-appropriation',
            id,
            `planned are ${String(planned)} đồng, allotted ${String(received)}.`,
          ),
        ]
      : []),
  ]
}

type AwardMoney = AppropriationState['awards'][number]

const heldBy = (money: AwardMoney | undefined): bigint =>
  money === undefined ? 0n : money.committed + money.advanced + money.settled

/** Đồng that an award holds together with the others of its place: mostly there are none. */
interface HeldTogether {
  readonly forItem: bigint
  readonly forProposal: bigint
}

function heldTogether(
  awards: readonly AwardRow[],
  held: (award: AwardRow) => bigint,
): (award: AwardRow) => HeldTogether {
  const sums = new Map<string, bigint>()
  const itemOf = ({ appropriationId, itemId }: AwardRow) => `${appropriationId} ${itemId}`
  const proposalOf = ({ id, proposalId }: AwardRow) => proposalId ?? id
  for (const award of awards)
    for (const place of [itemOf(award), proposalOf(award)]) sums.set(place, (sums.get(place) ?? 0n) + held(award))
  return (award) => ({ forItem: sums.get(itemOf(award)) ?? 0n, forProposal: sums.get(proposalOf(award)) ?? 0n })
}

function awardDifferences(
  award: AwardRow,
  money: AwardMoney | undefined,
  { forItem, forProposal }: HeldTogether,
): readonly Found[] {
  const { id, appropriationId, amount, ceiling, advanceCap, approved } = award
  const differ = (code: string, message: string) => [found(appropriationId, code, id, message)]
  const dong = (value: bigint) => `${String(value)} đồng`
  const settledState = award.proposalState !== null && ['SETTLED', 'CLOSED'].includes(award.proposalState)
  const promised = (money?.committed ?? 0n) + (money?.advanced ?? 0n)
  const holds = heldBy(money)
  return [
    ...(award.promised === (award.void ? 0n : amount)
      ? []
      : differ('award-not-committed', `the award says ${dong(amount)}, its commitment ${dong(award.promised)}.`)),
    ...(ceiling !== null && amount > ceiling
      ? differ('award-above-ceiling', `the award says ${dong(amount)}, its ceiling is ${dong(ceiling)}.`)
      : []),
    ...(holds > 0n && forItem > approved
      ? differ('award-above-plan', `${dong(forItem)} are promised or paid, the plan approves ${dong(approved)}.`)
      : []),
    ...(award.support !== null && holds > 0n && forProposal > award.support
      ? differ(
          'award-above-support',
          `${dong(forProposal)} are promised or paid, the proposal is to have ${dong(award.support)}.`,
        )
      : []),
    ...(award.contentOfProposal !== null && holds > 0n && award.contentOfProposal !== award.contentCode
      ? differ(
          'award-of-other-content',
          `the award is for ${award.contentCode}, its proposal for ${award.contentOfProposal}.`,
        )
      : []),
    ...(award.advancedInAll > (advanceCap ?? amount)
      ? differ(
          'advances-above-cap',
          `${dong(award.advancedInAll)} are advanced, the cap is ${dong(advanceCap ?? amount)}.`,
        )
      : []),
    ...(award.settledPostings > 0 && !award.accepted
      ? differ('settled-before-acceptance', 'it is settled, and nothing says that the work was accepted.')
      : []),
    ...(award.proposalState === 'CANCELLED' && promised > 0n
      ? differ('promised-to-stopped', `the proposal is stopped, and ${dong(promised)} are promised to it or advanced.`)
      : []),
    ...(award.proposalState === 'CLOSED' && award.proposalSettled && promised > 0n
      ? differ('promised-to-closed', `the proposal is closed, and ${dong(promised)} are promised to it or advanced.`)
      : []),
    ...(settledState && award.newest && !award.proposalSettled
      ? differ(
          'settled-without-posting',
          `the proposal is ${String(award.proposalState)}, and no settlement of it stands.`,
        )
      : []),
  ]
}

function paymentDifferences(payment: PaymentRow): readonly Found[] {
  const { id, appropriationId, state, amount, posted, carried } = payment
  const expected = state === 'CONFIRMED' ? amount : null
  const differ = (code: string, message: string) => [found(appropriationId, code, id, message)]
  return [
    ...(posted === expected
      ? []
      : differ('payment', `the request is ${state} with ${String(amount)} đồng, posted are ${String(posted ?? 0n)}.`)),
    ...(carried === null || carried === amount
      ? []
      : differ('vouchers', `settled are ${String(amount)} đồng, its vouchers carry ${String(carried)}.`)),
  ]
}

const AccountRow = z.object({ key: z.string(), appropriationId: z.string(), balance: z.bigint() })
type AccountRow = z.infer<typeof AccountRow>

const AppropriationRow = z.object({
  id: z.string(),
  programmeId: z.string(),
  year: z.number(),
  source: z.enum(FundSource),
  planned: z.bigint(),
  /** Whether the budget has given it something of its own. */
  given: z.boolean(),
})
type AppropriationRow = z.infer<typeof AppropriationRow>

const AwardRow = z.object({
  id: z.string(),
  appropriationId: z.string(),
  itemId: z.string(),
  proposalId: z.string().nullable(),
  amount: z.bigint(),
  ceiling: z.bigint().nullable(),
  advanceCap: z.bigint().nullable(),
  approved: z.bigint(),
  promised: z.bigint(),
  void: z.boolean(),
  advancedInAll: z.bigint(),
  settledPostings: z.number(),
  accepted: z.boolean(),
  proposalState: z.enum(ProposalState).nullable(),
  /** Đồng that the proposal is to have. */
  support: z.bigint().nullable(),
  contentCode: z.string(),
  contentOfProposal: z.string().nullable(),
  /** Of the awards of its proposal. */
  newest: z.boolean(),
  /** Whether a settlement of any of them stands. */
  proposalSettled: z.boolean(),
})
type AwardRow = z.infer<typeof AwardRow>

const PaymentRow = z.object({
  id: z.string(),
  appropriationId: z.string(),
  state: z.string(),
  amount: z.bigint(),
  posted: z.bigint().nullable(),
  /** Đồng of the support in the vouchers of a settlement. */
  carried: z.bigint().nullable(),
})
type PaymentRow = z.infer<typeof PaymentRow>

async function readAll(
  tx: Pick<PrismaClient, '$queryRaw' | 'posting'>,
  { programmeId: programme = null }: { readonly programmeId?: string | null },
) {
  const postings = await tx.posting.findMany({
    where: programme === null ? {} : { appropriation: { programmeId: programme } },
    include: { entries: { orderBy: { position: 'asc' } } },
    orderBy: { sequence: 'asc' },
  })
  const accounts = await tx.$queryRaw`
    SELECT b.key, b.appropriation_id AS "appropriationId", b.balance
    FROM account_balances b JOIN appropriations a ON a.id = b.appropriation_id
    WHERE ${programme}::text IS NULL OR a.programme_id = ${programme}`
  const appropriations = await tx.$queryRaw`
    SELECT id, programme_id AS "programmeId", year, source::text, appropriation_planned(id)::bigint AS planned,
      appropriation_given(id) AS given
    FROM appropriations WHERE ${programme}::text IS NULL OR programme_id = ${programme}
    ORDER BY programme_id, year, source`
  // What stands of an award's postings, and what the newest approved edition has for the same item from its source.
  const awards = await tx.$queryRaw`
    SELECT w.id, w.appropriation_id AS "appropriationId", l.item_id AS "itemId", w.proposal_id AS "proposalId", w.amount,
      w.ceiling, w.advance_cap AS "advanceCap",
      award_is_void(w.id) AS void, p.state::text AS "proposalState",
      appropriation_planned_for(a.id, l.item_id)::bigint AS approved,
      coalesce(stands.promised, 0)::bigint AS promised, coalesce(stands.advanced, 0)::bigint AS "advancedInAll",
      coalesce(stands.settled, 0)::int AS "settledPostings", w.content_code AS "contentCode",
      p.requested_support AS support, p.content_code AS "contentOfProposal",
      NOT EXISTS (SELECT FROM awards n WHERE n.proposal_id = w.proposal_id
        AND (n.created_at, n.id) > (w.created_at, w.id)) AS newest,
      EXISTS (SELECT FROM awards n JOIN postings s ON s.award_id = n.id AND s.kind = 'SETTLEMENT'
        WHERE n.proposal_id = w.proposal_id
          AND NOT EXISTS (SELECT FROM postings c WHERE c.corrects_id = s.id)) AS "proposalSettled",
      CASE WHEN w.proposal_id IS NULL
        THEN EXISTS (SELECT FROM payment_requests r WHERE r.award_id = w.id AND r.state = 'CONFIRMED'
          AND r.kind = 'SETTLEMENT' AND r.acceptance_document IS NOT NULL)
        ELSE EXISTS (SELECT FROM proposal_steps s WHERE s.proposal_id = w.proposal_id AND s.to_state IN ('ACCEPTED', 'FORCE_MAJEURE'))
      END AS accepted
    FROM awards w
    JOIN appropriations a ON a.id = w.appropriation_id
    JOIN plan_lines l ON l.id = w.plan_line_id
    LEFT JOIN proposals p ON p.id = w.proposal_id
    CROSS JOIN LATERAL (
      SELECT sum(e.amount) FILTER (WHERE r.root = 'COMMITMENT' AND e.account = 'COMMITMENT') AS promised,
        sum(e.amount) FILTER (WHERE r.root = 'ADVANCE' AND e.account = 'ADVANCE') AS advanced,
        sum(sign(e.amount)) FILTER (WHERE r.root = 'SETTLEMENT' AND e.account = 'SETTLEMENT') AS settled
      FROM posting_entries e JOIN posting_roots r ON r.id = e.posting_id WHERE e.award_id = w.id
    ) stands
    WHERE ${programme}::text IS NULL OR a.programme_id = ${programme}
    ORDER BY w.id`
  const payments = await tx.$queryRaw`
    SELECT r.id, w.appropriation_id AS "appropriationId", r.state::text, r.amount,
      (SELECT sum(e.amount)::bigint FROM postings p JOIN posting_entries e ON e.posting_id = p.id
        WHERE p.payment_id = r.id AND e.amount > 0) AS posted,
      CASE r.kind WHEN 'SETTLEMENT' THEN (SELECT coalesce(sum(v.support), 0)::bigint FROM payment_vouchers v
        WHERE v.payment_id = r.id) END AS carried
    FROM payment_requests r JOIN awards w ON w.id = r.award_id JOIN appropriations a ON a.id = w.appropriation_id
    WHERE ${programme}::text IS NULL OR a.programme_id = ${programme}
    ORDER BY r.id`
  return {
    postings,
    accounts: z.array(AccountRow).parse(accounts),
    appropriations: z.array(AppropriationRow).parse(appropriations),
    awards: z.array(AwardRow).parse(awards),
    payments: z.array(PaymentRow).parse(payments),
  }
}
