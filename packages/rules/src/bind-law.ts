import { bindAmount, type Amount } from './amount.js'
import {
  bindRule,
  bindVersion,
  type BoundException,
  type BoundRule,
  type BoundVersion,
  type Finding,
  type FindingVerdict,
} from './bind-rule.js'
import type { Decision, LawIdentity, Notice, Verdict } from './decision.js'
import { ConflictError } from './errors.js'
import type { Facts, FactDefinitions } from './facts.js'
import type { Given } from './given.js'
import { inForce, type IsoDate } from './iso-date.js'
import { inAskingOrder } from './missing.js'
import { titleOfValue, valueAt, type DatedValue, type Parameter } from './parameter.js'
import { placesOf, type Slots } from './place.js'
import { givingWayTo } from './priority.js'
import type { Remedy } from './remedy.js'
import {
  isException,
  type AmountRule,
  type AmountVersion,
  type ExceptionVersion,
  type Lack,
  type Law,
  type Requirement,
  type RequirementVersion,
  type Rule,
  type Sourced,
} from './rule.js'
import { firm, firmest, together, type Support } from './support.js'
import type { Value } from './value.js'
import { bindSign, verdictOf } from './verdict.js'

/** A rule with its version in force. */
export interface RuleInForce {
  readonly rule: Rule
  readonly version: RequirementVersion | ExceptionVersion
}

/** An amount with its version in force; without one, what the law says would be needed. */
export interface AmountInForce {
  readonly rule: AmountRule
  readonly version: AmountVersion | undefined
  readonly lack: Lack | undefined
}

/** A parameter with its value in force. */
export interface ParameterInForce {
  readonly parameter: Parameter
  readonly entry: DatedValue
}

type InForce<B extends BoundVersion> = B & { readonly used: ReadonlySet<string> }

/** The law in force on one day: every dated value resolved, every rule compiled. Evaluate it as often as needed. */
export interface BoundLaw {
  readonly identity: LawIdentity
  readonly facts: FactDefinitions
  /** The rules in force, general rules and exceptions, in the order of the pack. */
  readonly rules: readonly RuleInForce[]
  readonly parameters: readonly ParameterInForce[]
  /** Every amount of the law; `version` is absent where it has no level on this day. */
  readonly amounts: readonly AmountInForce[]
  /**
   * Facts that are asked about often, checked and read once: `decide`, `verdict` and `amount` take them as they take facts.
   * @throws InputError when a fact is not in the dictionary or its value does not fit
   */
  read(facts: Facts | Given): Given
  /**
   * The answer to `subject` with findings, missing facts, remedies and trust.
   * @throws InputError as `read` does, and when the law does not know the subject: see `Law.subjects`
   * @throws ConflictError when two exceptions apply at once without priority
   */
  decide(subject: string, facts: Facts | Given): Decision
  /**
   * The verdict alone: for populations.
   * @throws InputError as `decide` does
   * @throws ConflictError as `decide` does
   */
  verdict(subject: string, facts: Facts | Given): Verdict
  /**
   * The amount `id`; `undefined` when the law has no amount of that name at all.
   * @throws InputError as `read` does
   * @throws LawError when its formula comes to anything but đồng, e.g. to less than none
   */
  amount(id: string, facts: Facts | Given): Amount | undefined
}

/** What stands around evaluation: how facts come in, what can be asked, and what becomes of a no. */
export interface Surroundings {
  /** @throws InputError when the facts do not fit the dictionary */
  readonly read: (facts: Facts | Given) => Given
  /** @throws InputError when the law does not know the subject */
  readonly checkSubject: (subject: string) => void
  /** What would end a no of these rules. */
  readonly remediesOf: (rules: readonly BoundRule[]) => (slots: Slots) => readonly Remedy[]
}

/**
 * Evaluation by itself: resolves every dated value, compiles every rule and amount, and answers. That the law as a whole
 * is sound has been seen to.
 * @param assumptions other readings of open points, by parameter
 * @throws LawError when a fact or parameter that is named is not there, or a rule in force uses a value that is not
 */
