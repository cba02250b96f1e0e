import { documents } from '@khuyencong/domain'
import { bind, inForce, isException, isoDate, type Decision, type FindingVerdict, type Law } from '@khuyencong/rules'
import { describe, expect, test } from 'vitest'
import { assessCouncil, assessTitle, keepTitle, nationalTitles, titleCodes, type TitleFacts } from './index.js'

const lawOn = (day: string, law: Law = nationalTitles) => ({
  titles: bind(law, { pack: 'test', version: '0', asOf: isoDate(day) }),
})

const verdictOf = (decision: Decision, rule: string): FindingVerdict | undefined =>
  decision.findings.find((f) => f.rule === rule)?.verdict

/** Meets every standard of both titles under both decrees. */
const artisan = {
  filedOn: '2025-09-20',
  award: 'living',
  vietnamese: true,
  field: 'handicrafts',
  heldTitles: ['NNUT'],
  heritageReview: false,
  goodStanding: true,
  esteemed: true,
  representsHeritage: true,
  yearsInCraft: 20,
  specialCraft: false,
  works: 10,
  newWorks: 2,
  newWorksShown: 2,
  newWorksPrized: 2,
  otherWorkCriterion: false,
  provincialPrize: 'second',
  nationalPrize: 'none',
  otherPrizeCriterion: false,
  trainees: 150,
  meritedTrainees: 0,
  otherTraineeCriterion: false,
  traineeStandardConfirmed: true,
  meritStandardsConfirmed: true,
} as const satisfies TitleFacts

const old = { ...artisan, filedOn: '2024-05-02' } as const satisfies TitleFacts

const stateCouncil: TitleFacts = {
  filedOn: '2019-01-10',
  councilLevel: 'state',
  councilSize: 9,
  councilChair: 'minister',
  councilDeputies: ['commendation', 'ministry'],
}
const kept: TitleFacts = {
  falseDeclaration: false,
  forgedPapers: false,
  unlawfulProposal: false,
  disqualifyingFinding: false,
  imprisoned: false,
}

const round6 = lawOn('2025-12-17')
const state2019 = lawOn('2019-09-20')

type Ask = (facts: TitleFacts) => Decision
const NNUT: Ask = (facts) => assessTitle(round6, 'NNUT', facts)
const NNND: Ask = (facts) => assessTitle(round6, 'NNND', facts)
const council2019: Ask = (facts) => assessCouncil(state2019, facts)
const council2025: Ask = (facts) => assessCouncil(round6, facts)
const keep: Ask = (facts) => keepTitle(round6, 'NNUT', facts)

