import { InputError, type Decision, type IsoDate } from '@khuyencong/rules'
import { describe, expect, test } from 'vitest'
import { assessEntry, assessRound, assessWithdrawal } from './assess.js'
import type { EntryFacts } from './entry-facts.js'
import { on } from './law.test-support.js'
import type { Level } from './level.js'
import type { RoundFacts } from './round-facts.js'

/** An embroidered set of 2024 that may go from its province to the region. */
const set: EntryFacts = {
  ruralEstablishment: true,
  entryKind: 'set',
  setKind: 'materials',
  productGroup: 'handicraft',
  industrialProduct: true,
  madeByEntrant: true,
  breaches: [],
  copiesAnother: false,
  seriesProduction: true,
  entryDate: '2024-03-01',
  dossierPapers: ['entry-form', 'registration', 'description', 'referral-letter'],
  dossierSets: 2,
  electronicCopy: true,
  photoViews: ['front', 'side', 'top'],
  photos: 3,
  lowerRoundHeld: true,
  lowerCertificate: true,
  lowerCertificateYear: 2022,
}

const without = <F extends object>(facts: F, key: keyof F): F => ({ ...facts, [key]: undefined })
const finding = (decision: Decision, rule: string) => decision.findings.find((each) => each.rule === rule)

describe('an entry that meets everything', () => {
  test.each([
    ['DISTRICT', '2016-03-01'],
    ['PROVINCE', '2016-03-01'],
    ['DISTRICT', '2025-06-30'],
    ['COMMUNE', '2025-07-01'],
    ['PROVINCE', '2024-03-01'],
    ['REGION', '2024-03-01'],
    ['NATION', '2024-03-01'],
    ['NATION', '2026-01-01'],
  ] as const)('%s on %s', (level, day) => {
    expect(assessEntry(on(day), level, set).verdict).toBe('met')
  })

  test('with nothing known, every level asks first who enters', () => {
    for (const level of ['DISTRICT', 'PROVINCE', 'REGION', 'NATION'])
      expect(assessEntry(on('2024-03-01'), level, {})).toMatchObject({ verdict: 'unknown', next: 'ruralEstablishment' })
  })

  test('answering what is asked, one fact at a time, ends in a yes', () => {
    let known: EntryFacts = {}
    let decision = assessEntry(on('2024-03-01'), 'REGION', known)
    for (let asked = 0; decision.verdict === 'unknown' && asked < 30; asked++) {
      const next = decision.next as keyof EntryFacts
      known = { ...known, [next]: set[next] }
      decision = assessEntry(on('2024-03-01'), 'REGION', known)
    }
    expect(decision.verdict).toBe('met')
    expect(known).not.toHaveProperty('copiesAnother')
  })
})