export function bindLaw(
  law: Law,
  identity: LawIdentity,
  surroundings: Surroundings,
  assumptions: ReadonlyMap<string, Value> = new Map(),
): BoundLaw {
  const { read, checkSubject, remediesOf } = surroundings
  const day = identity.asOf
  const parameters = new Map(
    Object.values(law.parameters).map((p) => [
      p.id,
      { parameter: p, entry: taking(valueAt(p, day), assumptions.get(p.id)) },
    ]),
  )
  const places = placesOf(law.facts)
  /** Where an owner's parameters and facts are looked up; the parameters that it reads are noted in `used`. */
  const scopeOf = (owner: string, used: Set<string>) => ({
    owner,
    places,
    parameter: (id: string) => {
      used.add(id)
      return parameters.get(id)
    },
  })

  /** Rules and exceptions in force, compiled, each with the parameters that it reads. */
  const general: InForce<BoundVersion<Requirement>>[] = []
  const exceptions: InForce<BoundException>[] = []
  for (const rule of Object.values(law.rules)) {
    const version = current<Sourced>(rule.versions, day)
    if (!version) continue
    const used = new Set<string>()
    const scope = scopeOf(`Rule ${rule.id}`, used)
    if (isException(rule))
      exceptions.push({ ...bindVersion(rule, version, scope), over: givingWayTo(rule.id, law.rules), used })
    else general.push({ ...bindVersion(rule, version, scope), used })
  }
  /** Those that have other readings. Under one of these, the others are not asked for. */
  const openOf = (used: Iterable<string>) =>
    assumptions.size > 0 ? [] : [...used].filter((id) => parameters.get(id)?.entry?.readings)

  /** A rule with some of its exceptions: many questions have the same, and share what is kept of it. */
  const boundRules = new Map<string, BoundRule>()
  const boundRule = (own: BoundVersion<Requirement>, toIt: readonly BoundException[]): BoundRule => {
    const name = JSON.stringify([own, ...toIt].map(({ rule }) => rule.id))
    const rule = boundRules.get(name) ?? bindRule(own, toIt)
    boundRules.set(name, rule)
    return rule
  }

  /** The rules that answer a subject, and the open parameters that they read. */
  const question = once((subject: string) => {
    checkSubject(subject)
    const concerned = general
      .filter(({ rule }) => concerns(rule, subject))
      .map((own) => ({
        own,
        toIt: exceptions.filter((e) => e.rule.exceptionTo.includes(own.rule.id) && concerns(e.rule, subject)),
      }))
    const versions = concerned.flatMap(({ own, toIt }) => [own, ...toIt])
    const rules = concerned.map(({ own, toIt }) => boundRule(own, toIt))
    return {
      rules: rules.map(({ finding }) => finding),
      sign: bindSign(rules),
      firm: versions.every(({ firm }) => firm),
      excepted: concerned.some(({ toIt }) => toIt.length > 0),
      open: openOf(new Set(versions.flatMap(({ used }) => [...used]))),
      remedies: remediesOf(rules),
    }
  })
  const amounts = new Map(
    Object.values(law.amounts).map((rule) => {
      const used = new Set<string>()
      const bound = bindAmount(rule, day, scopeOf(`Amount ${rule.id}`, used))
      return [rule.id, { ...bound, open: openOf(used) }]
    }),
  )

  /** The same law under each of the other readings of an open parameter. */
  const variants = once((id: string) =>
    (parameters.get(id)?.entry?.readings ?? []).map((reading) => ({
      reading,
      law: bindLaw(law, identity, surroundings, new Map([[id, reading.value]])),
    })),
  )

  /** Those of the open points under another reading of which the answer is not the same. */
  const openQuestions = <A extends object>(
    open: readonly string[],
    answer: (law: BoundLaw) => A,
    differs: (reading: A) => boolean,
  ) =>
    open.flatMap((id) => {
      const found = parameters.get(id)
      if (!found?.entry) return []
      const readings = variants(id).map(({ reading, law }) => ({ ...reading, ...answer(law) }))
      const { parameter, entry } = found
      const { title } = parameter
      const takenTitle = titleOfValue(parameter, entry)
      return readings.some(differs)
        ? [{ kind: 'open-question' as const, parameter: id, title, taken: entry.value, takenTitle, readings }]
        : []
    })

  const openVerdicts = (open: readonly string[], subject: string, given: Given, taken: Verdict): Notice[] =>
    openQuestions(
      open,
      (under) => ({ verdict: verdictUnder(under, subject, given) }),
      ({ verdict }) => verdict !== taken,
    )

  const decide = (subject: string, facts: Facts | Given): Decision => {
    const given = read(facts)
    const { slots } = given
    const { rules, open, excepted, firm: allFirm, remedies } = question(subject)
    const findings = new Array<Finding>(rules.length)
    let verdict: Verdict = 'met'
    let i = 0
    for (const findingOf of rules) {
      const finding = findingOf(slots)
      findings[i++] = finding
      if (finding.verdict === 'unmet') verdict = 'unmet'
      else if (finding.verdict === 'unknown' && verdict === 'met') verdict = 'unknown'
    }
    const differing = excepted ? differences(findings) : none
    const notices = open.length > 0 ? [...differing, ...openVerdicts(open, subject, given, verdict)] : differing
    const trust = allFirm ? firm : decisionSupport(findings, verdict)
    const missing =
      verdict === 'unknown'
        ? inAskingOrder(
            findings.flatMap((finding) => finding.missing),
            places,
          )
        : none
    return {
      subject,
      verdict,
      findings,
      missing,
      next: missing[0],
      notices,
      trust,
      law: identity,
      remedies: verdict === 'unmet' ? remedies(slots) : none,
    }
  }

  const amount = (id: string, facts: Facts | Given): Amount | undefined => {
    const given = read(facts)
    const bound = amounts.get(id)
    if (!bound) return undefined
    const found = bound.evaluate(given.slots)
    const notices = openQuestions(
      bound.open,
      (under) => {
        const { status = 'no-level', amount } = under.amount(id, given) ?? {}
        return { status, amount }
      },
      (reading) => reading.status !== found.status || reading.amount !== found.amount,
    )
    return { ...found, notices }
  }

  return {
    identity,
    facts: law.facts,
    rules: Object.values(law.rules).flatMap((rule) => {
      const version = current<RequirementVersion | ExceptionVersion>(rule.versions, day)
      return version ? [{ rule, version }] : []
    }),
    parameters: [...parameters.values()].flatMap(({ parameter, entry }) => (entry ? [{ parameter, entry }] : [])),
    amounts: [...amounts.values()].map(({ rule, version, lack }) => ({ rule, version, lack })),
    read,
    decide,
    verdict: (subject, facts) => verdictOf(question(subject).sign(read(facts).slots)),
    amount,
  }
}

