import { atLeast, atMost, moreThan } from './condition.js'
import { addYears, literal, param, type Expression } from './expression.js'
import type { FactsOf } from './facts.js'
import { allOf, fact, is, isNot, match, oneOf, someOf, source, type facts } from './library.test-support.js'
import { parameter } from './parameter.js'
import { byId, exception, requirement } from './rule.js'

const title = { vi: 'tên', en: 'name' }

export const facts1: FactsOf<typeof facts> = { card: 'child', age: 6, debt: 0n, papers: ['form'], joined: '2024-01-01' }
// @ts-expect-error money is a bigint
export const facts2: FactsOf<typeof facts> = { debt: 5 }
// @ts-expect-error no such kind of card
export const facts3: FactsOf<typeof facts> = { card: 'senior' }
// @ts-expect-error no such fact
export const facts4: FactsOf<typeof facts> = { agee: 6 }

// @ts-expect-error no such fact
fact('agee')
// @ts-expect-error no such value
is('card', 'senior')
// @ts-expect-error a count is neither a flag nor a choice
is('age')
// @ts-expect-error a choice is not a flag
isNot('card')
// @ts-expect-error no such value
oneOf('card', ['senior'])
// @ts-expect-error a single choice is not a list
someOf('card', ['child'])
// @ts-expect-error no such value
allOf('papers', ['passport'])
// @ts-expect-error a case is missing
match('card', { child: literal(1n) })
// @ts-expect-error a case that the choice does not have
match('card', { child: literal(1n), adult: literal(2n), senior: literal(3n) })
export const byCard: Expression<bigint> = match('card', { child: literal(1n), adult: fact('debt') })
// @ts-expect-error money by card is no count
export const countByCard: Expression<number> = match('card', { child: literal(1n), adult: fact('debt') })
// @ts-expect-error a count does not compare with money
atMost(fact('age'), literal(5n))
// @ts-expect-error of two choices none is more than the other
atMost(fact('card'), literal('child'))
// @ts-expect-error nor is one of two flags
moreThan(fact('resident'), literal(false))
// @ts-expect-error nor is one of two lists
atLeast(fact('papers'), fact('papers'))
atMost(fact('joined'), literal('2024-01-01'))
atMost(fact('joined'), addYears(fact('joined'), literal(2)))

const age = parameter({ id: 'age', title, unit: 'persons', timeline: [{ ...source, value: 6 }] })
export const limit: Expression<number> = param(age)
atMost(fact('age'), param(age))
// @ts-expect-error money does not compare with a count
atMost(fact('debt'), param(age))
// @ts-expect-error a value without a citation
parameter({ id: 'uncited', title, unit: 'persons', timeline: [{ ...source, cites: [], value: 6 }] })

const grown = requirement({ id: 'grown', group: 'g', title, ...source, requires: atMost(limit, fact('age')) })
export const found: 'grown' = byId([grown]).grown.id
// @ts-expect-error no such rule
export const lost: unknown = byId([grown]).growm
// @ts-expect-error a requirement requires something
requirement({ id: 'empty', group: 'g', title, ...source })
exception({ id: 'lifts', group: 'g', title, ...source, exceptionTo: ['grown'] })
