import type { BoundLaw, ParameterInForce, RuleInForce, Text } from '@khuyencong/rules'
import { sameContent } from './same-content.js'

type AmountInForce = BoundLaw['amounts'][number]

/** One thing that is not the same in two laws. */
export interface Difference<T> {
  readonly id: string
  readonly title: Text
  readonly change: 'added' | 'removed' | 'changed'
  /** For a change: the fields that differ, in the order of their names, e.g. `cites`, `requires`, `value`. Since when something holds is no difference. */
  readonly parts: readonly string[]
  readonly before: T | undefined
  readonly after: T | undefined
}

/** How two bound laws differ: other days, other provinces, other values. */
export interface LawDiff {
  readonly before: BoundLaw
  readonly after: BoundLaw
  readonly rules: readonly Difference<RuleInForce>[]
  readonly parameters: readonly Difference<ParameterInForce>[]
  /** Whose formula, unit or source changed, or which have a level in one law only. Figures are under `parameters`. */
  readonly amounts: readonly Difference<AmountInForce>[]
}

/** What in `after` is not as it is in `before`. */
export function diff(before: BoundLaw, after: BoundLaw): LawDiff {
  const withLevel = (law: BoundLaw) => law.amounts.filter(({ version }) => version !== undefined)
  return {
    before,
    after,
    rules: differences(before.rules, after.rules, ({ rule, version }) => [rule, { ...rule, ...version }]),
    parameters: differences(before.parameters, after.parameters, ({ parameter, entry }) => [
      parameter,
      { ...parameter, ...entry },
    ]),
    amounts: differences(withLevel(before), withLevel(after), ({ rule, version }) => [rule, { ...rule, ...version }]),
  }
}

/** Fields that say since when, hold the whole history, or put codes into words. */
const besides = new Set(['from', 'to', 'versions', 'timeline', 'id', 'values'])

interface Named {
  readonly id: string
  readonly title: Text
}

function differences<T>(
  before: readonly T[],
  after: readonly T[],
  read: (item: T) => readonly [Named, object],
): Difference<T>[] {
  const old = new Map(before.map((item) => [read(item)[0].id, item]))
  const current = new Map(after.map((item) => [read(item)[0].id, item]))
  return [...new Set([...old.keys(), ...current.keys()])].flatMap((id): Difference<T>[] => {
    const [was, is] = [old.get(id), current.get(id)]
    if (was === undefined || is === undefined) {
      const only = was ?? is
      if (only === undefined) return []
      const { title } = read(only)[0]
      return [{ id, title, change: was === undefined ? 'added' : 'removed', parts: [], before: was, after: is }]
    }
    const parts = differing(read(was)[1], read(is)[1])
    return parts.length === 0
      ? []
      : [{ id, title: read(is)[0].title, change: 'changed', parts, before: was, after: is }]
  })
}

function differing(a: object, b: object): string[] {
  const [left, right] = [new Map<string, unknown>(Object.entries(a)), new Map<string, unknown>(Object.entries(b))]
  return [...new Set([...left.keys(), ...right.keys()])]
    .filter((field) => !besides.has(field) && !sameContent(left.get(field), right.get(field)))
    .sort()
}
