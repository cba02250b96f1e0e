import { describe, expect, test } from 'vitest'
import { LawError } from './errors.js'
import { highest, literal, lowest, named, param, sum, times, type Expression } from './expression.js'
import type { Facts } from './facts.js'
import type { IsoDate } from './iso-date.js'
import { fact, facts, heading, library, match, on, source } from './library.test-support.js'
import { parameter, type DatedValue, type Unit } from './parameter.js'
import { percent, type Ratio } from './ratio.js'
import { amountRule } from './rule.js'
import { fromJson, toJson, traceDocument } from './json.js'
import { traceText } from './trace-text.js'
import type { Value } from './value.js'

const title = (text: string) => ({ vi: text, en: text })
const value = <const Id extends string, T extends Value>(id: Id, unit: Unit, ...timeline: DatedValue<T>[]) =>
  parameter({ id, title: title(id), unit, timeline })

const rate = value<'rate', Ratio>('rate', 'ratio', { ...source, value: percent(50n) })
const cap = value<'cap', bigint>('cap', 'dong', { ...source, trust: 'assumed', value: 300n })
const childCap = value<'child-cap', bigint>('child-cap', 'dong', { ...source, to: '2020-12-31', value: 100n })
const rounding = value<'rounding', string>('rounding', 'choice', { ...source, value: 'down' })

const share = named('share', title('share'), times(param(rate), fact('debt'), param(rounding)))
const upTo = (limit: Expression<bigint>) => lowest([share, named('cap', title('cap'), limit)])
const fee = (amount: Expression<bigint>) => {
  const rule = amountRule({ ...heading('fee'), per: title('card'), versions: [{ ...source, amount }] })
  const law = library([], [rate, cap, childCap, rounding], [rule])
  return (given: Facts, day: IsoDate = '2024-01-01') => on(law, day).amount('fee', given)
}

describe('the lower of a share and a cap', () => {
  const of = fee(upTo(param(cap)))

  test.each([
    [{ debt: 500n }, 250n, 'share'],
    [{ debt: 501n }, 250n, 'share'],
    [{ debt: 600n }, 300n, 'share'],
    [{ debt: 601n }, 300n, 'share'],
    [{ debt: 602n }, 300n, 'cap'],
    [{ debt: 0n }, 0n, 'share'],
  ])('of %o is %s by the %s', (given, amount, binding) => {
    expect(of(given)).toMatchObject({ status: 'known', amount, binding, atMost: undefined, missing: [] })
  })

  test('with the cost unknown is unknown, but no more than the cap', () => {
    expect(of({})).toMatchObject({
      status: 'unknown',
      amount: undefined,
      atMost: 300n,
      binding: undefined,
      missing: ['debt'],
    })
  })

  test('rests on the cap even where the share was taken: had the cap been lower, it would have been', () => {
    expect(of({ debt: 500n })?.trust).toMatchObject({ weakest: 'assumed', doubts: [{ kind: 'parameter', id: 'cap' }] })
  })

  test('rests on how the law rounds only where there is something to round', () => {
    const down = value<'rounding', string>('rounding', 'choice', { ...source, trust: 'assumed', value: 'down' })
    const trustOf = (amount: Expression<bigint>, given: Facts) => {
      const rule = amountRule({ ...heading('fee'), per: title('card'), versions: [{ ...source, amount }] })
      return on(library([], [rate, down], [rule])).amount('fee', given)?.trust
    }
    const onRounding = { weakest: 'assumed', doubts: [{ id: 'rounding' }] }
    expect(trustOf(share, { debt: 500n })).toEqual({ weakest: 'text', doubts: [] })
    expect(trustOf(share, { debt: 501n })).toMatchObject(onRounding)
    const byCard = match('card', { child: literal(percent(25n)), adult: literal(percent(50n)) })
    expect(trustOf(times(byCard, fact('debt'), param(down)), { debt: 500n })).toMatchObject(onRounding)
    expect(trustOf(share, {})).toMatchObject(onRounding)
  })

  test('is refused for facts that do not fit', () => {
    expect(() => of({ debt: -1n })).toThrow('facts.debt')
  })
})

test('a named fact or parameter can be what bound, too', () => {
  const of = fee(lowest([named('cost', title('cost'), fact('debt')), named('cap', title('cap'), param(cap))]))
  expect([of({ debt: 1n })?.binding, of({ debt: 301n })?.binding]).toEqual(['cost', 'cap'])
})

describe('a value by an unknown choice', () => {
  const by = (child: bigint, adult: bigint) => fee(match('card', { child: literal(child), adult: literal(adult) }))

  test('is known where all cases agree', () => {
    expect(by(5n, 5n)({})).toMatchObject({ status: 'known', amount: 5n, missing: [] })
  })

  test('is unknown where they differ, and the choice is asked', () => {
    expect(by(5n, 6n)({})).toMatchObject({ status: 'unknown', missing: ['card'] })
    expect(by(5n, 6n)({ card: 'adult' })).toMatchObject({ status: 'known', amount: 6n })
  })

  test('asks for what its cases need, but not for what the case taken does not need', () => {
    const of = fee(match('card', { child: literal(0n), adult: fact('debt') }))
    expect(of({})?.missing).toEqual(['card', 'debt'])
    expect(of({ card: 'child' })).toMatchObject({ amount: 0n })
    expect(of({ card: 'adult' })?.missing).toEqual(['debt'])
  })

  test('asks in the order of the dictionary, whatever the order of the formula', () => {
    const of = fee(upTo(match('card', { child: literal(5n), adult: literal(6n) })))
    expect(of({})?.missing).toEqual(['card', 'debt'])
  })

  test('keeps the bound of the case taken', () => {
    const of = fee(match('card', { child: literal(0n), adult: upTo(param(cap)) }))
    expect(of({ card: 'adult' })).toMatchObject({ status: 'unknown', atMost: 300n })
  })
})

