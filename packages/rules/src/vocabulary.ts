import type { Condition } from './condition.js'
import type { Expression } from './expression.js'
import type { FactDefinition, FactDefinitions, FactValue } from './facts.js'
import type { Value } from './value.js'

type Kind<D extends FactDefinitions, K extends FactDefinition['kind']> = {
  [F in keyof D & string]: D[F]['kind'] extends K ? F : never
}[keyof D & string]

type ValueOf<E> = E extends Expression<infer T> ? T : never

/** The words to write rules in, typed by a dictionary of facts: a misspelt fact or value does not compile. */
export interface Vocabulary<D extends FactDefinitions> {
  /** The value of a fact. */
  readonly fact: <F extends keyof D & string>(fact: F) => Expression<FactValue<D[F]>>
  /** A flag is true, or a choice has this value. */
  readonly is: {
    (fact: Kind<D, 'flag'>): Condition
    <F extends Kind<D, 'choice'>>(fact: F, value: FactValue<D[F]>): Condition
  }
  /** A flag is false. */
  readonly isNot: (fact: Kind<D, 'flag'>) => Condition
  readonly oneOf: <F extends Kind<D, 'choice'>>(fact: F, values: readonly FactValue<D[F]>[]) => Condition
  /** At least one of `values` is in the list. */
  readonly someOf: <F extends Kind<D, 'choices'>>(fact: F, values: FactValue<D[F]>) => Condition
  /** Every one of `values` is in the list. */
  readonly allOf: <F extends Kind<D, 'choices'>>(fact: F, values: FactValue<D[F]>) => Condition
  /** The value that belongs to a choice. With the choice unknown, the value is known only if all cases agree. */
  readonly match: <F extends Kind<D, 'choice'>, C extends Readonly<Record<FactValue<D[F]> & string, Expression>>>(
    fact: F,
    cases: C & Readonly<Record<Exclude<keyof C, FactValue<D[F]>>, never>>,
  ) => Expression<ValueOf<C[FactValue<D[F]> & string]>>
}

export function vocabulary<D extends FactDefinitions>(): Vocabulary<D> {
  const of = (fact: string): Expression => ({ op: 'fact', fact })
  const equal = (fact: string, value: Value): Condition => ({
    op: 'compare',
    left: of(fact),
    relation: '=',
    right: { op: 'literal', value },
  })
  const among = (op: 'one-of' | 'some-of' | 'all-of') => (fact: string, values: unknown) =>
    ({ op, left: of(fact), values }) as Condition
  const words = {
    fact: of,
    is: (fact: string, value: Value = true) => equal(fact, value),
    isNot: (fact: string) => equal(fact, false),
    oneOf: among('one-of'),
    someOf: among('some-of'),
    allOf: among('all-of'),
    match: (fact: string, cases: Readonly<Record<string, Expression>>): Expression => ({ op: 'match', fact, cases }),
  }
  return words as unknown as Vocabulary<D>
}
