import { bindCondition, signOf, type BoundCondition, type Sign } from './bind-condition.js'
import type { Scope } from './bind-expression.js'
import type { Citations } from './citation.js'
import { ConflictError } from './errors.js'
import type { FactDefinitions, Facts } from './facts.js'
import type { Exception, Requirement, Rule, Sourced } from './rule.js'
import type { Condition } from './condition.js'
import { missingInCondition } from './missing.js'
import { conditionSupport, firm, restingOn, together, type Support } from './support.js'
import type { Text } from './text.js'
import type { ConditionTrace } from './trace.js'
import type { Value } from './value.js'

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
  /** The exception that stepped in, why, and what the general rule would have said. */
  readonly exception:
    | {
        readonly rule: string
        readonly title: Text
        readonly applies: ConditionTrace | undefined
        readonly generalVerdict: FindingVerdict
      }
    | undefined
  /** What this finding rests on. */
  readonly trust: Support
  /** Facts that can still change this finding. */
  readonly missing: readonly string[]
  /** Condition by condition. `applies` and `requires` are absent where the rule has none. */
  readonly applies: ConditionTrace | undefined
  readonly requires: ConditionTrace | undefined
}

/** A rule or exception with its version in force, its conditions compiled. */
export interface BoundVersion<R extends Rule = Rule> {
  readonly rule: R
  readonly version: Sourced
  readonly applies: BoundCondition | undefined
  readonly requires: BoundCondition | undefined
  /** What the version rests on by itself, whatever its conditions rest on. */
  readonly own: Support
  /** The only fact that it reads, where that is one of few values. */
  readonly hangsOn: string | undefined
  /** Nothing in it is known worse than by its text: no answer that it takes part in can rest on anything weaker because of it. */
  readonly firm: boolean
}

/** Every part of a rule, traced: what a search for remedies needs. */
export interface RuleTrace {
  readonly applies: ConditionTrace | undefined
  readonly general: ConditionTrace | undefined
  readonly exceptions: readonly {
    readonly rule: string
    readonly over: readonly string[]
    readonly applies: ConditionTrace | undefined
    readonly requires: ConditionTrace | undefined
  }[]
}

/** A general rule together with its exceptions. */
export interface BoundRule {
  readonly rule: Requirement
  /**
   * 1 also where the rule does not apply.
   * @throws ConflictError when two exceptions apply at once without priority
   */
  readonly sign: (facts: Facts) => Sign
  /** @throws ConflictError as `sign` does */
  readonly finding: (facts: Facts) => Finding
  trace(facts: Facts): RuleTrace
}

export function bindVersion<R extends Rule>(
  rule: R,
  version: Sourced & { readonly applies?: Condition; readonly requires?: Condition },
  scope: Scope,
): BoundVersion<R> {
  const { trust, cites, note } = version
  const applies = version.applies && bindCondition(version.applies, scope)
  const requires = version.requires && bindCondition(version.requires, scope)
  const own = restingOn({ kind: 'rule', id: rule.id, title: rule.title, trust, cites, note })
  return {
    rule,
    version,
    applies,
    requires,
    own,
    hangsOn: onlyFact([applies, requires], scope.facts),
    firm: own === firm && (applies?.firm ?? true) && (requires?.firm ?? true),
  }
}

/** A flag or choice that is the only fact that `conditions` read. Of the other kinds there are too many values to keep. */
function onlyFact(conditions: readonly (BoundCondition | undefined)[], facts: FactDefinitions): string | undefined {
  const [fact, second] = new Set(conditions.flatMap((condition) => condition?.reads ?? []))
  const kind = fact === undefined || second !== undefined ? undefined : facts[fact]?.kind
  return kind === 'flag' || kind === 'choice' ? fact : undefined
}

const held = (condition: BoundCondition | undefined, facts: Facts): Sign => condition?.sign(facts) ?? 1
const verdictOf = (sign: Sign): FindingVerdict => (sign > 0 ? 'met' : sign < 0 ? 'unmet' : 'unknown')
const limited = (applies: Sign, result: Sign): Sign => (applies < 0 ? 1 : applies > 0 || result > 0 ? result : 0)
/** One for all, hence frozen. */
const none: readonly string[] = Object.freeze([])
const missingIn = (trace: ConditionTrace | undefined): string[] => (trace ? missingInCondition(trace) : [])

/** Which exception is certain to step in, and which still may, once those that give way are left out. */
function standing(rule: Requirement, exceptions: readonly BoundVersion<Exception>[], facts: Facts) {
  const steppingIn = exceptions.filter((e) => held(e.applies, facts) === 1)
  const overridden = new Set(steppingIn.flatMap((e) => e.rule.over ?? []))
  const [sure, second] = steppingIn.filter((e) => !overridden.has(e.rule.id))
  if (sure && second) throw new ConflictError(rule.id, [sure.rule.id, second.rule.id])
  const maybe = exceptions.filter((e) => held(e.applies, facts) === 0 && !overridden.has(e.rule.id))
  return { sure, maybe }
}

/** The exceptions that could still change the result: by their own, or by taking the place of one that could. */
function stillOpen(maybe: readonly BoundVersion<Exception>[], result: Sign, facts: Facts): BoundVersion<Exception>[] {
  let open = maybe.filter((e) => result === 0 || held(e.requires, facts) !== result)
  for (;;) {
    const over = maybe.filter((e) => open.includes(e) || e.rule.over?.some((id) => open.some((o) => o.rule.id === id)))
    if (over.length === open.length) return open
    open = over
  }
}