describe('a value that was repealed is none, which is not zero', () => {
  test('and an amount made of it has no level', () => {
    const of = fee(upTo(param(childCap)))
    expect(of({ debt: 500n }, '2020-12-31')).toMatchObject({ status: 'known', amount: 100n })
    expect(of({ debt: 500n }, '2021-01-01')).toEqual({
      rule: 'fee',
      status: 'no-level',
      title: title('fee'),
      per: title('card'),
      costItems: undefined,
      amount: undefined,
      atMost: undefined,
      binding: undefined,
      missing: [],
      cites: undefined,
      trust: { weakest: 'text', doubts: [] },
      trace: undefined,
      notices: [],
    })
  })

  test('in one case leaves the others as they are', () => {
    const of = fee(upTo(match('card', { child: param(childCap), adult: param(cap) })))
    expect(of({ card: 'adult', debt: 10n })).toMatchObject({ status: 'known', amount: 5n })
    expect(of({ card: 'child', debt: 10n })).toMatchObject({ status: 'no-level', amount: undefined })
    expect(of({ debt: 10n })).toMatchObject({ status: 'unknown', missing: ['card'] })
  })

  test('in every case leaves no level, whatever the choice', () => {
    const of = fee(match('card', { child: param(childCap), adult: param(childCap) }))
    expect(of({})).toMatchObject({ status: 'no-level' })
  })
})

test('before and after its own versions an amount has no level', () => {
  const rule = amountRule({
    ...heading('fee'),
    per: title('card'),
    versions: [{ ...source, to: '2020-12-31', amount: literal(1n) }],
  })
  const status = (day: IsoDate) => on(library([], [], [rule]), day).amount('fee', {})?.status
  expect((['2019-12-31', '2020-01-01', '2020-12-31', '2021-01-01'] as const).map(status)).toEqual([
    'no-level',
    'known',
    'known',
    'no-level',
  ])
})

test('sums and highests are exact, and unknown with any term', () => {
  expect(fee(sum([fact('debt'), literal(2n ** 70n)]))({ debt: 1n })?.amount).toBe(2n ** 70n + 1n)
  expect(fee(highest([fact('debt'), literal(2n)]))({ debt: 1n })).toMatchObject({ amount: 2n })
  expect(fee(highest([fact('debt'), literal(2n)]))({})).toMatchObject({ status: 'unknown', atMost: undefined })
  expect(Object.keys(facts)).toContain('debt')
})

describe('an amount that is no đồng is a fault of the law, and not unknown', () => {
  const refusal = (comesTo: string) =>
    new LawError(`Amount fee comes to '${comesTo}'; expected whole đồng as a bigint, not negative.`)
  // What types refuse, JavaScript can write.
  const count = literal(5) as Expression as Expression<bigint>

  test.each([
    ['a count', fee(count), {}, '5'],
    ['the lowest of money and a count', fee(lowest([fact('debt'), count])), { debt: 9n }, '5'],
    ['that, with the money not known', fee(lowest([fact('debt'), count])), {}, '5'],
    ['less than none', fee(sum([fact('debt'), literal(-100n)])), { debt: 5n }, '-95'],
    ['at most less than none', fee(lowest([fact('debt'), literal(-5n)])), {}, '-5'],
  ] as const)('%s', (_, of, given, comesTo) => {
    expect(() => of(given)).toThrow(refusal(comesTo))
  })
})

describe('under another reading of an open point', () => {
  const reading = (of: bigint) => ({ value: of, title: title(`up to ${of}`) })
  const open = value<'cap', bigint>('cap', 'dong', { ...source, value: 300n, readings: [reading(200n), reading(400n)] })
  const gone = value<'cap', bigint>('cap', 'dong', {
    ...source,
    to: '2020-12-31',
    value: 300n,
    readings: [reading(200n)],
  })
  const law = (cap: typeof open) =>
    on(
      library(
        [],
        [rate, cap, rounding],
        [amountRule({ ...heading('fee'), per: title('card'), versions: [{ ...source, amount: upTo(param(cap)) }] })],
      ),
    )

  test('an amount that would be another says so, with each', () => {
    const amount = law(open).amount('fee', { debt: 700n })
    expect(amount).toMatchObject({
      amount: 300n,
      notices: [
        {
          kind: 'open-question',
          parameter: 'cap',
          taken: 300n,
          readings: [
            { ...reading(200n), status: 'known', amount: 200n },
            { ...reading(400n), status: 'known', amount: 350n },
          ],
        },
      ],
    })
    if (!amount) throw new Error('there is a fee')
    const document = traceDocument(law(open), { debt: 700n }, amount)
    expect(fromJson(toJson(document)).answer).toMatchObject({ notices: amount.notices })
    expect(traceText(document, 'en').split('\n')).toEqual(
      expect.arrayContaining([
        'The law is open: cap; taken as 300 đồng.',
        '  under the reading "up to 200": 200 đồng.',
        '  under the reading "up to 400": 350 đồng.',
      ]),
    )
  })

  test('an amount that would be the same says nothing', () => {
    expect(law(open).amount('fee', { debt: 100n })?.notices).toEqual([])
    expect(law(open).amount('fee', {})?.notices).toEqual([])
    expect(law(gone).amount('fee', { debt: 700n })).toMatchObject({ status: 'no-level', notices: [] })
  })
})
