import { bindCondition, signOf, type BoundCondition, type Sign } from './bind-condition.js'
import type { Scope } from './bind-expression.js'
import type { Citations } from './citation.js'
import { ConflictError } from './errors.js'
import { frozen } from './frozen.js'
import { kept } from './kept.js'
import type { Exception, Requirement, Rule, Sourced } from './rule.js'
import type { Condition } from './condition.js'
import { missingInCondition } from './missing.js'
import type { Place, Slots } from './place.js'
import { conditionSupport, firm, restingOn, together, type Support } from './support.js'
import type { Text } from './text.js'
import type { ConditionTrace } from './trace.js'
import { verdictOf } from './verdict.js'

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
  /** What a finding says of it. */
  readonly says: Pick<Finding, 'cites' | 'by' | 'note'>
  readonly applies: BoundCondition | undefined
  readonly requires: BoundCondition | undefined
  /** What the version rests on by itself, whatever its conditions rest on. */
  readonly own: Support
  /** The facts that it reads, each as often as it does. */
  readonly reads: readonly Place[]
  /** Nothing in it is known worse than by its text: no answer that it takes part in can rest on anything weaker because of it. */
  readonly firm: boolean
}

/** An exception with all that give way to it. */
export interface BoundException extends BoundVersion<Exception> {
  readonly over: ReadonlySet<string>
}

/** Every part of a rule, traced: what a search for remedies needs. */
export interface RuleTrace {
  readonly applies: ConditionTrace | undefined
  readonly general: ConditionTrace | undefined
  readonly exceptions: readonly {
    readonly rule: string
    readonly over: ReadonlySet<string>
    readonly applies: ConditionTrace | undefined
    readonly requires: ConditionTrace | undefined
  }[]
}

/** A general rule together with its exceptions. */
export interface BoundRule {
  /** The facts that it reads, each as often as it does. */
  readonly reads: readonly Place[]
  /** Whether it may be that two exceptions apply at once: then `sign` and `finding` may throw. */
  readonly conflicts: boolean
  /**
   * 1 also where the rule does not apply.
   * @throws ConflictError when two exceptions apply at once without priority
   */
  readonly sign: (slots: Slots) => Sign
  /** @throws ConflictError as `sign` does */
  readonly finding: (slots: Slots) => Finding
  trace(slots: Slots): RuleTrace
}

export function bindVersion<R extends Rule>(
  rule: R,
  version: Sourced & { readonly applies?: Condition; readonly requires?: Condition },
  scope: Scope,
): BoundVersion<R> {
  const { trust, cites, note } = version
  const applies = version.applies && bindCondition(version.applies, scope)
  const requires = version.requires && bindCondition(version.requires, scope)
  const own = frozen(restingOn({ kind: 'rule', id: rule.id, title: rule.title, trust, cites, note }))
  return {
    rule,
    says: { cites, by: version.by, note },
    applies,
    requires,
    own,
    reads: [...(applies?.reads ?? []), ...(requires?.reads ?? [])],
    firm: own === firm && (applies?.firm ?? true) && (requires?.firm ?? true),
  }
}

const held = (condition: BoundCondition | undefined, slots: Slots): Sign => condition?.sign(slots) ?? 1
const signIn = (trace: ConditionTrace | undefined): Sign => (trace ? signOf(trace.truth) : 1)
const limited = (applies: Sign, result: Sign): Sign => (applies < 0 ? 1 : applies > 0 || result > 0 ? result : 0)
/** One for all, hence frozen. */
const none: readonly never[] = Object.freeze([])
const missingIn = (trace: ConditionTrace | undefined): string[] => (trace ? missingInCondition(trace) : [])

const goesBefore = (one: BoundException, other: BoundException): boolean => one.over.has(other.rule.id)

/** Which exceptions are certain to step in, and which still may, once those that give way are left out. */
function standing(exceptions: readonly BoundException[], slots: Slots) {
  const steppingIn = exceptions.filter((e) => held(e.applies, slots) === 1)
  const left = (e: BoundException) => !steppingIn.some((other) => goesBefore(other, e))
  return { sure: steppingIn.filter(left), maybe: exceptions.filter((e) => held(e.applies, slots) === 0 && left(e)) }
}

/** The exceptions that could still change the result: by their own, or by taking the place of one that could. */
function stillOpen(maybe: readonly BoundException[], result: Sign, slots: Slots): readonly BoundException[] {
  const open = maybe.filter((e) => result === 0 || held(e.requires, slots) !== result)
  return maybe.filter((e) => open.includes(e) || open.some((other) => goesBefore(e, other)))
}