/** Per rule: facts that meet it, what makes it fail, and which fact leaves it open when it is absent. */
const cases: readonly {
  readonly rule: string
  readonly of: string
  readonly ask: Ask
  readonly met: TitleFacts
  readonly unmet: TitleFacts
  readonly asks: keyof TitleFacts
}[] = [
  { rule: 'ND43-WHO', of: 'NNUT', ask: NNUT, met: artisan, unmet: { vietnamese: false }, asks: 'vietnamese' },
  { rule: 'ND43-WHO', of: 'NNND', ask: NNND, met: artisan, unmet: { field: 'intangible-heritage' }, asks: 'field' },
  {
    rule: 'ND43-HERITAGE',
    of: 'NNUT',
    ask: NNUT,
    met: artisan,
    unmet: { heldTitles: ['NNUT-HERITAGE'] },
    asks: 'heldTitles',
  },
  {
    rule: 'ND43-HERITAGE',
    of: 'NNND',
    ask: NNND,
    met: artisan,
    unmet: { heritageReview: true },
    asks: 'heritageReview',
  },
  {
    rule: 'ND43-NNUT-CONDUCT',
    of: 'NNUT',
    ask: NNUT,
    met: artisan,
    unmet: { goodStanding: false },
    asks: 'goodStanding',
  },
  { rule: 'ND43-NNUT-YEARS', of: 'NNUT', ask: NNUT, met: artisan, unmet: { yearsInCraft: 14 }, asks: 'yearsInCraft' },
  { rule: 'ND43-NNUT-WORKS', of: 'NNUT', ask: NNUT, met: artisan, unmet: { works: 9 }, asks: 'works' },
  {
    rule: 'ND43-NNUT-PRIZE',
    of: 'NNUT',
    ask: NNUT,
    met: artisan,
    unmet: { provincialPrize: 'third' },
    asks: 'provincialPrize',
  },
  {
    rule: 'ND43-NNUT-TRAINEES',
    of: 'NNUT',
    ask: NNUT,
    met: artisan,
    unmet: { traineeStandardConfirmed: false },
    asks: 'traineeStandardConfirmed',
  },
  {
    rule: 'ND43-NNND-CONDUCT',
    of: 'NNND',
    ask: NNND,
    met: artisan,
    unmet: { representsHeritage: false },
    asks: 'esteemed',
  },
  { rule: 'ND43-NNND-MERITED', of: 'NNND', ask: NNND, met: artisan, unmet: { heldTitles: [] }, asks: 'heldTitles' },
  { rule: 'ND43-NNND-YEARS', of: 'NNND', ask: NNND, met: artisan, unmet: { yearsInCraft: 19 }, asks: 'yearsInCraft' },
  {
    rule: 'ND43-NNND-WORKS',
    of: 'NNND',
    ask: NNND,
    met: artisan,
    unmet: { newWorksPrized: 1 },
    asks: 'newWorksPrized',
  },
  { rule: 'ND43-NNND-WORKS', of: 'NNND', ask: NNND, met: artisan, unmet: { newWorks: 1 }, asks: 'newWorks' },
  { rule: 'ND43-NNND-TRAINEES', of: 'NNND', ask: NNND, met: artisan, unmet: { trainees: 149 }, asks: 'trainees' },
  { rule: 'ND123-WHO', of: 'NNUT', ask: NNUT, met: old, unmet: { field: 'other' }, asks: 'field' },
  { rule: 'ND123-CONDUCT', of: 'NNUT', ask: NNUT, met: old, unmet: { esteemed: false }, asks: 'esteemed' },
  {
    rule: 'ND123-NNUT-STANDARDS',
    of: 'NNUT',
    ask: NNUT,
    met: old,
    unmet: { meritStandardsConfirmed: false },
    asks: 'meritStandardsConfirmed',
  },
  {
    rule: 'ND123-NNND-MERITED',
    of: 'NNND',
    ask: NNND,
    met: old,
    unmet: { heldTitles: ['NN-TINH'] },
    asks: 'heldTitles',
  },
  { rule: 'ND123-NNND-YEARS', of: 'NNND', ask: NNND, met: old, unmet: { yearsInCraft: 19 }, asks: 'yearsInCraft' },
  { rule: 'ND123-NNND-WORKS', of: 'NNND', ask: NNND, met: old, unmet: { newWorksShown: 1 }, asks: 'newWorksShown' },
  { rule: 'ND123-NNND-TRAINEES', of: 'NNND', ask: NNND, met: old, unmet: { trainees: 149 }, asks: 'trainees' },
  {
    rule: 'ND123-COUNCIL-SIZE',
    of: 'council',
    ask: council2019,
    met: stateCouncil,
    unmet: { councilSize: 8 },
    asks: 'councilSize',
  },
  {
    rule: 'ND123-COUNCIL-SIZE',
    of: 'council',
    ask: council2019,
    met: { ...stateCouncil, councilSize: 11 },
    unmet: { councilSize: 12 },
    asks: 'councilSize',
  },
  {
    rule: 'ND123-COUNCIL-HEADS',
    of: 'council',
    ask: council2019,
    met: stateCouncil,
    unmet: { councilChair: 'other' },
    asks: 'councilChair',
  },
  {
    rule: 'ND123-COUNCIL-HEADS',
    of: 'council',
    ask: council2019,
    met: stateCouncil,
    unmet: { councilDeputies: ['ministry'] },
    asks: 'councilDeputies',
  },
  {
    rule: 'ND123-COUNCIL-OTHER',
    of: 'council',
    ask: council2019,
    met: { councilLevel: 'province', compositionConfirmed: true },
    unmet: { compositionConfirmed: false },
    asks: 'compositionConfirmed',
  },
  {
    rule: 'ND43-COUNCIL',
    of: 'council',
    ask: council2025,
    met: { ...stateCouncil, filedOn: '2025-09-20', compositionConfirmed: true },
    unmet: { compositionConfirmed: false },
    asks: 'compositionConfirmed',
  },
  {
    rule: 'TDKT-93-DECLARATION',
    of: 'keeping',
    ask: keep,
    met: kept,
    unmet: { falseDeclaration: true },
    asks: 'falseDeclaration',
  },
  { rule: 'TDKT-93-PAPERS', of: 'keeping', ask: keep, met: kept, unmet: { forgedPapers: true }, asks: 'forgedPapers' },
  {
    rule: 'TDKT-93-PROPOSAL',
    of: 'keeping',
    ask: keep,
    met: kept,
    unmet: { unlawfulProposal: true },
    asks: 'unlawfulProposal',
  },
  {
    rule: 'TDKT-93-FINDING',
    of: 'keeping',
    ask: keep,
    met: kept,
    unmet: { disqualifyingFinding: true },
    asks: 'disqualifyingFinding',
  },
  { rule: 'TDKT-93-PRISON', of: 'keeping', ask: keep, met: kept, unmet: { imprisoned: true }, asks: 'imprisoned' },
]

