import fc from 'fast-check'
import { bind } from './bind.js'
import type { BoundLaw } from './bind-law.js'
import { all, any, atLeast, atMost, equals, moreThan, not, type Condition } from './condition.js'
import { highest, literal, lowest, sum, times, type Expression } from './expression.js'
import { defineFacts, type Facts } from './facts.js'
import { percent } from './ratio.js'
import { byId, exception, requirement, type Law, type Rule } from './rule.js'
import type { Value } from './value.js'
import { vocabulary } from './vocabulary.js'

/** A small invented world: seven facts with few values each, so that every combination can be tried. */
const plain = (id: string) => ({
  title: { vi: id, en: id },
  question: { vi: `${id}?`, en: `${id}?` },
  group: 'g',
})
const letter = { vi: 'chữ', en: 'letter' }

export const facts = defineFacts({
  p: { kind: 'flag', mutability: 'changeable', ...plain('p') },
  q: { kind: 'flag', mutability: 'question', ...plain('q') },
  c: { kind: 'choice', mutability: 'changeable', values: { x: letter, y: letter, z: letter }, ...plain('c') },
  l: { kind: 'choices', mutability: 'changeable', values: { u: letter, v: letter }, ...plain('l') },
  n: { kind: 'count', mutability: 'fixed', ...plain('n') },
  m: { kind: 'money', mutability: 'changeable', ...plain('m') },
  w: { kind: 'money', mutability: 'fixed', ...plain('w') },
})
type Fact = keyof typeof facts

/** Values on both sides of what the conditions below compare with. */
export const values: Readonly<Record<Fact, readonly Value[]>> = {
  p: [true, false],
  q: [true, false],
  c: ['x', 'y', 'z'],
  l: [[], ['u'], ['v'], ['u', 'v']],
  n: [0, 1, 2, 3],
  m: [0n, 1n, 2n, 3n],
  w: [0n, 1n, 2n],
}

const { fact, is, isNot, oneOf, someOf, allOf, match } = vocabulary<typeof facts>()

const byLetter = <T extends Value>(x: T, y: T, z: T) => match('c', { x: literal(x), y: literal(y), z: literal(z) })
const half = (of: Expression<bigint>) => times(literal(percent(50n)), of, literal('up'))

/** Conditions that read several facts, or one in another way than as it is. */
export const joint: fc.Arbitrary<Condition> = fc.constantFrom(
  atLeast(fact('n'), byLetter(1, 2, 3)),
  equals(sum([fact('n'), byLetter(0, 1, 2)]), literal(2)),
  atLeast(sum([fact('m'), fact('w')]), literal(3n)),
  atMost(fact('m'), half(fact('w'))),
  not(equals(half(fact('m')), fact('w'))),
  atLeast(lowest([fact('m'), fact('w')]), literal(2n)),
  atMost(highest([fact('m'), fact('w')]), literal(1n)),
  atLeast(times(byLetter(percent(0n), percent(50n), percent(200n)), fact('m'), literal('down')), literal(2n)),
  moreThan(sum([fact('m'), fact('m')]), sum([fact('m'), literal(1n)])),
  equals(fact('p'), fact('q')),
  equals(fact('l'), byLetter<readonly ('u' | 'v')[]>(['u'], ['u', 'v'], [])),
)

const single: fc.Arbitrary<Condition> = fc.constantFrom(
  is('p'),
  isNot('p'),
  is('q'),
  is('c', 'x'),
  oneOf('c', ['x', 'y']),
  someOf('l', ['u']),
  allOf('l', ['u', 'v']),
  atLeast(fact('n'), literal(1)),
  equals(fact('n'), literal(2)),
  atMost(fact('m'), literal(1n)),
  atLeast(fact('m'), literal(2n)),
)

export const conditions: fc.Arbitrary<Condition> = fc.letrec<{ any: Condition }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    single,
    joint,
    fc.array(tie('any'), { maxLength: 3 }).map((of) => all(...of)),
    fc.array(tie('any'), { maxLength: 3 }).map((of) => any(...of)),
    tie('any').map(not),
  ),
})).any

const one = <V>(of: readonly V[]) => fc.constantFrom(...of)
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })

/** Facts of which any may be unknown. */
export const someFacts: fc.Arbitrary<Facts> = fc.record({
  p: optional(one(values.p)),
  q: optional(one(values.q)),
  c: optional(one(values.c)),
  l: optional(one(values.l)),
  n: optional(one(values.n)),
  m: optional(one(values.m)),
  w: optional(one(values.w)),
})

/** Every way of making the unknown facts known. */
export function completions(facts: Facts): Facts[] {
  return (Object.keys(values) as Fact[]).reduce<Facts[]>(
    (found, key) =>
      facts[key] === undefined ? found.flatMap((f) => values[key].map((value) => ({ ...f, [key]: value }))) : found,
    [facts],
  )
}

const source = { from: '2020-01-01', cites: [{ document: 'Decree 1', article: '1' }], trust: 'text' } as const

const lawOf = (rules: readonly Rule[]): Law => ({
  facts,
  parameters: {},
  rules: byId(rules),
  amounts: {},
})
/** The law of these rules, bound; a counterexample shows its conditions alone. */
export const bound = (rules: readonly Rule[]): BoundLaw => ({
  ...bind(lawOf(rules), { pack: 'invented', version: '1', asOf: '2024-01-01' }),
  ...{ [fc.toStringMethod]: () => rules.map(show).join('; ') },
})

const show = ({ id, versions }: Rule): string =>
  versions.map(({ applies, requires }) => `${id}: ${text(applies)} → ${text(requires)}`).join()

const text = (condition: Condition | undefined): string => {
  switch (condition?.op) {
    case undefined:
      return 'always'
    case 'not':
      return `not ${text(condition.of)}`
    case 'all':
    case 'any':
      return `${condition.op}(${condition.of.map(text).join(', ')})`
    default:
      return fc.stringify(condition)
  }
}

const heading = (id: string) => ({ id, group: 'g', title: { vi: id, en: id } })
const ruleOf = (id: string, requires: Condition, applies?: Condition) =>
  requirement({ ...heading(id), ...source, requires, ...(applies && { applies }) })

/** A law of general rules alone. */
export const plainLaws: fc.Arbitrary<BoundLaw> = fc
  .array(fc.tuple(conditions, optional(conditions)), { minLength: 1, maxLength: 3 })
  .map((rules) => bound(rules.map(([requires, applies], i) => ruleOf(`R${i}`, requires, applies))))

/** A law of one to two rules with up to three exceptions to the first, each going before those after it. */
export const laws: fc.Arbitrary<BoundLaw> = fc
  .tuple(
    fc.array(fc.tuple(conditions, optional(conditions)), { minLength: 1, maxLength: 2 }),
    fc.array(fc.tuple(conditions, optional(conditions)), { maxLength: 3 }),
  )
  .map(([rules, exceptions]) =>
    bound([
      ...rules.map(([requires, applies], i) => ruleOf(`R${i}`, requires, applies)),
      ...exceptions.map(([applies, requires], i) =>
        exception({
          ...heading(`E${i}`),
          ...source,
          exceptionTo: ['R0'],
          over: exceptions.flatMap((_, j) => (j > i ? [`E${j}`] : [])),
          applies,
          ...(requires && { requires }),
        }),
      ),
    ]),
  )