export function bindRule(general: BoundVersion<Requirement>, exceptions: readonly BoundException[]): BoundRule {
  const { rule, applies, requires } = general
  const { id, title, group } = rule
  const alone = exceptions.length === 0
  const versions = [general, ...exceptions]
  const reads = versions.flatMap((version) => version.reads)
  const allFirm = versions.every((version) => version.firm)

  /** The result, which exception gave it, which others may step in, and which of them could still change it. */
  const evaluate = (slots: Slots, scope: Sign) => {
    const { sure: standingIn, maybe } = standing(exceptions, slots)
    const [sure, second] = standingIn
    if (sure && second) {
      // As long as one that goes before them may step in, or the rule may not apply at all, they are not at odds for certain.
      const [one, other] = standingIn.filter((e) => !maybe.some((other) => goesBefore(other, e)))
      if (scope > 0 && one && other) throw new ConflictError(id, [one.rule.id, other.rule.id])
      return { sure: undefined, maybe, open: [...standingIn, ...maybe], result: 0 as const }
    }
    const result = held((sure ?? general).requires, slots)
    const open = stillOpen(maybe, result, slots)
    return { sure, maybe, open, result: open.length > 0 ? (0 as const) : result }
  }

  const bySteps = (slots: Slots): Sign => {
    const scope = held(applies, slots)
    return scope < 0 ? 1 : limited(scope, alone ? held(requires, slots) : evaluate(slots, scope).result)
  }

  const finding = (slots: Slots): Finding => {
    const appliesTrace = applies?.trace(slots)
    const scope = signIn(appliesTrace)
    const among = alone || scope < 0 ? undefined : evaluate(slots, scope)
    const sure = among?.sure
    const decisive = sure ?? general
    const requiresTrace = decisive.requires?.trace(slots)
    const result = among ? among.result : signIn(requiresTrace)
    const verdict = scope < 0 ? 'not-applicable' : verdictOf(limited(scope, result))
    const { cites, by, note } = decisive.says
    return {
      rule: id,
      title,
      group,
      verdict,
      cites,
      by,
      note,
      exception: sure && {
        rule: sure.rule.id,
        title: sure.rule.title,
        applies: sure.applies?.trace(slots),
        generalVerdict: verdictOf(limited(scope, held(requires, slots))),
      },
      trust: allFirm
        ? firm
        : supportOf(
            // Whether an exception that may step in does, does not matter to the answer, but what is known of it does.
            [decisive, ...(among?.maybe ?? none)].map(({ own }) => own),
            verdict,
            appliesTrace,
            requiresTrace,
            [
              ...[...(sure ? [sure] : []), ...keptOut(exceptions, result, slots)].map((e) => e.applies),
              ...(among?.maybe ?? none).map((e) => e.requires),
            ].map((condition) => condition?.trace(slots)),
          ),
      missing: verdict === 'unknown' ? missingFor([appliesTrace, requiresTrace], among?.open ?? none, slots) : none,
      applies: appliesTrace,
      requires: requiresTrace,
    }
  }

  return {
    reads,
    conflicts: exceptions.some((one) =>
      exceptions.some((other) => one !== other && !goesBefore(one, other) && !goesBefore(other, one)),
    ),
    // What most rules are, a requirement and nothing else, has the sign of its condition.
    sign: alone && !applies && requires ? requires.sign : kept(reads, bySteps),
    finding: kept(reads, finding),
    trace: (slots) => ({
      applies: applies?.trace(slots),
      general: requires?.trace(slots),
      exceptions: exceptions.map((e) => ({
        rule: e.rule.id,
        over: e.over,
        applies: e.applies?.trace(slots),
        requires: e.requires?.trace(slots),
      })),
    }),
  }
}

const missingFor = (
  traces: readonly (ConditionTrace | undefined)[],
  open: readonly BoundException[],
  slots: Slots,
): readonly string[] => {
  const ofOpen = open.flatMap((e) => [e.applies?.trace(slots), e.requires?.trace(slots)])
  return [...new Set([...traces, ...ofOpen].flatMap(missingIn))]
}

/** The exceptions that do not step in and would have said otherwise: the answer rests on what keeps them out. */
const keptOut = (exceptions: readonly BoundException[], result: Sign, slots: Slots) =>
  exceptions.filter((e) => held(e.applies, slots) < 0 && held(e.requires, slots) !== result)

/** A `no` needs the rule to apply and to fail; a `yes` needs either that it is met or that it does not apply. */
function supportOf(
  own: readonly Support[],
  verdict: FindingVerdict,
  applies: ConditionTrace | undefined,
  requires: ConditionTrace | undefined,
  exceptions: readonly (ConditionTrace | undefined)[],
): Support {
  const of = (...traces: readonly (ConditionTrace | undefined)[]) =>
    traces.flatMap((trace) => (trace ? [conditionSupport(trace)] : []))
  switch (verdict) {
    case 'not-applicable':
      return together([...own, ...of(applies)])
    case 'met':
      return together([...own, ...of(requires, ...exceptions)])
    default:
      return together([...own, ...of(applies, requires, ...exceptions)])
  }
}