/** One for all, hence frozen. */
const none: readonly never[] = Object.freeze([])

const current = <V extends Sourced>(versions: readonly V[], day: IsoDate): V | undefined =>
  versions.find((v) => inForce(v, day))

const taking = (entry: DatedValue | undefined, assumed: Value | undefined): DatedValue | undefined =>
  entry && assumed !== undefined ? { ...entry, value: assumed } : entry

const concerns = (rule: Rule, subject: string): boolean => rule.subjects?.includes(subject) ?? true

/** The verdict under another reading; where that makes the law contradict itself, there is none. */
function verdictUnder(law: BoundLaw, subject: string, facts: Given): Verdict {
  try {
    return law.verdict(subject, facts)
  } catch (error) {
    if (error instanceof ConflictError) return 'unknown'
    throw error
  }
}

/** Computes each key's value at the first asking. */
function once<V>(compute: (key: string) => V): (key: string) => V {
  const known = new Map<string, V>()
  /** Mostly the same is asked for again. */
  let last: readonly [string, V] | undefined
  return (key) => {
    if (last?.[0] === key) return last[1]
    const value = known.get(key) ?? compute(key)
    known.set(key, value)
    last = [key, value]
    return value
  }
}

/** One `no` is enough for a no: it rests on the firmest. A yes rests on every finding. */
function decisionSupport(findings: readonly Finding[], verdict: Verdict): Support {
  const deciding = verdict === 'met' ? findings : findings.filter((f) => f.verdict === verdict)
  const supports = deciding.map((f) => f.trust)
  return verdict === 'unmet' ? firmest(supports) : together(supports)
}

const decided = (verdict: FindingVerdict): verdict is 'met' | 'unmet' => verdict === 'met' || verdict === 'unmet'

/** Where a rule and the exception that stepped in are known to say different things. */
function differences(findings: readonly Finding[]): Notice[] {
  return findings.flatMap(({ rule, verdict, exception }) => {
    if (!exception || !decided(verdict) || !decided(exception.generalVerdict)) return []
    const { rule: id, generalVerdict } = exception
    if (generalVerdict === verdict) return []
    return [{ kind: 'difference', rule, exception: id, generalVerdict, prevailingVerdict: verdict }]
  })
}
