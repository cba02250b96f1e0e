import { LawError, type Doubt, type Given, type ParameterInForce, type RuleInForce, type Text } from '@khuyencong/rules'
import { listOf, valueAsSource } from '../in-force.js'
import type { SelectionLaw } from '../law.js'
import type { ProposalFacts } from '../proposal-facts.js'

/** Which fund pays, and with it which order of priorities holds. */
export type Fund = 'local' | 'national'

type Law = SelectionLaw<'parameters' | 'identity' | 'rules' | 'verdict' | 'decide'>

/** A list of priorities that is gone through at one step, the first one first. */
interface Step {
  readonly id: string
  readonly title: Text
  readonly priorities: readonly RuleInForce[]
}

/** The order of the law, bound to a day and a fund. */
export interface PriorityOrder {
  readonly steps: readonly Step[]
  /** What the order itself rests on. */
  readonly sources: readonly ParameterInForce[]
}

/** Where a proposal stands at one step. */
export interface Standing {
  readonly step: string
  /** 0 for the first priority of the step; as many as it has when the proposal meets none. */
  readonly place: number
  /** The priority that it meets. */
  readonly met: RuleInForce | undefined
  /** Facts that are not known and could put it higher. */
  readonly couldRise: readonly string[]
}

/**
 * The steps of the order in force: which list of priorities comes first, and the rules in each.
 * @throws InputError when the law has no order on its day
 * @throws LawError when a list names a rule that is not in force
 */
export function priorityOrder(law: Law, fund: Fund): PriorityOrder {
  const order = listOf(law, { id: `PLAN.order.${fund}` })
  const rules = new Map(law.selection.rules.map((each) => [each.rule.id, each]))
  const sources = [order.found]
  const steps = order.value.map((id): Step => {
    const list = listOf(law, { id })
    sources.push(list.found)
    const priorities = list.value.map((rule) => {
      const found = rules.get(rule)
      if (found) return found
      throw new LawError(
        `Parameter ${id} names the rule '${rule}', which is not in force on ${law.selection.identity.asOf}.`,
      )
    })
    return { id, title: list.found.parameter.title, priorities }
  })
  return { steps, sources }
}

/** Where a proposal stands at each step. An unknown priority is not taken as met; what is missing is named. */
export function standings(law: Law, order: PriorityOrder, facts: ProposalFacts | Given): readonly Standing[] {
  return order.steps.map(({ id, priorities }) => {
    const open: string[] = []
    for (const [place, priority] of priorities.entries()) {
      const verdict = law.selection.verdict(priority.rule.id, facts)
      if (verdict === 'met') return { step: id, place, met: priority, couldRise: open }
      if (verdict === 'unknown') open.push(...law.selection.decide(priority.rule.id, facts).missing)
    }
    return { step: id, place: priorities.length, met: undefined, couldRise: open }
  })
}

/** Negative when `a` goes before `b`: the first step at which they differ decides. */
export function compareStandings(a: readonly Standing[], b: readonly Standing[]): number {
  for (const [index, standing] of a.entries()) {
    const difference = standing.place - (b[index]?.place ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** A rule as something an answer rests on. */
export const ruleAsSource = ({ rule, version }: RuleInForce): Doubt => ({
  kind: 'rule',
  id: rule.id,
  title: rule.title,
  trust: version.trust,
  cites: version.cites,
  note: version.note,
})

export const orderSources = (order: PriorityOrder): readonly Doubt[] => order.sources.map(valueAsSource)
