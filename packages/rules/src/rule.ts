import type { Citations } from './citation.js'
import type { Condition } from './condition.js'
import type { Expression } from './expression.js'
import type { FactDefinitions } from './facts.js'
import type { Period } from './iso-date.js'
import { LawError } from './errors.js'
import { checkPeriods, type Parameter } from './parameter.js'
import type { Text } from './text.js'
import type { Trust } from './trust.js'

/** Where a text of law comes from, and since when. */
export interface Sourced extends Period {
  readonly cites: Citations
  readonly trust: Trust
  /** Why it is known no better, or how it is to be read. */
  readonly note?: Text
  /** The pack that put this version in place of another's; absent in the pack that declared it. */
  readonly by?: string
}

interface RuleBase {
  readonly id: string
  readonly title: Text
  /** Heading under which findings are shown, e.g. `applicant` or `funding`. */
  readonly group: string
  /** The questions that the rule helps to answer, e.g. content codes; absent: all of them. */
  readonly subjects?: readonly string[]
}

export interface RequirementVersion extends Sourced {
  /** The rule is asked only where this holds; absent: always. */
  readonly applies?: Condition
  readonly requires: Condition
}

/** A general rule: what must hold. */
export interface Requirement extends RuleBase {
  readonly versions: readonly RequirementVersion[]
}

export interface ExceptionVersion extends Sourced {
  /** The exception steps in where this holds; absent: always. */
  readonly applies?: Condition
  /** What must hold instead; absent: the general rule is lifted. */
  readonly requires?: Condition
}

/** A labelled exception: where it applies, it takes the place of the general rules it names. */
export interface Exception extends RuleBase {
  readonly exceptionTo: readonly string[]
  /** Exceptions to the same rule that give way to this one. */
  readonly over?: readonly string[]
  readonly versions: readonly ExceptionVersion[]
}

export type Rule = Requirement | Exception

export const isException = (rule: Rule): rule is Exception => 'exceptionTo' in rule

export interface AmountVersion extends Sourced {
  readonly amount: Expression<bigint>
  /** What may be counted in the base. */
  readonly costItems?: Text
}

/** What is needed over a period for which the law has no amount. */
export interface Lack extends Period {
  readonly text: Text
  readonly cites: Citations
}

/** How much: an amount in đồng for one subject. */
export interface AmountRule {
  readonly id: string
  readonly title: Text
  /** What one amount is for, e.g. one model, one establishment. */
  readonly per: Text
  readonly versions: readonly AmountVersion[]
  /** While the law has no level: what would be needed for one, and the article that says so. */
  readonly without?: readonly Lack[]
}

/** A body of law: data alone. */
export interface Law {
  readonly facts: FactDefinitions
  readonly parameters: Readonly<Record<string, Parameter>>
  readonly rules: Readonly<Record<string, Rule>>
  readonly amounts: Readonly<Record<string, AmountRule>>
  /**
   * Further questions that the general rules for all subjects answer. Once any rule names subjects, a law can be asked what its
   * rules name, what it has amounts of and these; another is taken for misspelt and refused: it would be met for want of rules.
   */
  readonly subjects?: readonly string[]
}

type Single<R extends { readonly versions: readonly Sourced[] }> = Omit<R, 'versions'> & R['versions'][number]

/** The same with its id as a literal type, so that an overlay that names an unknown id does not compile. */
export type Identified<R, Id extends string> = Omit<R, 'id'> & { readonly id: Id }

const split = (single: Single<Rule>): unknown => {
  const { id, title, group, ...rest } = single
  const { subjects, exceptionTo, over, ...version }: Partial<Single<Exception>> = rest
  return {
    id,
    title,
    group,
    ...(subjects && { subjects }),
    ...(exceptionTo && { exceptionTo }),
    ...(over && { over }),
    versions: [version],
  }
}

/**
 * Declares a general rule that had the same content throughout.
 * @throws LawError when its period is malformed.
 */
export const requirement = <const Id extends string>(single: Identified<Single<Requirement>, Id>) =>
  versions(split(single) as Identified<Requirement, Id>)

/**
 * Declares a labelled exception that had the same content throughout.
 * @throws LawError when its period is malformed.
 */
export const exception = <const Id extends string>(single: Identified<Single<Exception>, Id>) =>
  versions(split(single) as Identified<Exception, Id>)

/**
 * Declares a general rule whose content changed over time.
 * @throws LawError when a period is malformed, or two overlap or are out of order.
 */
export const requirementOverTime = <const Id extends string>(rule: Identified<Requirement, Id>) => versions(rule)

/**
 * Declares a labelled exception whose content or standing changed over time.
 * @throws LawError when a period is malformed, or two overlap or are out of order.
 */
export const exceptionOverTime = <const Id extends string>(rule: Identified<Exception, Id>) => versions(rule)

/**
 * Declares an amount.
 * @throws LawError when a period is malformed, or two overlap or are out of order.
 */
export const amountRule = <const Id extends string>(rule: Identified<AmountRule, Id>) => versions(rule)

function versions<R extends { readonly id: string; readonly versions: readonly Sourced[] }>(rule: R): R {
  checkPeriods(`rule ${rule.id}`, rule.versions)
  return rule
}

/**
 * A record of laws by their ids.
 * @throws LawError when two have the same id.
 */
export function byId<const T extends readonly { readonly id: string }[]>(
  items: T,
): { readonly [I in T[number] as I['id']]: I } {
  const record = new Map<string, T[number]>()
  for (const item of items) {
    if (record.has(item.id)) throw new LawError(`The id '${item.id}' is given twice.`)
    record.set(item.id, item)
  }
  return Object.fromEntries(record) as { readonly [I in T[number] as I['id']]: I }
}
