import { factProblems, InputError, type Doubt, type LawIdentity, type Problem, type Support } from '@khuyencong/rules'
import { conventionUsed, makesADifference, type ConventionUsed } from '../convention.js'
import { choiceOf, restingOn, valueAsSource } from '../in-force.js'
import type { SelectionLaw } from '../law.js'
import { budgetStop, equalRank } from '../local-rules.js'
import { checkProposals } from './check-proposals.js'
import { fundInOrder, type Funding } from './fund-in-order.js'
import {
  compareStandings,
  orderSources,
  priorityOrder,
  ruleAsSource,
  standings,
  type Fund,
  type Standing,
} from './order.js'
import { markProposal, pointsOf, type PointsResult, type PointsRule } from './points-rule.js'
import type { Proposal } from './proposal.js'
import { cleanerReasons, fundingReason, placeReasons, refusalReasons, tieReason, type Reason } from './reasons.js'

/**
 * - `recommended`: to be funded
 * - `recommended-not-funded`: may be supported, but the money ends before it; it waits in the order of its rank
 * - `not-recommended`: may not be supported, is not certain to, or misses a floor of the local points
 */
export type PlanOutcome = 'recommended' | 'recommended-not-funded' | 'not-recommended'

export interface PlannedProposal {
  readonly proposal: string
  readonly support: bigint
  readonly outcome: PlanOutcome
  /** 1 for the first of its list; absent when it is not recommended. */
  readonly rank: number | undefined
  /** Cleaner production stands outside the order of the law and is ranked apart. */
  readonly list: 'general' | 'cleaner-production'
  readonly reasons: readonly Reason[]
  /** The total in points under the local rule, if there is one. */
  readonly points: number | undefined
}

/** What the managing body judged of cleaner production, which the law puts outside the order: by effect and urgency. */
export interface CleanerProduction {
  /** The part of the budget set aside for it, in đồng. */
  readonly budget: bigint
  /** Proposals by effect and urgency, the first one first. */
  readonly order: readonly string[]
  readonly reason: string
}

export interface PlanOptions {
  /** Money of the plan, in đồng. */
  readonly budget: bigint
  /** Default `local`. */
  readonly fund?: Fund
  readonly cleanerProduction?: CleanerProduction
  /** A local ranking by points. Not law. */
  readonly points?: PointsRule
}

export interface Plan {
  /** General list by rank, then cleaner production by rank, then what is not recommended by id. */
  readonly proposals: readonly PlannedProposal[]
  readonly recommended: readonly string[]
  /** In the order in which money that comes later is to be used; cleaner production apart, at the end. */
  readonly waitingList: readonly string[]
  readonly notRecommended: readonly string[]
  readonly budget: bigint
  /** The part of the budget set aside for cleaner production. */
  readonly setAside: bigint
  readonly spent: bigint
  readonly left: bigint
  /** Conventions that decided who is funded. */
  readonly conventions: readonly ConventionUsed[]
  readonly trust: Support
  readonly law: LawIdentity
}

export type PlanLaw = SelectionLaw<'parameters' | 'identity' | 'rules' | 'verdict' | 'decide' | 'facts' | 'read'>

const stops = ['strict', 'pass-over'] as const
const ties = ['filed-first', 'smaller-first'] as const
type Tie = (typeof ties)[number]

/** A proposal on its way through the order. */
interface Candidate {
  readonly proposal: Proposal
  readonly support: bigint
  readonly standing: readonly Standing[]
  readonly cleaner: boolean
  readonly points: PointsResult | undefined
}

/**
 * Puts proposals in the order of the law and funds them until the money ends.
 * @param law a pack bound to the day of the plan
 * @param proposals in any order; the result does not depend on it
 * @param options the budget in đồng, the fund, and what the managing body decided
 * @returns for each proposal recommended, recommended but not funded, or not recommended, with reasons and articles
 * @throws InputError naming everything that is wrong with the proposals and the options
 */