export function bindRule(
  general: BoundVersion<Requirement>,
  exceptions: readonly BoundVersion<Exception>[],
): BoundRule {
  const { rule, applies, requires } = general
  const alone = exceptions.length === 0
  const allFirm = general.firm && exceptions.every((e) => e.firm)

  /** The result, which exception gave it, and the exceptions that could still change it. */
  const evaluate = (facts: Facts) => {
    const { sure, maybe } = standing(rule, exceptions, facts)
    const result = held((sure ?? general).requires, facts)
    const open = maybe.length > 0 ? stillOpen(maybe, result, facts) : maybe
    return { sure, open, result: open.length > 0 ? (0 as const) : result }
  }

  const bySteps = (facts: Facts): Sign => {
    const scope = held(applies, facts)
    return scope < 0 ? 1 : limited(scope, alone ? held(requires, facts) : evaluate(facts).result)
  }

  // What most rules are, a requirement and nothing else, has the sign of its condition.
  const sign = alone && !applies && requires ? requires.sign : bySteps

  /** The finding of a rule without exceptions, as most are: its requirement is evaluated once, with its trace. */
  const ownFinding = (facts: Facts): Finding => {
    const appliesTrace = applies?.trace(facts)
    const requiresTrace = requires?.trace(facts)
    const scope = appliesTrace ? signOf(appliesTrace.truth) : 1
    const result = requiresTrace ? signOf(requiresTrace.truth) : 1
    const verdict = scope < 0 ? 'not-applicable' : verdictOf(limited(scope, result))
    return {
      rule: rule.id,
      title: rule.title,
      group: rule.group,
      verdict,
      cites: general.version.cites,
      by: general.version.by,
      note: general.version.note,
      exception: undefined,
      trust: allFirm ? firm : supportOf(general, verdict, appliesTrace, requiresTrace, []),
      missing: verdict === 'unknown' ? [...new Set([...missingIn(appliesTrace), ...missingIn(requiresTrace)])] : none,
      applies: appliesTrace,
      requires: requiresTrace,
    }
  }

  const findingAmongExceptions = (facts: Facts): Finding => {
    const appliesTrace = applies?.trace(facts)
    const scope: Sign = appliesTrace ? signOf(appliesTrace.truth) : 1
    const { sure, open, result } = scope < 0 ? { sure: undefined, open: [], result: 1 as const } : evaluate(facts)
    const verdict = scope < 0 ? 'not-applicable' : verdictOf(limited(scope, result))
    const decisive = sure ?? general
    const requiresTrace = decisive.requires?.trace(facts)
    const steppedIn = sure?.applies?.trace(facts)
    const missing = [
      ...missingIn(appliesTrace),
      ...missingIn(requiresTrace),
      ...open.flatMap((e) => [...missingIn(e.applies?.trace(facts)), ...missingIn(e.requires?.trace(facts))]),
    ]
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
        applies: steppedIn,
        generalVerdict: verdictOf(limited(scope, held(requires, facts))),
      },
      trust: allFirm
        ? firm
        : supportOf(decisive, verdict, appliesTrace, requiresTrace, [
            steppedIn,
            ...keptOut(exceptions, result, facts).map((e) => e.applies?.trace(facts)),
          ]),
      missing: verdict === 'unknown' ? [...new Set(missing)] : none,
      applies: appliesTrace,
      requires: requiresTrace,
    }
  }

  const finding = !alone
    ? findingAmongExceptions
    : general.hangsOn === undefined
      ? ownFinding
      : byValueOf(general.hangsOn, ownFinding)

  const trace = (facts: Facts): RuleTrace => ({
    applies: applies?.trace(facts),
    general: requires?.trace(facts),
    exceptions: exceptions.map((e) => ({
      rule: e.rule.id,
      over: e.rule.over ?? [],
      applies: e.applies?.trace(facts),
      requires: e.requires?.trace(facts),
    })),
  })

  return { rule, sign, finding, trace }
}

/** Findings that hang on one fact of few values: each is made once, for all decisions, hence frozen. */
function byValueOf(fact: string, finding: (facts: Facts) => Finding): (facts: Facts) => Finding {
  const known = new Map<Value | undefined, Finding>()
  return (facts) => {
    const value = facts[fact]
    const found = known.get(value)
    if (found) return found
    const made = Object.freeze(finding(facts))
    known.set(value, made)
    return made
  }
}

/** The exceptions that do not step in and would have said otherwise: the answer rests on what keeps them out. */
const keptOut = (exceptions: readonly BoundVersion<Exception>[], result: Sign, facts: Facts) =>
  exceptions.filter((e) => held(e.applies, facts) < 0 && held(e.requires, facts) !== result)

/** A `no` needs the rule to apply and to fail; a `yes` needs either that it is met or that it does not apply. */
function supportOf(
  { own }: BoundVersion,
  verdict: FindingVerdict,
  applies: ConditionTrace | undefined,
  requires: ConditionTrace | undefined,
  exceptions: readonly (ConditionTrace | undefined)[],
): Support {
  const of = (...traces: readonly (ConditionTrace | undefined)[]) =>
    traces.flatMap((trace) => (trace ? [conditionSupport(trace)] : []))
  switch (verdict) {
    case 'not-applicable':
      return together([own, ...of(applies)])
    case 'met':
      return together([own, ...of(requires, ...exceptions)])
    default:
      return together([own, ...of(applies, requires, ...exceptions)])
  }
}
