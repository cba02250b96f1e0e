import { bindCondition, signOf, type BoundCondition, type Sign } from './bind-condition.js'
import type { Scope } from './bind-expression.js'
import type { Citations } from './citation.js'
import { ConflictError } from './errors.js'
import type { Facts } from './facts.js'
import type { ExceptionVersion, Exception, Requirement, RequirementVersion, Rule, Sourced } from './rule.js'
import { missingInCondition } from './missing.js'
import { conditionSupport, firmest, restingOn, together, type Support } from './support.js'
import type { Text } from './text.js'
import type { ConditionTrace } from './trace.js'

/** `not-applicable`: the rule does not concern these facts, e.g. the test of firm size for a household. */
export type FindingVerdict = 'met' | 'unmet' | 'unknown' | 'not-applicable'

/** What one rule says of the facts. */
export interface Finding {
  readonly rule: string
  readonly title: Text
  readonly group: string
  readonly verdict: FindingVerdict
  /** The article that decided: the exception's where one stepped in. */
  readonly cites: Citations
  /** The pack that set this version in place of another's. */
  readonly by: string | undefined
  readonly note: Text | undefined
  /** The exception that stepped in, and what the general rule would have said. */
  readonly exception:
    { readonly rule: string; readonly title: Text; readonly generalVerdict: FindingVerdict } | undefined
  /** What this finding rests on. */
  readonly trust: Support
  /** Facts that can still change this finding. */
  readonly missing: readonly string[]
  /** Condition by condition. `applies` and `requires` are absent where the rule has none. */
  readonly applies: ConditionTrace | undefined
  readonly requires: ConditionTrace | undefined
}

/** Every part of a rule, traced: what a search for remedies needs. */
export interface RuleTrace {
  readonly applies: ConditionTrace | undefined
  readonly general: ConditionTrace
  readonly exceptions: readonly {
    readonly applies: ConditionTrace | undefined
    readonly requires: ConditionTrace | undefined
  }[]
}

export interface BoundRule {
  readonly rule: Requirement
  readonly version: RequirementVersion
  /** 1 also where the rule does not apply. */
  sign(facts: Facts): Sign
  finding(facts: Facts): Finding
  trace(facts: Facts): RuleTrace
}

interface BoundException {
  readonly rule: Exception
  readonly version: ExceptionVersion
  readonly applies: BoundCondition | undefined
  readonly requires: BoundCondition | undefined
}

const held = (condition: BoundCondition | undefined, facts: Facts): Sign => condition?.sign(facts) ?? 1
const verdictOf = (sign: Sign): FindingVerdict => (sign > 0 ? 'met' : sign < 0 ? 'unmet' : 'unknown')
const limited = (applies: Sign, result: Sign): Sign => (applies < 0 ? 1 : applies > 0 || result > 0 ? result : 0)

/** Which exceptions are certain to step in, and which may, once those that give way are left out. */
function standing(rule: Requirement, exceptions: readonly BoundException[], facts: Facts) {
  const steppingIn = exceptions.filter((e) => held(e.applies, facts) === 1)
  const overridden = new Set(steppingIn.flatMap((e) => e.rule.over ?? []))
  const [sure, second] = steppingIn.filter((e) => !overridden.has(e.rule.id))
  if (sure && second) throw new ConflictError(rule.id, [sure.rule.id, second.rule.id])
  const maybe = exceptions.filter((e) => held(e.applies, facts) === 0 && !overridden.has(e.rule.id))
  return { sure, maybe }
}

export function bindRule(
  rule: Requirement,
  version: RequirementVersion,
  exceptions: readonly { readonly rule: Exception; readonly version: ExceptionVersion }[],
  scopeOf: (owner: Rule) => Scope,
): BoundRule {
  const applies = version.applies && bindCondition(version.applies, scopeOf(rule))
  const requires = bindCondition(version.requires, scopeOf(rule))
  const bound: readonly BoundException[] = exceptions.map((exception) => ({
    ...exception,
    applies: exception.version.applies && bindCondition(exception.version.applies, scopeOf(exception.rule)),
    requires: exception.version.requires && bindCondition(exception.version.requires, scopeOf(exception.rule)),
  }))

  const resultOf = (of: BoundException | undefined, facts: Facts): Sign =>
    of ? held(of.requires, facts) : requires.sign(facts)

  /** The result, which exception gave it, and the exceptions that could still change it. */
  const evaluate = (facts: Facts) => {
    const { sure, maybe } = standing(rule, bound, facts)
    const result = resultOf(sure, facts)
    const open = maybe.filter((e) => result === 0 || resultOf(e, facts) !== result)
    return { sure, open, result: open.length > 0 ? (0 as const) : result }
  }

  const sign = (facts: Facts): Sign => limited(held(applies, facts), evaluate(facts).result)

  const finding = (facts: Facts): Finding => {
    const { sure, open, result } = evaluate(facts)
    const appliesTrace = applies?.trace(facts)
    const scope: Sign = appliesTrace ? signOf(appliesTrace.truth) : 1
    const requiresTrace = sure ? sure.requires?.trace(facts) : requires.trace(facts)
    const verdict = scope < 0 ? 'not-applicable' : verdictOf(limited(scope, result))
    const decisive = sure ?? { rule, version }
    const missing =
      verdict === 'unknown'
        ? [
            ...(appliesTrace ? missingInCondition(appliesTrace) : []),
            ...(requiresTrace ? missingInCondition(requiresTrace) : []),
            ...open.flatMap((e) =>
              [e.applies, e.requires].flatMap((part) => (part ? missingInCondition(part.trace(facts)) : [])),
            ),
          ]
        : []
    return {
      rule: rule.id,
      title: rule.title,
      group: rule.group,
      verdict,
      cites: decisive.version.cites,
      by: decisive.version.by,
      note: decisive.version.note,
      exception: sure && {
        rule: sure.rule.id,
        title: sure.rule.title,
        generalVerdict: verdictOf(requires.sign(facts)),
      },
      trust: supportOf(
        decisive.rule,
        decisive.version,
        verdict,
        appliesTrace,
        requiresTrace,
        sure?.applies?.trace(facts),
      ),
      missing: [...new Set(missing)],
      applies: appliesTrace,
      requires: requiresTrace,
    }
  }

  const trace = (facts: Facts): RuleTrace => ({
    applies: applies?.trace(facts),
    general: requires.trace(facts),
    exceptions: bound.map((e) => ({ applies: e.applies?.trace(facts), requires: e.requires?.trace(facts) })),
  })

  return { rule, version, sign, finding, trace }
}

/** A `no` needs the rule to apply and to fail; a `yes` needs either that it is met or that it does not apply. */
function supportOf(
  rule: Rule,
  version: Sourced,
  verdict: FindingVerdict,
  applies: ConditionTrace | undefined,
  requires: ConditionTrace | undefined,
  exceptionApplies: ConditionTrace | undefined,
): Support {
  const { trust, cites, note } = version
  const own = restingOn({ kind: 'rule', id: rule.id, title: rule.title, trust, cites, note })
  const of = (trace: ConditionTrace | undefined) => (trace ? [conditionSupport(trace)] : [])
  const steppedIn = of(exceptionApplies)
  switch (verdict) {
    case 'not-applicable':
      return together([own, ...of(applies)])
    case 'met':
      return together([own, ...steppedIn, firmest(of(requires))])
    default:
      return together([own, ...steppedIn, ...of(applies), ...of(requires)])
  }
}