describe.each(cases)('$rule ($of, $asks)', ({ rule, ask, met, unmet, asks }) => {
  test('met', () => {
    const decision = ask(met)
    expect([verdictOf(decision, rule), decision.verdict]).toEqual(['met', 'met'])
    expect(decision.missing).toEqual([])
  })

  test('unmet, and what would have to change', () => {
    const decision = ask({ ...met, ...unmet })
    expect([verdictOf(decision, rule), decision.verdict]).toEqual(['unmet', 'unmet'])
    expect(decision.remedies.length).toBeGreaterThan(0)
  })

  test('unknown, and asks', () => {
    const decision = ask({ ...met, [asks]: undefined })
    expect([verdictOf(decision, rule), decision.verdict]).toEqual(['unknown', 'unknown'])
    expect(decision.missing).toContain(asks)
  })
})

test('every general rule of national law has a case', () => {
  const general = Object.values(nationalTitles.rules).filter((rule) => !isException(rule))
  // That a title may be given posthumously can only be met.
  expect(new Set([...cases.map((c) => c.rule), 'TDKT-POSTHUMOUS'])).toEqual(new Set(general.map((rule) => rule.id)))
})

describe.each(['NNUT', 'NNND'] as const)('%s', (code) => {
  test('with no facts is unknown, and asks first when the dossier was filed', () => {
    expect(assessTitle(round6, code, {})).toMatchObject({ verdict: 'unknown', next: 'filedOn' })
  })

  test('before the new decree it does not ask when', () => {
    expect(assessTitle(lawOn('2024-06-05'), code, {}).missing).not.toContain('filedOn')
  })

  test('answering what is asked, one fact at a time, ends in a yes', () => {
    let known: TitleFacts = {}
    let decision = assessTitle(round6, code, known)
    for (let asked = 0; decision.verdict === 'unknown' && asked < 60; asked++) {
      const next = decision.next as keyof typeof artisan
      expect(Object.keys(artisan)).toContain(next)
      known = { ...known, [next]: artisan[next] }
      decision = assessTitle(round6, code, known)
    }
    expect(decision.verdict).toBe('met')
  })
})

