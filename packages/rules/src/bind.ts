import { Answer } from './answer.js'
import { bindAmount, type Amount } from './amount.js'
import {
  bindRule,
  bindVersion,
  type BoundRule,
  type BoundVersion,
  type Finding,
  type FindingVerdict,
} from './bind-rule.js'
import { checkLaw } from './check-law.js'
import type { Decision, LawIdentity, Notice, Verdict } from './decision.js'
import { ConflictError } from './errors.js'
import { factChecker, type Facts, type FactDefinitions } from './facts.js'
import { inForce, type IsoDate } from './iso-date.js'
import { valueAt, type DatedValue, type Parameter } from './parameter.js'
import { remedies } from './remedy.js'
import {
  isException,
  type AmountRule,
  type AmountVersion,
  type Exception,
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

type InForce<R extends Rule> = BoundVersion<R> & { readonly used: ReadonlySet<string> }

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
   * The answer to `subject` with findings, missing facts, remedies and trust.
   * @throws InputError when a fact is not in the dictionary or its value does not fit
   * @throws ConflictError when two exceptions apply at once without priority
   */
  decide(subject: string, facts: Facts): Decision
  /** The verdict alone, without checking the facts: for populations. */
  verdict(subject: string, facts: Facts): Verdict
  /**
   * The amount `id`; `undefined` when the law has no amount of that name at all.
   * @throws InputError when a fact is not in the dictionary or its value does not fit
   */
  amount(id: string, facts: Facts): Amount | undefined
}

/**
 * Binds a law to a day.
 * @throws LawError when the law does not build: an unknown parameter, fact or rule is named, or a rule in force uses a value that is not.
 */
export const bind = (law: Law, identity: LawIdentity): BoundLaw => bindUnder(law, identity, new Map())

function bindUnder(law: Law, identity: LawIdentity, assumptions: ReadonlyMap<string, Value>): BoundLaw {
  const day = identity.asOf
  checkLaw(law)
  const parameters = new Map(
    Object.values(law.parameters).map((p) => [
      p.id,
      { parameter: p, entry: taking(valueAt(p, day), assumptions.get(p.id)) },
    ]),
  )
  /** Where an owner's parameters and facts are looked up; the parameters that it reads are noted in `used`. */
  const scopeOf = (owner: string, used = new Set<string>()) => ({
    owner,
    facts: law.facts,
    parameter: (id: string) => {
      used.add(id)
      return parameters.get(id)
    },
  })

  /** Rules and exceptions in force, compiled, each with the parameters that it reads. */
  const general: InForce<Requirement>[] = []
  const exceptions: InForce<Exception>[] = []
  const compiled = <R extends Rule>(rule: R): InForce<R>[] => {
    const version = current<Sourced>(rule.versions, day)
    const used = new Set<string>()
    return version ? [{ ...bindVersion(rule, version, scopeOf(`Rule ${rule.id}`, used)), used }] : []
  }
  for (const rule of Object.values(law.rules))
    if (isException(rule)) exceptions.push(...compiled(rule))
    else general.push(...compiled(rule))

  /** The rules that answer a subject, and the open parameters that they read. */
  const question = once((subject: string) => {
    const concerned = general
      .filter(({ rule }) => concerns(rule, subject))
      .map((own) => ({
        own,
        toIt: exceptions.filter((e) => e.rule.exceptionTo.includes(own.rule.id) && concerns(e.rule, subject)),
      }))
    const used = new Set(concerned.flatMap(({ own, toIt }) => [own, ...toIt]).flatMap(({ used }) => [...used]))
    const rules = concerned.map(({ own, toIt }) => bindRule(own, toIt))
    return {
      rules,
      signs: rules.map(({ sign }) => sign),
      firm: concerned.every(({ own, toIt }) => own.firm && toIt.every((e) => e.firm)),
      excepted: concerned.some(({ toIt }) => toIt.length > 0),
      open: [...used].filter((id) => parameters.get(id)?.entry?.readings),
    }
  })
  const amounts = new Map(
    Object.values(law.amounts).map((rule) => [rule.id, bindAmount(rule, day, scopeOf(`Amount ${rule.id}`))]),
  )
  const verdict = (subject: string, facts: Facts): Verdict => verdictOf(question(subject).signs, facts)

  /** The same law under each of the other readings of an open parameter. */
  const variants = once((id: string) =>
    (parameters.get(id)?.entry?.readings ?? []).map((reading) => ({
      reading,
      law: bindUnder(law, identity, new Map([...assumptions, [id, reading.value]])),
    })),
  )

  /** The open points that the rules use and whose other readings turn the verdict. */
  const openQuestions = (subject: string, facts: Facts, taken: Verdict): Notice[] =>
    question(subject).open.flatMap((id) => {
      const found = parameters.get(id)
      if (!found?.entry?.readings) return []
      const { parameter, entry } = found
      const readings = variants(id).map((v) => ({ ...v.reading, verdict: verdictUnder(v.law, subject, facts) }))
      if (readings.every((reading) => reading.verdict === taken)) return []
      return [{ kind: 'open-question', parameter: id, title: parameter.title, taken: entry.value, readings }]
    })

  /** The facts that any of the findings misses, in asking order. */
  const askedBy = (findings: readonly Finding[]): string[] => {
    const asked = new Set(findings.flatMap((finding) => finding.missing))
    return Object.keys(law.facts).filter((fact) => asked.has(fact))
  }

  const check = factChecker(law.facts)
  const decide = (subject: string, facts: Facts): Decision => {
    check(facts)
    const { rules, open, excepted, firm: allFirm } = question(subject)
    const findings = rules.map((rule) => rule.finding(facts))
    const answer = conjunction(findings)
    const notices = excepted ? differences(findings) : []
    const given = {
      subject,
      verdict: answer,
      findings,
      missing: answer === 'unknown' ? askedBy(findings) : [],
      notices: open.length > 0 ? [...notices, ...openQuestions(subject, facts, answer)] : notices,
      trust: allFirm ? firm : decisionSupport(findings, answer),
      law: identity,
    }
    if (answer !== 'unmet') return new Answer(given, undefined)
    // The caller may change his facts before he reads the remedies.
    const then = { ...facts }
    return new Answer(given, () => remedies(rules, law.facts, then))
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
    decide,
    verdict,
    amount: (id, facts) => {
      check(facts)
      return amounts.get(id)?.evaluate(facts)
    },
  }
}

const current = <V extends Sourced>(versions: readonly V[], day: IsoDate): V | undefined =>
  versions.find((v) => inForce(v, day))

const taking = (entry: DatedValue | undefined, assumed: Value | undefined): DatedValue | undefined =>
  entry && assumed !== undefined ? { ...entry, value: assumed } : entry

const concerns = (rule: Rule, subject: string): boolean => rule.subjects?.includes(subject) ?? true

/** The verdict under another reading; where that makes the law contradict itself, there is none. */
function verdictUnder(law: BoundLaw, subject: string, facts: Facts): Verdict {
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
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const value = compute(key)
    known.set(key, value)
    return value
  }
}

function verdictOf(signs: readonly BoundRule['sign'][], facts: Facts): Verdict {
  let verdict: Verdict = 'met'
  for (const signOf of signs) {
    const sign = signOf(facts)
    if (sign < 0) return 'unmet'
    if (sign === 0) verdict = 'unknown'
  }
  return verdict
}

function conjunction(findings: readonly Finding[]): Verdict {
  let verdict: Verdict = 'met'
  for (const finding of findings) {
    if (finding.verdict === 'unmet') return 'unmet'
    if (finding.verdict === 'unknown') verdict = 'unknown'
  }
  return verdict
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
