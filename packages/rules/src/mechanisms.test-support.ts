import { any, type Condition } from './condition.js'
import { literal, type Expression } from './expression.js'
import { defineFacts, type FactsOf } from './facts.js'
import type { IsoDate } from './iso-date.js'
import { parameter } from './parameter.js'
import { ratio, type Rounding } from './ratio.js'
import { exception, requirement, type Exception, type Rule } from './rule.js'
import { vocabulary } from './vocabulary.js'

/** The words that the cases of publicodes are written in, and what a case is. */

const plain = (id: string) => ({ title: { vi: id, en: id }, question: { vi: `${id}?`, en: `${id}?` }, group: 'case' })
const money = (id: string) => ({ kind: 'money', mutability: 'changeable', ...plain(id) }) as const
const flag = (id: string) => ({ kind: 'flag', mutability: 'changeable', ...plain(id) }) as const
const count = (id: string) => ({ kind: 'count', mutability: 'changeable', ...plain(id) }) as const
const day = (id: string) => ({ kind: 'date', mutability: 'fixed', ...plain(id) }) as const
const choice = <V>(id: string, values: V) =>
  ({ kind: 'choice', mutability: 'changeable', values, ...plain(id) }) as const
const value = { vi: 'giá trị', en: 'value' }

export const facts = defineFacts({
  a: flag('a'),
  b: flag('b'),
  x: money('x'),
  y: money('y'),
  z: money('z'),
  n: count('n'),
  cap: count('cap'),
  since: day('since'),
  until: day('until'),
  branch: choice('branch', { then: value, else: value }),
  base: choice('base', {
    general: value,
    replaced: value,
    'replaced-for-pension': value,
    'replaced-but-for-others': value,
  }),
  rates: choice('rates', { general: value, replaced: value, fixed: value }),
  claimed: money('claimed'),
})
export const { fact, is, isNot, match } = vocabulary<typeof facts>()

type Given = FactsOf<typeof facts>
export type Answer = bigint | 'unknown' | 'no-level' | 'met' | 'unmet' | 'applies' | 'not-applicable' | 'conflict'

export type Question =
  | { readonly kind: 'amount'; readonly amount: Expression<bigint> }
  | { readonly kind: 'condition'; readonly requires: Condition; readonly applies?: Condition }
  /** Which rule stands: `applies`, `not-applicable` or `unknown`. */
  | { readonly kind: 'applies'; readonly applies: Condition }
  /** Which of the candidates may be claimed: all the others must be refused. */
  | { readonly kind: 'claim'; readonly rules: readonly Rule[]; readonly candidates: readonly bigint[] }
  | { readonly kind: 'days'; readonly from: IsoDate; readonly to: IsoDate }

interface Rest {
  /** The facts asked for, in asking order; absent: none. */
  readonly missing?: readonly (keyof typeof facts)[]
  /** Our figures are the source's times this, so that they are whole. */
  readonly scale?: bigint
  /** Where we answer otherwise: what publicodes expects, and why we choose not to. */
  readonly differs?: { readonly theirs: string; readonly why: string }
}

export interface Case extends Rest {
  readonly example: string
  readonly question: Question
  readonly facts: Given
  /** A number; `unknown`; `no-level` or `not-applicable` for their `null`; or the verdict for their booleans. */
  readonly answer: Answer
}

const caseOf =
  <Q extends unknown[]>(question: (...q: Q) => Question) =>
  (example: string, ...q: Q) =>
  (given: Given, answer: Answer, rest: Rest = {}): Case => ({
    example,
    question: question(...q),
    facts: given,
    answer,
    ...rest,
  })

export const amount = caseOf((amount: Expression<bigint>) => ({ kind: 'amount', amount }))
export const condition = caseOf((requires: Condition, applies?: Condition) => ({
  kind: 'condition',
  requires,
  ...(applies && { applies }),
}))
export const applies = caseOf((applies: Condition) => ({ kind: 'applies', applies }))
export const claim = caseOf((rules: readonly Rule[], candidates: readonly bigint[]) => ({
  kind: 'claim',
  rules,
  candidates,
}))
export const days = caseOf((from: IsoDate, to: IsoDate) => ({ kind: 'days', from, to }))

export const always: Condition = { op: 'all', of: [] }
export const never: Condition = any()
export const whole = (value: bigint): Expression<bigint> => literal(value)
/** `numerator/denominator` as a factor of the law. */
export const share = (numerator: bigint, denominator = 100n) => literal(ratio(numerator, denominator))
export const rounded = (rounding: Rounding) => literal(rounding)

export const source = { from: '2020-01-01', cites: [{ document: 'publicodes' }], trust: 'text' } as const
const heading = (id: string) => ({ id, group: 'case', title: { vi: id, en: id } })

export const ruleOf = (id: string, requires: Condition, applies?: Condition): Rule =>
  requirement({ ...heading(id), ...source, requires, ...(applies && { applies }) })
/** An exception to the rule `general`. */
export const insteadOf = (id: string, requires: Condition, when: Condition, over: readonly string[] = []): Exception =>
  exception({ ...heading(id), ...source, exceptionTo: ['general'], over, applies: when, requires })

/** A value of the law that was repealed: on the day of the cases there is none. */
export const repealed = parameter({
  id: 'repealed',
  title: { vi: 'đã bãi bỏ', en: 'repealed' },
  unit: 'dong',
  timeline: [{ ...source, to: '2020-12-31', value: 1n }],
})