describe('what a title is not', () => {
  test('keepers of intangible heritage (water puppets, rites) are outside the decrees on handicrafts', () => {
    for (const facts of [artisan, old])
      for (const code of ['NNUT', 'NNND'] as const) {
        const decision = assessTitle(round6, code, { ...facts, field: 'intangible-heritage' })
        expect(decision.verdict).toBe('unmet')
        expect(decision.remedies[0]?.mutability).toBe('fixed')
      }
  })

  test('who holds the title in heritage cannot have it in handicrafts too, since NĐ 43/2024', () => {
    const held: TitleFacts = { heldTitles: ['NNUT-HERITAGE'] }
    expect(NNUT({ ...artisan, ...held }).verdict).toBe('unmet')
    expect(NNUT({ ...old, ...held }).verdict).toBe('met')
  })

  test('the title of the craft-village association opens no way to People’s Artisan', () => {
    for (const facts of [artisan, old]) expect(NNND({ ...facts, heldTitles: ['LANG-NGHE'] }).verdict).toBe('unmet')
  })

  test('nor does Merited Artisan in intangible heritage', () => {
    for (const facts of [artisan, old]) expect(NNND({ ...facts, heldTitles: ['NNUT-HERITAGE'] }).verdict).toBe('unmet')
  })

  test('twenty years in the craft without Merited Artisan are not enough for People’s Artisan', () => {
    const decision = NNND({ ...artisan, yearsInCraft: 20, heldTitles: [] })
    expect(decision.verdict).toBe('unmet')
    expect(decision.findings.filter((f) => f.verdict === 'unmet').map((f) => f.rule)).toEqual(['ND43-NNND-MERITED'])
  })

  test('works made before Merited Artisan do not count for People’s Artisan', () => {
    const before: TitleFacts = { works: 40, newWorks: 0, newWorksShown: 0, newWorksPrized: 0 }
    expect(verdictOf(NNND({ ...artisan, ...before }), 'ND43-NNND-WORKS')).toBe('unmet')
    expect(verdictOf(NNND({ ...old, ...before }), 'ND123-NNND-WORKS')).toBe('unmet')
  })
})

describe('NNUT under NĐ 43/2024', () => {
  const prize = (facts: TitleFacts) => verdictOf(NNUT({ ...artisan, ...facts }), 'ND43-NNUT-PRIZE')

  test('exactly fifteen years and ten works are enough', () => {
    expect(NNUT({ ...artisan, yearsInCraft: 15, works: 10 }).verdict).toBe('met')
  })

  test('a third prize counts in the nation, not in a province', () => {
    expect(prize({ provincialPrize: 'third', nationalPrize: 'third' })).toBe('met')
    expect(prize({ provincialPrize: 'first' })).toBe('met')
    expect(prize({ provincialPrize: 'none', nationalPrize: 'consolation' })).toBe('unmet')
  })

  test('the list of criteria is cut off: without a listed prize it asks, and does not refuse', () => {
    const open = NNUT({ ...artisan, provincialPrize: 'none', otherPrizeCriterion: undefined })
    expect(open).toMatchObject({ verdict: 'unknown', missing: ['otherPrizeCriterion'] })
    expect(prize({ provincialPrize: 'none', otherPrizeCriterion: true })).toBe('met')
  })

  test('the standard on trainees is not known: without the confirmation there is no yes', () => {
    const open = NNUT({ ...artisan, trainees: 500, specialCraft: true, traineeStandardConfirmed: undefined })
    expect(open).toMatchObject({ verdict: 'unknown', missing: ['traineeStandardConfirmed'] })
    expect(NNUT(artisan).trust.weakest).toBe('assumed')
  })
})

