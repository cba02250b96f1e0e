import { facts } from '@khuyencong/domain'
import { byId, exception, LawError, requirement, type Condition, type Requirement } from '@khuyencong/rules'
import { describe, expect, test } from 'vitest'
import * as bad from '../bad/index.js'
import { cap, colour, description, from, good, is, packWith, rule, source } from '../bad/good.js'
import { check, definePack, extend, national, type Changes, type PackLaw, type PackProblem } from '../index.js'

test('a good pack has no problems', () => {
  expect(check(good)).toEqual([])
})

describe.each(Object.entries(bad))('%s', (_, { pack, expected }) => {
  test('is reported, with what, where and what was expected', () => {
    const { vi, en, ...rest } = expected
    expect(check(pack)).toMatchObject([{ ...rest, message: { vi, en } }])
  })

  test('cites the article concerned, where there is one', () => {
    const [problem] = check(pack)
    const hasArticle = ['rule', 'parameter', 'amount'].includes(expected.place.kind)
    const withoutArticle = ['malformed', 'uncited', 'missing-translation'].includes(expected.code)
    expect(problem?.cites !== undefined).toBe(hasArticle && !withoutArticle)
  })
})

test('every kind of problem has a bad pack', () => {
  const shown = new Set(Object.values(bad).map(({ expected }) => expected.code))
  expect([...shown].sort()).toMatchSnapshot()
})

test('what only the kernel refuses is reported in its words', () => {
  const refused = () => {
    throw new LawError('Rule R rounds sideways.')
  }
  expect(check({ ...good, at: refused })).toMatchObject([
    {
      code: 'does-not-build',
      severity: 'error',
      message: { en: 'Does not build on 2023-01-01: Rule R rounds sideways.' },
    },
  ])
})

describe('a pack read from a file', () => {
  /** Every way down from a node to a part of it. */
  const pathsIn = (node: unknown, path: readonly string[] = []): (readonly string[])[] =>
    typeof node === 'object' && node !== null
      ? Object.entries(node).flatMap(([key, part]) => [[...path, key], ...pathsIn(part, [...path, key])])
      : []
  const replaced = (node: unknown, [key, ...rest]: readonly string[], by: unknown): unknown => {
    if (key === undefined) return by
    if (Array.isArray(node))
      return node.map((item, i) => (String(i) === key ? replaced(item, rest, by) : (item as unknown)))
    const fields = node as Readonly<Record<string, unknown>>
    return { ...fields, [key]: replaced(fields[key], rest, by) }
  }
  const { law, facts, period } = bad.conflictingExceptions.pack

  test.each([undefined, null, 'x', '', 5, 1.5, 1n, true, [], {}, [null], [{}], [1n], { op: 'all' }, { $: 1n }])(
    'may have %o anywhere: it is checked all the same',
    (junk) => {
      for (const path of pathsIn({ law, facts, period })) {
        const changed = replaced({ law, facts, period }, path, junk) as typeof good
        const pack = { ...good, ...changed }
        const at = (day: string) => ({ ...good, ...definePack(pack, pack.facts, pack.law) }).at(day)
        expect(() => check({ ...pack, at }), path.join('.')).not.toThrow()
      }
    },
  )

  test('may be a part of itself', () => {
    const round: { op: 'all'; of: Condition[] } = { op: 'all', of: [] }
    round.of.push(round)
    const [problem] = check(packWith({ rules: byId([requirement({ ...rule('R'), requires: round })]) }))
    expect(problem).toMatchObject({ code: 'malformed', place: { kind: 'rule', id: 'R' } })
    expect(problem?.message.en).toBe(
      "'versions[0].requires.of[0].of[0].of[0].o…' is {…}; expected no more than 400 in one another.",
    )
  })

  test('without an item where its id stands is no pack', () => {
    expect(() => packWith({ rules: { R: null as unknown as Requirement } })).toThrow(
      new LawError("Pack pack: rules 'R' holds no item."),
    )
  })
})

test('an error that is not about the law is not swallowed', () => {
  const broken = () => {
    throw new TypeError('broken')
  }
  expect(() => check({ ...good, at: broken })).toThrow(TypeError)
})