/** Per rule: what makes it fail, and which fact leaves it open. */
const cases: readonly {
  readonly rule: string
  readonly level?: Level
  readonly day?: IsoDate
  readonly unmet: EntryFacts
  readonly asks: keyof EntryFacts
}[] = [
  { rule: 'CE-1', unmet: { ruralEstablishment: false }, asks: 'ruralEstablishment' },
  { rule: 'CE-2', unmet: { setKind: 'other' }, asks: 'setKind' },
  { rule: 'CE-3', unmet: { madeByEntrant: false }, asks: 'madeByEntrant' },
  { rule: 'CE-3', unmet: { industrialProduct: false }, asks: 'industrialProduct' },
  { rule: 'CE-4', unmet: { breaches: ['food-safety'] }, asks: 'breaches' },
  { rule: 'CE-4', unmet: { breaches: ['intellectual-property'] }, asks: 'breaches' },
  { rule: 'CE-4', unmet: { breaches: ['quality'] }, asks: 'breaches' },
  { rule: 'CE-4', unmet: { breaches: ['labour'] }, asks: 'breaches' },
  { rule: 'CE-4', unmet: { breaches: ['environment'] }, asks: 'breaches' },
  { rule: 'CE-4-COPY', day: '2018-08-15', unmet: { copiesAnother: true }, asks: 'copiesAnother' },
  { rule: 'CE-5', unmet: { seriesProduction: false }, asks: 'seriesProduction' },
  { rule: 'CE-7', unmet: { dossierPapers: ['registration', 'description', 'referral-letter'] }, asks: 'dossierPapers' },
  { rule: 'CE-7', unmet: { dossierPapers: ['entry-form', 'description'] }, asks: 'dossierPapers' },
  { rule: 'CE-7', unmet: { dossierPapers: ['entry-form', 'registration'] }, asks: 'dossierPapers' },
  { rule: 'CE-8', unmet: { dossierSets: 1 }, asks: 'dossierSets' },
  { rule: 'CE-8', unmet: { electronicCopy: false }, asks: 'electronicCopy' },
  { rule: 'CE-8', day: '2018-08-15', unmet: { dossierSets: 0 }, asks: 'dossierSets' },
  { rule: 'CE-9', unmet: { photos: 2 }, asks: 'photos' },
  { rule: 'CE-9', day: '2018-08-15', unmet: { photoViews: ['front', 'side'] }, asks: 'photoViews' },
  { rule: 'CE-9', day: '2018-08-15', unmet: { photoViews: ['front', 'top'] }, asks: 'photoViews' },
  { rule: 'CE-9', day: '2018-08-15', unmet: { photoViews: ['side', 'top'] }, asks: 'photoViews' },
  { rule: 'CE-10', unmet: { lowerCertificate: false }, asks: 'lowerCertificate' },
  { rule: 'CE-10', level: 'NATION', unmet: { lowerCertificateYear: 2020 }, asks: 'lowerCertificateYear' },
  { rule: 'CE-10', unmet: { entryDate: '2026-01-01' }, asks: 'entryDate' },
  { rule: 'CE-10-PROVINCE', level: 'PROVINCE', unmet: { lowerCertificate: false }, asks: 'lowerCertificate' },
  {
    rule: 'CE-11',
    unmet: { dossierPapers: ['entry-form', 'registration', 'description'] },
    asks: 'dossierPapers',
  },
]

describe.each(cases)('$rule, $unmet', ({ rule, level = 'REGION', day = '2024-03-01', unmet, asks }) => {
  test('met', () => {
    expect(finding(assessEntry(on(day), level, set), rule)?.verdict).toBe('met')
  })
  test('unmet, with its article', () => {
    const decision = assessEntry(on(day), level, { ...set, ...unmet })
    expect(decision.verdict).toBe('unmet')
    expect(finding(decision, rule)?.verdict).toBe('unmet')
    expect(finding(decision, rule)?.cites[0].document).toBe('TT 26/2014/TT-BCT')
  })
  test('unknown', () => {
    const decision = assessEntry(on(day), level, without(set, asks))
    expect(finding(decision, rule)?.verdict).toBe('unknown')
    expect(finding(decision, rule)?.missing).toContain(asks)
  })
})

describe('what a set is', () => {
  test.each(['materials', 'designs', 'complementary'] as const)('%s is one', (setKind) => {
    expect(assessEntry(on('2024-03-01'), 'DISTRICT', { ...set, setKind }).verdict).toBe('met')
  })
  test('a single product is not asked', () => {
    const decision = assessEntry(on('2024-03-01'), 'DISTRICT', { ...set, entryKind: 'product', setKind: undefined })
    expect(decision.verdict).toBe('met')
    expect(finding(decision, 'CE-2')?.verdict).toBe('not-applicable')
  })
  test.each(['handicraft', 'agri-food', 'machinery', 'other'] as const)('group %s', (productGroup) => {
    expect(assessEntry(on('2024-03-01'), 'DISTRICT', { ...set, productGroup }).verdict).toBe('met')
  })
  test('the group is asked', () => {
    expect(assessEntry(on('2024-03-01'), 'DISTRICT', without(set, 'productGroup')).missing).toEqual(['productGroup'])
  })
})