describe('trainees of NNND', () => {
  test.each([
    ['NĐ 43/2024', artisan, 'ND43-NNND-TRAINEES', 'ND43-SPECIAL-CRAFT'],
    ['NĐ 123/2014', old, 'ND123-NNND-TRAINEES', 'ND123-SPECIAL-CRAFT'],
  ] as const)('%s: the number is waived for a special craft', (_, facts, rule, exception) => {
    const decision = NNND({ ...facts, trainees: 3, specialCraft: true })
    expect(decision.verdict).toBe('met')
    expect(decision.findings.find((f) => f.rule === rule)?.exception).toMatchObject({
      rule: exception,
      generalVerdict: 'unmet',
    })
    expect(NNND({ ...facts, trainees: 3, specialCraft: undefined })).toMatchObject({
      verdict: 'unknown',
      missing: ['specialCraft'],
    })
    expect(NNND({ ...facts, trainees: 3, specialCraft: false }).verdict).toBe('unmet')
  })

  test('NĐ 123/2014: one pupil who became a Merited Artisan is enough', () => {
    expect(verdictOf(NNND({ ...old, trainees: 0, meritedTrainees: 1 }), 'ND123-NNND-TRAINEES')).toBe('met')
    expect(NNND({ ...artisan, trainees: 0, meritedTrainees: 1 }).verdict).toBe('unmet')
  })

  test('NĐ 43/2024: the other way is cut off, so it is asked for', () => {
    expect(NNND({ ...artisan, trainees: 20, otherTraineeCriterion: undefined }).missing).toEqual([
      'otherTraineeCriterion',
    ])
    expect(NNND({ ...artisan, trainees: 20, otherTraineeCriterion: true }).verdict).toBe('met')
  })
})

describe('6 June 2024', () => {
  /** Enough for the old decree, which takes a certificate and one pupil of merit; not for the new one. */
  const between: TitleFacts = {
    ...artisan,
    filedOn: undefined,
    newWorksPrized: 0,
    trainees: 0,
    meritedTrainees: 1,
  }
  const on = (day: string, filedOn: TitleFacts['filedOn']) => assessTitle(lawOn(day), 'NNND', { ...between, filedOn })

  test('before it, NĐ 123/2014 rules whatever the dossier says', () => {
    expect(on('2024-06-05', undefined).verdict).toBe('met')
    expect(on('2024-06-05', '2024-06-05').verdict).toBe('met')
  })

  test('a dossier filed before it stays under NĐ 123/2014', () => {
    expect(on('2024-06-06', '2024-06-05').verdict).toBe('met')
    expect(on('2025-12-17', '2024-06-05').verdict).toBe('met')
    expect(on('2024-06-06', '2024-06-06').verdict).toBe('unmet')
  })

  test('on it, a decision that hangs on the day of filing asks for it', () => {
    expect(on('2024-06-06', undefined)).toMatchObject({ verdict: 'unknown', missing: ['filedOn'] })
    expect(assessTitle(lawOn('2024-06-06'), 'NNND', { ...artisan, filedOn: undefined }).verdict).toBe('met')
  })

  test('a dossier in course names both decrees', () => {
    const cites = on('2025-12-17', '2024-06-05').findings.find((f) => f.rule === 'ND123-NNND-YEARS')?.cites
    expect(cites?.map((c) => c.document)).toEqual(['NĐ 123/2014/NĐ-CP', 'NĐ 43/2024/NĐ-CP'])
    expect(on('2024-06-05', undefined).findings.map((f) => f.cites[0].document)).not.toContain('NĐ 43/2024/NĐ-CP')
  })

  test('a rule read in the text is no longer so sure once it rests on the transition', () => {
    const trust = (day: string) => on(day, '2024-06-05').findings.find((f) => f.rule === 'ND123-WHO')?.trust.weakest
    expect([trust('2024-06-05'), trust('2024-06-06')]).toEqual(['text', 'secondary'])
  })
})

describe('a posthumous award', () => {
  const finding = (day: string, award: TitleFacts['award']) =>
    assessTitle(lawOn(day), 'NNND', { ...artisan, award }).findings.find((f) => f.rule === 'TDKT-POSTHUMOUS')

  test('is possible, and the finding names the law of the day', () => {
    expect(finding('2020-12-15', 'posthumous')).toMatchObject({ verdict: 'met', cites: [{ article: '58' }] })
    expect(finding('2023-12-31', 'posthumous')?.cites[0].document).toBe('Luật Thi đua, khen thưởng 2003')
    expect(finding('2024-01-01', 'posthumous')).toMatchObject({ verdict: 'met', cites: [{ article: '59' }] })
    expect(finding('2024-01-01', 'living')?.verdict).toBe('not-applicable')
  })

  test('is not asked about: it changes no standard', () => {
    expect(NNND({ ...artisan, award: undefined }).missing).toEqual([])
  })
})