describe('a pack on top of another', () => {
  const law = good.law
  const on = (changes: Changes<typeof law>) =>
    check(extend({ ...good, law }, { ...description, id: 'province' }, changes)).map(line)
  const lower = (to?: '2024-12-31' | '2025-12-31'): Changes<typeof law> => ({
    replace: { parameters: { 'cap.local': [{ ...source, from: '2024-01-01', value: 1n, ...(to && { to }) }] } },
  })

  test('is told where what it replaces ends before itself', () => {
    expect(on(lower('2024-12-31'))).toEqual([
      "warning base-again cap.local 2024-01-01: From 2025-01-01 to 2025-12-31 what pack has stands again: the pack's own does not cover its period.",
    ])
    const exempt = { SMALL: { ...source, from: '2023-01-01', to: '2025-12-30' } } as const
    expect(on({ exempt })).toEqual([
      "warning base-again SMALL 2023-01-01: From 2025-12-31 to 2025-12-31 what pack has stands again: the pack's own does not cover its period.",
    ])
  })

  test('is told that an exception of its base goes on asking what it exempts, until it replaces that as well', () => {
    const { base } = bad.exemptInPart.pack
    if (!base) throw new Error('it builds on nothing')
    const exempt = { SMALL: { ...source, from } } as const
    const told = (changes: Changes<PackLaw>) =>
      check(extend(base, { ...description, id: 'province' }, changes)).filter(({ code }) => code === 'exempt-in-part')
    expect(told({ exempt })).toHaveLength(1)
    expect(told({ exempt, replace: { rules: { LARGER: [{ ...source, from }] } } })).toEqual([])
    expect(told({ replace: { rules: { LARGER: [{ ...source, from }] } } })).toEqual([])
  })

  test('is told so of what national law asks of the forms of pilots', () => {
    const exempt = { 'EL-02': { ...source, from: '2024-01-01' } } as const
    const pack = extend(national, { ...description, period: { from: '2024-01-01' } }, { exempt })
    expect(check(pack).map(line)).toContain(
      "warning exempt-in-part EL-02 2024-01-01: Is exempted, but where the exception 'EL-06-FORM' steps in, that goes on asking; replace it, too, if it is to be lifted.",
    )
  })

  test('may begin to replace on any day, to its last day or beyond', () => {
    expect([...on(lower('2025-12-31')), ...on(lower())]).toEqual([])
  })

  test('is not told again what its base is to be told', () => {
    expect(check(bad.unusedParameter.pack)).toHaveLength(1)
    expect(check(extend(bad.unusedParameter.pack, description, {}))).toEqual([])
    const rules = { SMALL: [{ ...source, from, requires: is('fund', 'local') }] } as const
    expect(on({ replace: { rules } })).toEqual(['warning unused-parameter limit: No rule or amount uses this value.'])
  })

  test('is told of a fact of its own that nothing reads', () => {
    const pack = extend(good, { ...description, id: 'province' }, {}, { facts: colour })
    expect(check(pack).map(line)).toEqual(['warning unused-fact colour: No rule or amount reads this fact.'])
  })

  test('without an article, as only JavaScript can write it, is reported like any other', () => {
    const uncited = { timeline: [{ from, value: 1n, trust: 'text' }] } as unknown as typeof cap
    expect(check(packWith({ parameters: { cap: { ...cap, ...uncited } } })).map(line)).toEqual([
      'error uncited cap 2023-01-01: Cites nothing; expected at least one document and article.',
    ])
  })
})

const line = ({ severity, code, place, message }: PackProblem) =>
  `${severity} ${code} ${place.id}${place.from ? ` ${place.from}` : ''}: ${message.en}`

describe('an exception that goes before one of two that step in at once', () => {
  const codes = (third: { readonly exceptionTo: readonly string[]; readonly subjects?: readonly string[] }) => {
    const one = (id: string) => exception({ ...rule(id), exceptionTo: ['SMALL'], applies: is('fund', 'local') })
    const other = requirement({ ...rule('OTHER'), requires: is('fund', 'local') })
    const rules = byId([other, one('E-1'), one('E-2'), exception({ ...rule('E-3'), over: ['E-1', 'E-2'], ...third })])
    return check(packWith({ rules })).map(({ code }) => code)
  }

  test('keeps them apart where it steps in for the same rule', () => {
    expect(codes({ exceptionTo: ['SMALL'] })).not.toContain('exceptions-conflict')
  })

  test('does not where it is to another rule, or for some of the subjects only', () => {
    expect(codes({ exceptionTo: ['OTHER'] })).toContain('exceptions-conflict')
    expect(codes({ exceptionTo: ['SMALL'], subjects: ['MACH'] })).toContain('exceptions-conflict')
  })
})

describe('national law', () => {
  const found = check(national)

  test('has no errors', () => {
    expect(found.filter(({ severity }) => severity === 'error').map(line)).toEqual([])
  })

  test('has these warnings', () => {
    expect(found.map(line)).toMatchSnapshot()
  })

  test('what programs read and what else may be asked is told by the caller', () => {
    const without = (code: string) => check(bad.unusedParameter.pack, { parameters: [code] })
    expect(without('cap.old')).toEqual([])
    expect(check(bad.unknownSubject.pack, { subjects: ['MACHINE'] })).toEqual([])
  })

  test('reads every fact of the dictionary but those named in the warnings', () => {
    const unused = found.filter(({ code }) => code === 'unused-fact').map(({ place }) => place.id)
    expect(unused.every((fact) => Object.hasOwn(facts, fact))).toBe(true)
  })
})

describe.each(Object.entries(national.areas))('national law on %s', (_, area) => {
  test('has no errors', () => {
    expect(
      check(area)
        .filter(({ severity }) => severity === 'error')
        .map(line),
    ).toEqual([])
  })

  test('has no value that neither a rule nor a function reads', () => {
    expect(check(area).filter(({ code }) => code === 'unused-parameter')).toEqual([])
  })

  test('names no value as read by functions that a rule reads', () => {
    const undeclared = check({ ...area, readByFunctions: [] }).filter(({ code }) => code === 'unused-parameter')
    expect(undeclared.map(({ place }) => place.id).sort()).toEqual([...(area.readByFunctions ?? [])].sort())
  })
})