describe('from one level to the next', () => {
  const day = '2024-03-01'
  const none: EntryFacts = { ...set, lowerCertificate: false, lowerCertificateYear: undefined }

  test('the first level asks for no certificate and no letter', () => {
    expect(
      assessEntry(on(day), 'DISTRICT', { ...none, dossierPapers: ['entry-form', 'registration', 'description'] })
        .verdict,
    ).toBe('met')
  })
  test('a province takes one without certificate only from where no round was held', () => {
    expect(assessEntry(on(day), 'PROVINCE', none).verdict).toBe('unmet')
    expect(assessEntry(on(day), 'PROVINCE', { ...none, lowerRoundHeld: false }).verdict).toBe('met')
    expect(assessEntry(on(day), 'PROVINCE', { ...none, lowerRoundHeld: undefined }).verdict).toBe('unknown')
  })
  test('a region takes none without', () => {
    expect(assessEntry(on(day), 'REGION', { ...none, lowerRoundHeld: false }).verdict).toBe('unmet')
  })

  test.each([
    ['2024-12-31', 'met'],
    ['2025-01-01', 'unmet'],
  ] as const)('a certificate of 2022, filed on %s: %s', (entryDate, verdict) => {
    const decision = assessEntry(on(day), 'REGION', { ...set, entryDate })
    expect(decision.verdict).toBe(verdict)
    expect(decision.notices.map(({ kind }) => kind)).toEqual(verdict === 'met' ? [] : ['open-question'])
  })
})

describe('the days on which the text changed', () => {
  test('one set of the dossier is enough until 15 August 2018', () => {
    const one: EntryFacts = {
      ...set,
      dossierSets: 1,
      electronicCopy: false,
      entryDate: '2018-08-01',
      lowerCertificateYear: 2018,
    }
    expect(assessEntry(on('2018-08-15'), 'REGION', one).verdict).toBe('met')
    expect(assessEntry(on('2018-08-16'), 'REGION', one).verdict).toBe('unmet')
  })
  test('a copy is refused by name until 15 August 2018', () => {
    const copy: EntryFacts = { ...set, copiesAnother: true }
    expect(assessEntry(on('2018-08-15'), 'REGION', copy).verdict).toBe('unmet')
    expect(assessEntry(on('2018-08-16'), 'REGION', copy).verdict).toBe('met')
  })
  test('what is known of the text grows weaker with its amendments', () => {
    const trust = (day: IsoDate) => assessEntry(on(day), 'PROVINCE', { ...set, lowerRoundHeld: false }).trust.weakest
    expect(trust('2018-08-15')).toBe('text')
    expect(trust('2018-08-16')).toBe('inferred')
  })
  test('the entrant is that of the amended decree from 15 October 2025', () => {
    const cites = (day: IsoDate) =>
      finding(assessEntry(on(day), 'PROVINCE', set), 'CE-1')?.cites.map(({ document }) => document)
    expect(cites('2025-10-14')).not.toContain('NĐ 235/2025/NĐ-CP')
    expect(cites('2025-10-15')).toContain('NĐ 235/2025/NĐ-CP')
  })

  test.each([
    ['2025-06-30', 'DISTRICT', true],
    ['2025-07-01', 'DISTRICT', false],
    ['2025-06-30', 'COMMUNE', false],
    ['2025-07-01', 'COMMUNE', true],
    ['2024-03-01', 'WARD', false],
  ] as const)('%s: a round of %s is held: %s', (day, level, held) => {
    const ask = () => assessEntry(on(day), level, set)
    if (held) expect(ask().verdict).toBe('met')
    else expect(ask).toThrow(InputError)
  })
  test('before 21 October 2014 the law of contests is not encoded', () => {
    expect(() => assessEntry(on('2014-10-20'), 'PROVINCE', set)).toThrow(/no value of 'CONTEST.levels' on 2014-10-20/)
    expect(() => assessWithdrawal(on('2014-10-20'), {})).toThrow(InputError)
    expect(assessEntry(on('2014-10-21'), 'PROVINCE', set).verdict).toBe('met')
  })
  test('a fact that is not in the dictionary is refused', () => {
    const facts = { colour: 'red' } as unknown as EntryFacts
    expect(() => assessEntry(on('2024-03-01'), 'PROVINCE', facts)).toThrow(/no fact 'colour'/)
  })
})

