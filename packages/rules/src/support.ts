import type { Citations } from './citation.js'
import { frozen } from './frozen.js'
import { applyRatio, type Ratio, type Rounding } from './ratio.js'
import type { Text } from './text.js'
import type { ConditionTrace, Step, ValueTrace } from './trace.js'
import { weakest, type Trust } from './trust.js'

/** A rule or value that an answer rests on and that was not read in the document itself. */
export interface Doubt {
  readonly kind: 'rule' | 'parameter' | 'amount'
  readonly id: string
  readonly title: Text
  readonly trust: Trust
  readonly cites: Citations
  readonly note: Text | undefined
}

/** What an answer rests on: the weakest trust, and each rule and value that is not `text`; how the law rounds only where something is cut off. */
export interface Support {
  readonly weakest: Trust
  readonly doubts: readonly Doubt[]
}

/** What rests on nothing but texts that were read. One for all, hence frozen. */
export const firm: Support = frozen({ weakest: 'text', doubts: [] })

export const restingOn = (doubt: Doubt): Support =>
  doubt.trust === 'text' ? firm : { weakest: doubt.trust, doubts: [doubt] }

/** An answer that needs all of `parts`. */
export function together(parts: readonly Support[]): Support {
  // Most parts are firm, and often one alone is not: that one is then the answer, as it is.
  const weak = parts.filter((part) => part.weakest !== 'text')
  const [first, ...others] = weak
  if (!first || others.length === 0) return first ?? firm
  const doubts: Doubt[] = []
  // There are few doubts in an answer: to look through them is quicker than to keep an index.
  for (const { doubts: more } of weak)
    for (const doubt of more)
      if (!doubts.some((known) => known === doubt || (known.id === doubt.id && known.kind === doubt.kind)))
        doubts.push(doubt)
  return { weakest: weak.reduce<Trust>((trust, part) => weakest(trust, part.weakest), 'text'), doubts }
}

/** An answer for which any one of `parts` is enough: it rests on the firmest. */
export const firmest = (parts: readonly Support[]): Support =>
  parts.length === 0
    ? firm
    : parts.reduce((best, part) => (weakest(best.weakest, part.weakest) === part.weakest ? best : part))

export function valueSupport(trace: ValueTrace): Support {
  if (trace.op === 'parameter') {
    const { parameter, title, trust, cites, note } = trace
    return restingOn({ kind: 'parameter', id: parameter, title, trust, cites, note })
  }
  if (!('of' in trace)) return firm
  // A lowest that took one term still rests on the others: had they been lower, they would have been taken.
  return together((isExact(trace) ? trace.of.slice(0, 2) : trace.of).map(valueSupport))
}

/** A product in whole units, which is the same however the law rounds. */
function isExact({ op, of }: Step): boolean {
  const [factor, whole] = of.map(({ value }) => value)
  const rounded = (how: Rounding) => applyRatio(factor as Ratio, whole as bigint, how)
  return op === 'times' && factor !== undefined && whole !== undefined && rounded('down') === rounded('up')
}

/** What the result of a condition rests on: of an `any` that held, its firmest held part; of an `all`, every part; and the reverse for one that failed. */
export function conditionSupport(trace: ConditionTrace): Support {
  switch (trace.op) {
    case 'compare':
      return together([valueSupport(trace.left), valueSupport(trace.right)])
    case 'one-of':
    case 'some-of':
    case 'all-of':
      return valueSupport(trace.left)
    default: {
      const deciding = trace.of.filter((part) => part.truth === trace.truth).map(conditionSupport)
      const one = (trace.op === 'any' && trace.truth === 'held') || (trace.op === 'all' && trace.truth === 'failed')
      return one ? firmest(deciding) : together(deciding)
    }
  }
}
