import {
  isException,
  LawError,
  overlay,
  type AmountVersion,
  type DatedValue,
  type ExceptionVersion,
  type FactDefinitions,
  type Ratio,
  type RequirementVersion,
  type Sourced,
  type Value,
} from '@khuyencong/rules'
import { definePack, type Pack, type PackDescription, type PackLaw } from './pack.js'

type Ids<T> = keyof T & string

/** A value of the same kind: another cap is money, another share a ratio. */
type KindOf<T> = T extends bigint
  ? bigint
  : T extends number
    ? number
    : T extends string
      ? string
      : T extends boolean
        ? boolean
        : T extends Ratio
          ? Ratio
          : readonly string[]
type ValueOf<P> = P extends { readonly timeline: readonly { readonly value: infer T extends Value }[] }
  ? KindOf<T>
  : never
/** What takes the place of a general rule has to require something; what takes that of an exception need not. */
type VersionOf<R> = R extends { readonly exceptionTo: unknown } ? ExceptionVersion : RequirementVersion

/**
 * What one jurisdiction changes in the law that it builds on. Every change is dated and cited; outside its period the
 * law stays as it was. An id that the base does not have is a compile error.
 */
export interface Changes<L extends PackLaw> {
  /** Other versions of rules, values and amounts that the base has. */
  readonly replace?: {
    readonly rules?: { readonly [Id in Ids<L['rules']>]?: readonly VersionOf<L['rules'][Id]>[] }
    readonly parameters?: {
      readonly [Id in Ids<L['parameters']>]?: readonly DatedValue<ValueOf<L['parameters'][Id]>>[]
    }
    readonly amounts?: Readonly<Partial<Record<Ids<L['amounts']>, readonly AmountVersion[]>>>
  }
  /** Rules that are not asked for a time. */
  readonly exempt?: Readonly<Partial<Record<Ids<L['rules']>, Sourced>>>
}

/** What one jurisdiction has that the law it builds on does not. */
export interface Additions extends Partial<PackLaw> {
  /** Facts that its rules read, asked after those of the base. */
  readonly facts?: FactDefinitions
}

type Extended<L extends PackLaw, A> = {
  readonly [K in keyof PackLaw]: L[K] & (A extends Readonly<Record<K, infer Added>> ? Added : unknown)
}

const nouns = { rules: 'rule', parameters: 'parameter', amounts: 'amount' } as const

/**
 * A pack on top of another: national law and a province's changes and additions.
 * @param add rules, values, amounts and facts that the base does not have; its exceptions may name rules of the base
 * @throws LawError when an addition has an id of the base, a change names an id that the base does not have, or the periods
 *   of changes to one item overlap
 */
export function extend<L extends PackLaw, A extends Additions>(
  base: Pack<L>,
  description: PackDescription,
  changes: Changes<L>,
  add?: A,
): Pack<Extended<L, A>> {
  const by = description.id
  const added: Additions = add ?? {}
  const change = <T>(
    kind: keyof PackLaw,
    versions: Readonly<Record<string, T | undefined>> | undefined,
    apply: (item: never, versions: T, owner: string) => unknown,
  ) => {
    const noun = nouns[kind]
    const changed: Record<string, unknown> = { ...base.law[kind] }
    for (const [id, over] of Object.entries(versions ?? {})) {
      if (!Object.hasOwn(changed, id))
        throw new LawError(`Pack ${by} changes the ${noun} '${id}', which ${base.id} does not have.`)
      if (over !== undefined) changed[id] = apply(changed[id] as never, over, `Pack ${by}, ${noun} ${id}`)
    }
    for (const id of Object.keys(added[kind] ?? {}))
      if (Object.hasOwn(changed, id))
        throw new LawError(`Pack ${by} adds the ${noun} '${id}', which ${base.id} already has; replace it instead.`)
    return { ...changed, ...added[kind] }
  }
  for (const id of Object.keys(added.facts ?? {}))
    if (Object.hasOwn(base.facts, id))
      throw new LawError(`Pack ${by} adds the fact '${id}', which ${base.id} already has; read that one.`)
  // The same dictionary where nothing is added: facts that were read for one law then serve the other.
  const facts = added.facts ? { ...base.facts, ...added.facts } : base.facts
  const sign = <V extends Sourced | DatedValue>(versions: readonly V[]): V[] =>
    versions.map((version) => ({ ...version, by }))
  const withVersions = (
    item: { readonly versions: readonly Sourced[] },
    versions: readonly Sourced[],
    owner: string,
  ) => ({ ...item, versions: overlay(item.versions, sign(versions), owner) })
  const rules: Record<string, readonly Sourced[] | undefined> = { ...changes.replace?.rules }
  for (const [id, source] of Object.entries<Sourced | undefined>(changes.exempt ?? {})) {
    const rule = base.law.rules[id]
    if (rule && isException(rule))
      throw new LawError(`Pack ${by} exempts '${id}', which is itself an exception; replace it instead.`)
    // A rule may be replaced for a time and lifted for another.
    const lifted = source && { ...source, requires: { op: 'all', of: [] } }
    rules[id] = [...(rules[id] ?? []), ...(lifted ? [lifted] : [])]
  }
  const law = {
    rules: change('rules', rules, withVersions),
    parameters: change(
      'parameters',
      changes.replace?.parameters,
      (item: { readonly timeline: readonly DatedValue[] }, timeline: readonly DatedValue[], owner) => ({
        ...item,
        timeline: overlay(item.timeline, sign(timeline), owner),
      }),
    ),
    amounts: change('amounts', changes.replace?.amounts, withVersions),
  }
  const subjects = { ...base.subjects, ...description.subjects }
  const readByFunctions = [...(base.readByFunctions ?? []), ...(description.readByFunctions ?? [])]
  const own = {
    ...(base.amountsAre && { amountsAre: base.amountsAre }),
    ...description,
    ...(Object.keys(subjects).length > 0 && { subjects }),
    ...(readByFunctions.length > 0 && { readByFunctions }),
  }
  return { ...definePack(own, facts, law as unknown as Extended<L, A>), base }
}
