import type { FactDefinitions, Facts } from '@khuyencong/rules'
import type { Answer } from './law'

interface Shown {
  /** What the law on that day reads for this content, in asking order. */
  readonly read: readonly string[]
  readonly definitions: FactDefinitions
  readonly facts: Facts
  readonly misread: readonly string[]
  readonly answer: Answer | undefined
}

/**
 * The facts that a form should ask: how the request is made, what was answered already, and what can still change a
 * finding or the ceiling. A household is not asked for its revenue; a commune is not asked when it became a ward.
 */
export function visibleFacts({ read, definitions, facts, misread, answer }: Shown): string[] {
  if (!answer) return [...read]
  const open = new Set([...answer.decision.findings.flatMap((finding) => finding.missing), ...answer.ceiling.missing])
  return read.filter(
    (key) =>
      definitions[key]?.group === 'request' ||
      key === 'requestedSupport' ||
      facts[key] !== undefined ||
      misread.includes(key) ||
      open.has(key),
  )
}
