import {
  bind,
  defineFacts,
  literal,
  not,
  sum,
  vocabulary,
  type Condition,
  type Facts,
  type Relation,
  type Value,
} from '@khuyencong/rules'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { possible } from './possible.js'

const about = { group: 'g', mutability: 'fixed', title: { vi: '', en: '' }, question: { vi: '', en: '' } } as const
const names = { a: about.title, b: about.title, c: about.title }
const facts = defineFacts({
  yes: { ...about, kind: 'flag' },
  one: { ...about, kind: 'choice', values: names },
  some: { ...about, kind: 'choices', values: names },
  count: { ...about, kind: 'count' },
  other: { ...about, kind: 'count' },
})
const { fact } = vocabulary<typeof facts>()
const day = '2024-01-01'
const nothing = { rules: {}, parameters: {}, amounts: {} }

const relation = fc.constantFrom<Relation>('=', '≠', '<', '≤', '>', '≥')
const number = fc.integer({ min: -3, max: 4 }).map((value) => literal(value))
const listed = fc.subarray(['a', 'b', 'c'])
const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.boolean().map((value): Condition => ({ op: 'compare', left: fact('yes'), relation: '=', right: literal(value) })),
  listed.map((values): Condition => ({ op: 'one-of', left: fact('one'), values })),
  fc
    .tuple(fc.constantFrom('some-of' as const, 'all-of' as const), listed)
    .map(([op, values]): Condition => ({ op, left: fact('some'), values })),
  fc.tuple(fc.constantFrom<Relation>('=', '≠'), listed).map(([r, values]): Condition => ({
    op: 'compare',
    left: fact('some'),
    relation: r,
    right: literal(values),
  })),
  fc
    .tuple(relation, number)
    .map(([r, right]): Condition => ({ op: 'compare', left: fact('count'), relation: r, right })),
  fc
    .tuple(relation, number)
    .map(([r, left]): Condition => ({ op: 'compare', left, relation: r, right: fact('other') })),
  fc.tuple(relation, number).map(([r, right]): Condition => ({
    op: 'compare',
    left: sum([fact('count'), fact('other')]),
    relation: r,
    right,
  })),
)
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    leaf,
    tie('condition').map(not),
    fc
      .tuple(fc.constantFrom('all' as const, 'any' as const), fc.array(tie('condition'), { maxLength: 3 }))
      .map(([op, of]): Condition => ({ op, of })),
  ),
}))

/** Every application within small bounds; the bounds lie beyond every limit that the conditions above name. */
const everything: readonly Facts[] = (() => {
  const domains: readonly (readonly [string, readonly Value[]])[] = [
    ['yes', [true, false]],
    ['one', ['a', 'b', 'c']],
    ['some', [[], ['a'], ['b'], ['c'], ['a', 'b'], ['a', 'c'], ['b', 'c'], ['a', 'b', 'c']]],
    ['count', [0, 1, 2, 3, 4, 5]],
    ['other', [0, 1, 2, 3, 4, 5]],
  ]
  return domains.reduce<Facts[]>(
    (known, [name, values]) => known.flatMap((facts) => values.map((value) => ({ ...facts, [name]: value }))),
    [{}],
  )
})()

const verdicts = (asked: Condition) => {
  const rule = {
    id: 'r',
    group: '',
    title: about.title,
    versions: [{ from: day, cites: [{ document: 'D' }], trust: 'text', requires: asked }],
  } as const
  const law = bind({ facts, parameters: {}, rules: { r: rule }, amounts: {} }, { pack: 'p', version: '1', asOf: day })
  return (known: Facts) => law.verdict('', known)
}

describe('what can hold, against trying every application', () => {
  test('never a wrong no, never a wrong yes; undecided only where something is computed', () => {
    fc.assert(
      fc.property(condition, (asked) => {
        const verdict = verdicts(asked)
        const really = everything.some((known) => verdict(known) === 'met')
        const found = possible(asked, { facts, law: nothing }, day)
        if (found.answer === 'no') expect(really).toBe(false)
        if (found.answer === 'yes') expect(verdict(found.facts)).toBe('met')
        if (found.answer === 'maybe') expect(JSON.stringify(asked)).toContain('sum')
      }),
      { numRuns: 300 },
    )
  })
})