describe('days without rules', () => {
  test('before NĐ 123/2014 there is no answer, not a yes', () => {
    const problem = {
      code: 'title-without-rules',
      field: 'title',
      message: 'test has no rules on the title NNUT on 2014-12-24.',
      expected: 'a law with such rules in force, e.g. that of a province for a provincial title',
    }
    const ask = () => assessTitle(lawOn('2014-12-24'), 'NNUT', artisan)
    expect(ask).toThrow(expect.objectContaining({ problems: [problem] }))
    expect(assessTitle(lawOn('2014-12-25'), 'NNUT', old).verdict).toBe('met')
  })

  test('before the Law of 2022 the grounds of loss are not known', () => {
    expect(() => keepTitle(lawOn('2023-12-31'), 'NNUT', kept)).toThrow('no rules on the loss of the title NNUT')
    expect(keepTitle(lawOn('2024-01-01'), 'NNND', kept).verdict).toBe('met')
  })

  test('councils: before NĐ 123/2014 none', () => {
    expect(() => assessCouncil(lawOn('2014-12-24'), {})).toThrow('no rules on councils')
  })
})

test('a code that is no title is refused, naming the codes', () => {
  const expected = `one of ${titleCodes.join(', ')}`
  const problem = { code: 'title-unknown', field: 'title', message: "'LANG-NGHE' is not a title code.", expected }
  expect(() => assessTitle(round6, 'LANG-NGHE', artisan)).toThrow(expect.objectContaining({ problems: [problem] }))
  expect(() => keepTitle(round6, 'NNUTT', kept)).toThrow("'NNUTT' is not a title code")
})

test('a fact that does not fit is refused', () => {
  const wrong = { yearsInCraft: -1 } as const
  expect(() => NNUT(wrong)).toThrow("'-1' is not a value of 'yearsInCraft'")
})

test('national law has nothing on provincial titles', () => {
  for (const code of ['NN-TINH', 'THO-GIOI'] as const)
    expect(() => assessTitle(round6, code, artisan)).toThrow(`no rules on the title ${code}`)
})

describe('the law as data', () => {
  const sources = [
    ...Object.values(nationalTitles.rules).flatMap((rule) => rule.versions.map((v) => ({ id: rule.id, ...v }))),
    ...Object.values(nationalTitles.parameters).flatMap((p) => p.timeline.map((v) => ({ id: p.id, ...v }))),
    ...Object.values(nationalTitles.amounts).flatMap((a) => a.versions.map((v) => ({ id: a.id, ...v }))),
  ]

  test('cites only documents that are listed', () => {
    for (const { cites } of sources)
      for (const { document } of cites) expect(Object.keys(documents)).toContain(document)
  })

  test('says why wherever something is assumed', () => {
    for (const source of sources)
      if (source.trust === 'assumed') expect([source.id, 'note' in source]).toEqual([source.id, true])
  })

  test('binds on every day on which something changes, and the day before', () => {
    const days = new Set(sources.flatMap((s) => ('to' in s ? [s.from, s.to] : [s.from])))
    for (const day of days) expect(lawOn(day).titles.identity.asOf).toBe(day)
  })

  test('multiplies nothing that would have to be rounded', () => {
    const { parameters } = nationalTitles
    for (const { timeline } of [parameters['NNUT.multiple'], parameters['NNND.multiple']])
      for (const { value: multiple, ...period } of timeline)
        for (const salary of parameters['BASE-SALARY'].timeline)
          if (inForce(period, salary.from)) expect((salary.value * multiple.numerator) % multiple.denominator).toBe(0n)
  })
})
