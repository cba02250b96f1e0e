import type { ApplicationFacts, ContentCode } from '@khuyencong/domain'
import { calculation, together, type LawIdentity, type ValueTrace } from '@khuyencong/rules'
import { figureInForce, openPoints } from './fund-figure.js'
import type { LevelLaw, MoneyLaw } from './money-law.js'
import { priorityOf } from './money-questions.js'
import { priorityFacts } from './priority-facts.js'
import { supportCeiling, type SupportCeiling } from './support-ceiling.js'
import { stacking, type Stacking } from './ttlt-26-2014/priority.js'

/** Has the fund's manager decided a higher level for this project? */
export type Priority = 'decided' | 'not-decided'

/** A ceiling, and the law that raised it. */
export interface PriorityCeiling extends SupportCeiling {
  /**
   * The pack whose factor the cap was taken times, also where that changes nothing: the share of the cost binds, or the factor
   * is 1. Undefined where no factor was applied: not decided, or there is no cap.
   */
  readonly raisedUnder: LawIdentity | undefined
}

/**
 * The support ceiling of a project for which a higher level may have been decided (MR-1: Article 6, TTLT 26/2014).
 * The cap is raised, the share of the cost is not; for a technology line, whose cap has a factor of its own, the higher
 * of the two factors holds.
 * @param priority `decided` where the fund's manager has decided it; absent while not known
 * @throws InputError when the code is not a content or a fact does not fit its definition
 */
export function priorityCeiling(
  law: LevelLaw & MoneyLaw<'amount' | 'parameters' | 'identity'>,
  code: ContentCode,
  application: ApplicationFacts,
  priority: Priority | undefined,
): PriorityCeiling {
  const ceiling = supportCeiling(law, code, application)
  if (priority === 'not-decided') return { ...ceiling, raisedUnder: undefined }
  const withPriority = raise(law, ceiling, application)
  if (priority === 'decided' || isSame(ceiling, withPriority)) return withPriority
  return {
    ...withPriority,
    status: 'unknown',
    amount: undefined,
    atMost: withPriority.amount ?? withPriority.atMost,
    missing: [...new Set(['priority', ...ceiling.missing, ...withPriority.missing])],
  }
}

/** Whether a higher level makes no difference: none was applied, or it comes to the same amount or the same cap. */
function isSame(ceiling: SupportCeiling, withPriority: PriorityCeiling): boolean {
  if (withPriority.raisedUnder === undefined) return true
  const [cap, raised] = [ceiling, withPriority].map((one) => dong(partsOf(one).cap))
  return (
    (cap !== undefined && cap === raised) || (ceiling.amount !== undefined && ceiling.amount === withPriority.amount)
  )
}

function raise(
  law: LevelLaw & MoneyLaw<'amount' | 'parameters' | 'identity'>,
  ceiling: SupportCeiling,
  application: ApplicationFacts,
): PriorityCeiling {
  const { cap, others } = partsOf(ceiling)
  const asItWas = { ...ceiling, raisedUnder: undefined }
  if (!cap) return asItWas
  const { fund } = application
  const line = ceiling.content === 'LINE' ? figureInForce(law.money, stacking, fund) : undefined
  const raised = (lines: Stacking | undefined) => {
    const alone = lines === 'alone'
    const machine = alone ? partsOf(supportCeiling(law, 'MACH', application)).cap : undefined
    return law.money.amount(priorityOf(alone ? 'line' : others.length > 0 ? 'share-and-cap' : 'cap'), {
      fund,
      level: lowestOf(others.map(dong)),
      cap: dong(cap),
      machineCap: dong(machine),
    })
  }
  const amount = raised(line?.value)
  if (!amount) return asItWas
  const under = (lines: Stacking) => {
    const { status = 'no-level', amount } = raised(lines) ?? {}
    return { status, amount }
  }
  const openLine = line
    ? openPoints(line, under, (other) => other.status !== amount.status || other.amount !== amount.amount)
    : []
  const open = [
    ...amount.missing.flatMap((key) => (key === 'fund' ? ['fund'] : ceiling.missing)),
    ...(line?.missing ?? []),
  ]
  return {
    ...ceiling,
    status: amount.status,
    amount: amount.amount,
    atMost: amount.atMost,
    binding: amount.binding,
    missing: [...new Set(open)],
    raisedUnder: law.money.identity,
    cites: amount.cites,
    trust: together([ceiling.trust, amount.trust, ...(line ? [line.trust] : [])]),
    trace: amount.trace,
    notices: [...ceiling.notices, ...amount.notices, ...openLine],
    steps: [...ceiling.steps, ...(amount.trace ? calculation(amount.trace, priorityFacts) : [])],
  }
}

/** The cap of a ceiling, and what else it is the lowest of. */
function partsOf({ trace }: SupportCeiling) {
  const terms = trace ? termsOf(trace) : []
  const cap = terms.find((term) => 'name' in term && term.name === 'cap')
  return { cap, others: terms.filter((term) => term !== cap) }
}

/** What a ceiling is the lowest of. */
function termsOf(trace: ValueTrace): readonly ValueTrace[] {
  if (trace.op === 'min') return trace.of
  const taken = trace.op === 'match' ? trace.of.at(-1) : undefined
  return taken ? termsOf(taken) : [trace]
}

const dong = (trace: ValueTrace | undefined): bigint | undefined =>
  typeof trace?.value === 'bigint' ? trace.value : undefined

const lowestOf = ([first, ...others]: readonly (bigint | undefined)[]): bigint | undefined =>
  others.reduce((a, b) => (a === undefined || b === undefined ? undefined : b < a ? b : a), first)
