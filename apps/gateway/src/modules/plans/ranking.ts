import { toContentCode } from '@khuyencong/domain'
import { assess } from '@khuyencong/eligibility'
import { isoDate, type Decision } from '@khuyencong/rules'
import {
  atOtherBudgets,
  frontier,
  rankProposals,
  type AtBudget,
  type FrontierStep,
  type Plan as Ranking,
  type Proposal as RankedProposal,
} from '@khuyencong/selection'
import type { Transaction } from '../../database/transaction.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import type { Fund } from '../../generated/prisma/enums.js'
import { problem } from '../../graphql/problem.js'
import { Refusal } from '../../graphql/refusal.js'
import type { ServedLaw } from '../law/packs.js'
import { priorityFactsFrom, priorityFactsOf } from '../proposals/facts.js'
import { holdAgainstLaw, lawful, lawOfPlan } from './line-law.js'
import { partsOf } from './parts.js'
import { readCandidates, type PlanRow, type ProposalRow } from './reads.js'
import { sourcesOfFund } from './sources.js'

/** What a ranking is asked with. */
export interface RankingAsked {
  /** Whose money: proposals that ask another fund are not in it. */
  readonly fund: Fund
  /** Đồng. */
  readonly budget: bigint
  /** What the managing body judged of cleaner production, which the law puts outside the order. */
  readonly cleanerProduction:
    { readonly budget: bigint; readonly order: readonly string[]; readonly reason: string } | undefined
}

/** The proposals of a year in the order of the law, and what is behind it. */
export interface PlanRanking {
  readonly ranking: Ranking
  readonly frontier: readonly FrontierStep[]
  /** By id. */
  readonly proposals: ReadonlyMap<string, ProposalRow>
  readonly at: (budgets: readonly bigint[]) => readonly AtBudget[]
}

/**
 * Ranks what a plan can choose from: its own proposals and those that are recommended, under the law of the plan date and by
 * what the proposals say. A priority of which something is not known is not taken as met, and is asked for.
 *
 * @throws Refusal `fund-unknown`, `no-law`, and what the package says of an input that it cannot answer to
 */
export async function rankPlan(
  records: PrismaClient | Transaction,
  plan: PlanRow,
  asked: RankingAsked,
): Promise<PlanRanking> {
  const { fund, budget, cleanerProduction } = asked
  if (fund === 'UNKNOWN') throw new Refusal([fundUnknown])
  const law = lawOfPlan(plan)
  const rows = await readCandidates(records, plan, fund)
  const candidates = rows.map((row) => candidateOf(law, plan, row))
  const options = {
    budget,
    fund: fund === 'NATIONAL' ? 'national' : 'local',
    ...(cleanerProduction && { cleanerProduction }),
  } as const
  const ranking = lawful(() => rankProposals(law, candidates, options))
  return {
    ranking,
    frontier: frontier(ranking),
    proposals: new Map(rows.map((row) => [row.id, row])),
    at: (budgets) => lawful(() => atOtherBudgets(law, candidates, options, budgets)),
  }
}

function candidateOf(law: ServedLaw, { year }: PlanRow, proposal: ProposalRow): RankedProposal {
  const { id, requestedSupport: support, totalCost, fund, filedOn, startsOn, endsOn } = proposal
  const parts = partsOf(proposal)
  const [source] = sourcesOfFund[fund] ?? []
  const line = { id, source: source ?? 'OTHER_LAWFUL', parts, support, totalCost }
  const [answer] = holdAgainstLaw(law, year, [line], new Map()).lines
  const ceiling = answer?.ceiling
  return {
    id,
    support: ceiling !== undefined && ceiling < support ? ceiling : support,
    eligibility: together(
      parts.map(({ contentCode, facts }) => lawful(() => assess(law, toContentCode(contentCode), facts))),
    ),
    facts: priorityFactsOf(priorityFactsFrom(proposal.priorityFacts), parts, {
      startsOn: startsOn === null ? null : new Date(startsOn),
      endsOn: endsOn === null ? null : new Date(endsOn),
    }),
    ...(filedOn !== null && { filedOn: isoDate(filedOn) }),
  }
}

/** A proposal of several parts may be supported when each of them may. */
function together(decisions: readonly Decision[]): RankedProposal['eligibility'] {
  const verdicts = new Set(decisions.map(({ verdict }) => verdict))
  return {
    verdict: (['unmet', 'unknown', 'met'] as const).find((verdict) => verdicts.has(verdict)) ?? 'unknown',
    findings: decisions.flatMap(({ findings }) => findings),
    missing: [...new Set(decisions.flatMap(({ missing }) => missing))],
  }
}

const fundUnknown = problem(
  'fund-unknown',
  'fund',
  { vi: 'Phải chọn nguồn kinh phí.', en: 'The fund has to be chosen.' },
  { vi: 'NATIONAL, PROVINCIAL hoặc DISTRICT', en: 'NATIONAL, PROVINCIAL or DISTRICT' },
)