describe('a round', () => {
  const round: RoundFacts = {
    councilSize: 9,
    panelOdd: true,
    roundYear: 2024,
    heldBefore: true,
    lastRoundYear: 2022,
    regionalRoundYear: 2023,
    otherTimeDecided: false,
  }

  test.each([
    ['DISTRICT', [5, 7], '2024-03-01'],
    ['COMMUNE', [5, 7], '2025-07-01'],
    ['PROVINCE', [7, 9], '2024-03-01'],
    ['REGION', [9, 11], '2024-03-01'],
    ['NATION', [11, 13], '2024-03-01'],
    ['PROVINCE', [7, 9], '2014-10-21'],
  ] as const)('%s: a council of %s', (level, sizes, day) => {
    const met = Array.from({ length: 16 }, (_, size) => size).filter(
      (councilSize) => assessRound(on(day), level, { ...round, councilSize }).verdict === 'met',
    )
    expect(met).toEqual(sizes)
  })
  test('the size of the council is asked', () => {
    expect(assessRound(on('2024-03-01'), 'PROVINCE', without(round, 'councilSize')).missing).toEqual(['councilSize'])
  })
  test('a level that is not held on the day is refused', () => {
    const problem = {
      code: 'level',
      field: 'level',
      message: "no round is held at the level 'DISTRICT' on 2025-07-01.",
      expected: 'one of COMMUNE, PROVINCE, REGION, NATION',
    }
    expect(() => assessRound(on('2025-07-01'), 'DISTRICT', round)).toThrow(
      expect.objectContaining({ problems: [problem] }),
    )
  })
  test('an even panel', () => {
    expect(assessRound(on('2024-03-01'), 'PROVINCE', { ...round, panelOdd: false }).verdict).toBe('unmet')
    expect(assessRound(on('2024-03-01'), 'PROVINCE', without(round, 'panelOdd')).missing).toEqual(['panelOdd'])
  })

  test.each([
    [{ lastRoundYear: 2022 }, 'met'],
    [{ lastRoundYear: 2023 }, 'unmet'],
    [{ lastRoundYear: 2023, otherTimeDecided: true }, 'met'],
    [{ lastRoundYear: undefined }, 'unknown'],
    [{ heldBefore: false, lastRoundYear: undefined }, 'met'],
  ] as const)('every two years: %o is %s', (facts, verdict) => {
    expect(assessRound(on('2024-03-01'), 'PROVINCE', { ...round, ...facts }).verdict).toBe(verdict)
  })

  test.each([
    ['2018-08-15', 2022, 'met'],
    ['2018-08-16', 2022, 'unmet'],
    ['2018-08-16', 2023, 'met'],
    ['2024-03-01', 2024, 'unmet'],
    ['2024-03-01', undefined, 'unknown'],
  ] as const)('on %s, a national round of 2024 after a regional one of %s: %s', (day, regionalRoundYear, verdict) => {
    expect(assessRound(on(day), 'NATION', { ...round, councilSize: 11, regionalRoundYear }).verdict).toBe(verdict)
  })
  test('the ministry may decide on another year', () => {
    const facts = { ...round, councilSize: 13, regionalRoundYear: 2022, otherTimeDecided: true }
    expect(assessRound(on('2024-03-01'), 'NATION', facts).verdict).toBe('met')
  })
})

describe('withdrawal of a certificate', () => {
  const grounds: RoundFacts = { certificateBreach: true, withdrawalProposed: true, withdrawnByIssuer: true }
  const law = on('2024-03-01')

  test('a breach, the proposal of the council, the authority that issued it', () => {
    expect(assessWithdrawal(law, grounds).verdict).toBe('met')
  })
  test.each(['certificateBreach', 'withdrawalProposed', 'withdrawnByIssuer'] as const)('not without %s', (fact) => {
    expect(assessWithdrawal(law, { ...grounds, [fact]: false }).verdict).toBe('unmet')
    expect(assessWithdrawal(law, without(grounds, fact)).missing).toEqual([fact])
  })
})
