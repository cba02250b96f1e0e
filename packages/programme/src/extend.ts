import {
  isException,
  LawError,
  overlay,
  type AmountVersion,
  type DatedValue,
  type ExceptionVersion,
  type RequirementVersion,
  type Sourced,
} from '@khuyencong/rules'
import { definePack, type Pack, type PackDescription, type PackLaw } from './pack.js'

type Ids<T> = keyof T & string

/**
 * What one jurisdiction changes in the law that it builds on. Every change is dated and cited; outside its period the
 * law stays as it was. An id that the base does not have is a compile error.
 */
export interface Changes<L extends PackLaw> {
  /** Other versions of rules, values and amounts that the base has. */
  readonly replace?: {
    readonly rules?: Readonly<Partial<Record<Ids<L['rules']>, readonly (RequirementVersion | ExceptionVersion)[]>>>
    readonly parameters?: Readonly<Partial<Record<Ids<L['parameters']>, readonly DatedValue[]>>>
    readonly amounts?: Readonly<Partial<Record<Ids<L['amounts']>, readonly AmountVersion[]>>>
  }
  /** Rules that are not asked for a time. */
  readonly exempt?: Readonly<Partial<Record<Ids<L['rules']>, Sourced>>>
}

type Extended<L extends PackLaw, A extends PackLaw> = {
  readonly [K in keyof PackLaw]: L[K] & A[K]
}

/**
 * A pack on top of another: national law and a province's changes and additions.
 * @param add rules, values and amounts that the base does not have; its exceptions may name rules of the base
 * @throws LawError when an addition has an id of the base, or a change names an id that the base does not have
 */
export function extend<L extends PackLaw, A extends PackLaw>(
  base: Pack<L>,
  description: PackDescription,
  changes: Changes<L>,
  add: A,
): Pack<Extended<L, A>> {
  const by = description.id
  const change = <T>(
    kind: keyof PackLaw,
    versions: Readonly<Record<string, T | undefined>> | undefined,
    apply: (item: never, versions: T) => unknown,
  ) => {
    const changed: Record<string, unknown> = { ...base.law[kind] }
    for (const [id, over] of Object.entries(versions ?? {})) {
      if (!Object.hasOwn(changed, id))
        throw new LawError(`Pack ${by} changes ${kind} '${id}', which ${base.id} does not have.`)
      if (over !== undefined) changed[id] = apply(changed[id] as never, over)
    }
    for (const id of Object.keys(add[kind]))
      if (Object.hasOwn(changed, id))
        throw new LawError(`Pack ${by} adds ${kind} '${id}', which ${base.id} already has; replace it instead.`)
    return { ...changed, ...add[kind] }
  }
  const sign = <V extends Sourced>(versions: readonly V[]): V[] => versions.map((version) => ({ ...version, by }))
  const withVersions = (item: { readonly versions: readonly Sourced[] }, versions: readonly Sourced[]) => ({
    ...item,
    versions: overlay(item.versions, sign(versions)),
  })
  const exempted = Object.fromEntries(
    Object.entries<Sourced | undefined>(changes.exempt ?? {}).map(([id, source]) => {
      const rule = base.law.rules[id]
      if (rule && isException(rule)) throw new LawError(`Pack ${by} exempts '${id}', which is itself an exception.`)
      return [id, source && [{ ...source, requires: { op: 'all', of: [] } }]]
    }),
  )
  const law = {
    rules: change('rules', { ...changes.replace?.rules, ...exempted }, withVersions),
    parameters: change(
      'parameters',
      changes.replace?.parameters,
      (item: { readonly timeline: readonly DatedValue[] }, timeline: readonly DatedValue[]) => ({
        ...item,
        timeline: overlay(item.timeline, timeline),
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
  return { ...definePack(own, base.facts, law as unknown as Extended<L, A>), base }
}