export function rankProposals(law: PlanLaw, proposals: readonly Proposal[], options: PlanOptions): Plan {
  const { budget, fund = 'local', cleanerProduction, points: rule } = options
  const order = priorityOrder(law, fund)
  const stop = choiceOf(law, budgetStop, stops)
  const tie = choiceOf(law, equalRank, ties)
  const candidates = readCandidates(law, order, proposals, options)
  const inLine = candidates.filter((candidate) => !isRefused(candidate))
  const setAside = cleanerProduction?.budget ?? 0n

  const general = inLine.filter(({ cleaner }) => !cleaner).sort(inOrder(tie.value))
  const judged = new Map(cleanerProduction?.order.map((id, index) => [id, index]))
  const placeOf = ({ proposal }: Candidate): number => judged.get(proposal.id) ?? judged.size
  const cleaner = inLine.filter((each) => each.cleaner).sort((a, b) => placeOf(a) - placeOf(b) || byName(a, b))
  const cleanerInLine = cleaner.filter(({ proposal }) => judged.has(proposal.id))

  const fundAll = (list: readonly Candidate[], how: (typeof stops)[number]): ReadonlyMap<Candidate, Funding> =>
    new Map([...fundInOrder(list, budget - setAside, how), ...fundInOrder(cleanerInLine, setAside, how)])
  const funding = fundAll(general, stop.value)
  const changedBy = (other: ReadonlyMap<Candidate, Funding>): readonly string[] =>
    [...funding].flatMap(([candidate, how]) =>
      (how === 'funded') === (other.get(candidate) === 'funded') ? [] : [candidate.proposal.id],
    )
  const sharesRank = new Set(
    general.filter((each, index) =>
      [general[index - 1], general[index + 1]].some((other) => other !== undefined && compareByLaw(each, other) === 0),
    ),
  )
  const conventions = [
    conventionUsed(stop, stops, (other) => changedBy(fundAll(general, other))),
    ...(sharesRank.size === 0
      ? []
      : [conventionUsed(tie, ties, (other) => changedBy(fundAll(general.toSorted(inOrder(other)), stop.value)))]),
  ].filter(makesADifference)

  const planned = [
    ...general.map((candidate, index) =>
      inList(candidate, index + 1, funding.get(candidate), [
        ...placeReasons(candidate.standing, candidate.points, rule, candidate.proposal.facts),
        ...(sharesRank.has(candidate) ? [tieReason(tie.value)] : []),
      ]),
    ),
    ...cleaner.map((candidate, index) =>
      inList(
        candidate,
        index + 1,
        funding.get(candidate),
        cleanerReasons(law, judged.has(candidate.proposal.id) ? cleanerProduction : undefined),
      ),
    ),
    ...candidates
      .filter(isRefused)
      .sort(byName)
      .map((candidate) => outOfList(candidate, rule)),
  ]
  const spent = [...funding].reduce((sum, [{ support }, how]) => (how === 'funded' ? sum + support : sum), 0n)
  const ids = (outcome: PlanOutcome) => planned.flatMap((each) => (each.outcome === outcome ? [each.proposal] : []))
  const sources: Doubt[] = [
    ...orderSources(order),
    ...(conventions.some(({ parameter }) => parameter === budgetStop.id) ? [valueAsSource(stop.found)] : []),
    ...(sharesRank.size > 0 ? [valueAsSource(tie.found)] : []),
    ...general.flatMap(({ standing }) => standing.flatMap(({ met }) => (met ? [ruleAsSource(met)] : []))),
  ]
  return {
    proposals: planned,
    recommended: ids('recommended'),
    waitingList: ids('recommended-not-funded'),
    notRecommended: ids('not-recommended'),
    budget,
    setAside,
    spent,
    left: budget - spent,
    conventions,
    trust: restingOn(sources),
    law: law.selection.identity,
  }
}

/** @throws InputError naming everything that is wrong with the proposals and the options */
function readCandidates(
  law: PlanLaw,
  order: ReturnType<typeof priorityOrder>,
  proposals: readonly Proposal[],
  options: PlanOptions,
): readonly Candidate[] {
  const problems: Problem[] = checkProposals(law.selection.facts, proposals, options)
  const candidates = proposals.map((proposal): Candidate => {
    const mayBeSupported = proposal.eligibility.verdict === 'met'
    // What is wrong with facts is among the problems already.
    const fits = factProblems(law.selection.facts, proposal.facts).length === 0
    const given = fits ? law.selection.read(proposal.facts) : undefined
    return {
      proposal,
      support: proposal.support,
      standing: mayBeSupported && given ? standings(law, order, given) : [],
      cleaner: given !== undefined && law.selection.verdict('CLEANER', given) === 'met',
      points: options.points && mayBeSupported ? markProposal(options.points, proposal, problems) : undefined,
    }
  })
  for (const [index, id] of options.cleanerProduction?.order.entries() ?? [])
    if (candidates.some(({ proposal, cleaner }) => proposal.id === id && !cleaner))
      problems.push({
        code: 'proposal-general',
        field: `options.cleanerProduction.order[${index}]`,
        message: `'${id}' is not known to apply cleaner production.`,
        expected: 'a proposal with the fact cleanerProduction',
      })
  const [first, ...rest] = problems
  if (first) throw new InputError([first, ...rest])
  return candidates
}

/** No two proposals have the same id. */
const byName = ({ proposal: a }: Candidate, { proposal: b }: Candidate): number => (a.id < b.id ? -1 : 1)

/** The order of the law, then the local points. 0 where only a convention can tell two apart. */
const compareByLaw = (a: Candidate, b: Candidate): number =>
  compareStandings(a.standing, b.standing) || (b.points?.total ?? 0) - (a.points?.total ?? 0)

const inOrder = (tie: Tie) => (a: Candidate, b: Candidate) =>
  compareByLaw(a, b) || byConvention[tie](a, b) || byName(a, b)

const byConvention: Readonly<Record<Tie, (a: Candidate, b: Candidate) => number>> = {
  'smaller-first': (a, b) => (a.support < b.support ? -1 : a.support > b.support ? 1 : 0),
  // A proposal of unknown day of filing goes after those whose day is known.
  'filed-first': ({ proposal: a }, { proposal: b }) => {
    const [first, second] = [a.filedOn ?? 'unknown', b.filedOn ?? 'unknown']
    return first < second ? -1 : first > second ? 1 : 0
  },
}

const isRefused = ({ proposal, points }: Candidate): boolean =>
  proposal.eligibility.verdict !== 'met' || (points !== undefined && points.below.length > 0)

const lineOf = ({ proposal, support, cleaner, points }: Candidate) => ({
  proposal: proposal.id,
  support,
  list: cleaner ? ('cleaner-production' as const) : ('general' as const),
  points: points && pointsOf(points),
})

const inList = (
  candidate: Candidate,
  rank: number,
  funding: Funding | undefined,
  reasons: readonly Reason[],
): PlannedProposal => ({
  ...lineOf(candidate),
  outcome: funding === 'funded' ? 'recommended' : 'recommended-not-funded',
  rank,
  reasons: funding ? [...reasons, fundingReason(funding)] : reasons,
})

const outOfList = (candidate: Candidate, rule: PointsRule | undefined): PlannedProposal => ({
  ...lineOf(candidate),
  outcome: 'not-recommended',
  rank: undefined,
  reasons: refusalReasons(candidate.proposal.eligibility, candidate.points, rule),
})
