import { isException, type Rule } from './rule.js'

/** The exceptions that give way to `id`: those it is `over`, those that these are over, and so on. */
export function givingWayTo(id: string, rules: Readonly<Record<string, Rule>>): ReadonlySet<string> {
  const below = new Set<string>()
  const pending = [id]
  for (const next of pending) {
    const rule = rules[next]
    for (const named of rule && isException(rule) ? (rule.over ?? []) : [])
      if (!below.has(named)) {
        below.add(named)
        pending.push(named)
      }
  }
  return below
}
