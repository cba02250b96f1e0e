import { bind, isoDate, overlay, percent, type DatedValue, type Law, type Ratio } from '@khuyencong/rules'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  countVotes,
  councilLevels,
  nationalTitles,
  provincialTitles,
  titleCodes,
  withProvince,
  type Ballot,
} from './index.js'

const lawOn = (day: string, law: Law = nationalTitles) => ({
  titles: bind(law, { pack: 'test', version: '0', asOf: isoDate(day) }),
})
const in2019 = lawOn('2019-09-20')
const in2025 = lawOn('2025-12-17')

/** A State council of eleven that voted in due form; how many came and agreed is for each test. */
const eleven = { council: 'state', members: 11, headPresent: true, secret: true } as const satisfies Ballot
const in123 = (ballot: Ballot) => countVotes(in2019, 'NNUT', ballot)
const in43 = (ballot: Ballot) => countVotes(in2025, 'NNUT', { filedOn: '2025-09-20', ...ballot })

const find = (count: ReturnType<typeof countVotes>, rule: string) => count.findings.find((f) => f.rule === rule)

describe('nine votes of ten present, in a council of eleven', () => {
  const ballot = { ...eleven, present: 10, votesFor: 9 } as const

  test('fail nine tenths of all members under NĐ 123/2014', () => {
    expect(in123(ballot)).toMatchObject({ verdict: 'unmet', needed: 10, quorum: 9, missing: [], trust: 'secondary' })
    expect(find(in123(ballot), 'share')).toMatchObject({
      verdict: 'unmet',
      text: { vi: '9 trên tổng số 11; cần ít nhất 90% = 10.', en: '9 of all 11; needs at least 90% = 10.' },
      readings: [],
    })
    expect(in123({ ...ballot, votesFor: 10 }).verdict).toBe('met')
  })

  test('are unknown under NĐ 43/2024: they would pass 80 % and fail 90 %, and neither is known to be law', () => {
    const count = in43(ballot)
    expect(count).toMatchObject({ verdict: 'unknown', needed: undefined, missing: [], trust: 'assumed' })
    expect(find(count, 'share')?.readings).toMatchObject([
      { share: percent(80n), needed: 9, verdict: 'met' },
      { share: percent(90n), needed: 10, verdict: 'unmet' },
    ])
    expect(find(count, 'share')?.note?.en).toContain('not law')
    expect(find(count, 'share')?.text).toEqual({
      vi: '9 trên tổng số 11; chưa rõ tỷ lệ cần đạt.',
      en: '9 of all 11; the share needed is not known.',
    })
  })

  test('count against all members, not against those present', () => {
    // Nine of nine present are unanimous, and still too few.
    expect(in123({ ...eleven, present: 9, votesFor: 9 }).verdict).toBe('unmet')
  })

  test('pass or fail under NĐ 43/2024 once a pack has the confirmed share', () => {
    const confirmed = (id: 'ND43.council.quorum' | 'ND43.council.share', value: Ratio) => {
      const entry: DatedValue<Ratio> = {
        from: '2024-06-06',
        value,
        cites: [{ document: 'NĐ 43/2024/NĐ-CP', article: '12' }],
        trust: 'text',
      }
      const known = nationalTitles.parameters[id]
      return { [id]: { ...known, timeline: overlay(known.timeline, [entry]) } }
    }
    const under = (share: bigint) =>
      countVotes(
        lawOn('2025-12-17', {
          ...nationalTitles,
          parameters: {
            ...nationalTitles.parameters,
            ...confirmed('ND43.council.quorum', percent(75n)),
            ...confirmed('ND43.council.share', percent(share)),
          },
        }),
        'NNUT',
        { ...ballot, filedOn: '2025-09-20' },
      )
    expect(under(80n)).toMatchObject({ verdict: 'met', needed: 9 })
    expect(under(90n)).toMatchObject({ verdict: 'unmet', needed: 10 })
  })
})

describe('quorum under NĐ 123/2014', () => {
  test.each([
    [9, 7],
    [10, 8],
    [11, 9],
    [12, 9],
  ])('a council of %i needs %i', (members, quorum) => {
    expect(in123({ ...eleven, members }).quorum).toBe(quorum)
    expect(find(in123({ ...eleven, members, present: quorum }), 'quorum')?.verdict).toBe('met')
    expect(find(in123({ ...eleven, members, present: quorum - 1 }), 'quorum')?.verdict).toBe('unmet')
  })

  test('is known without those present where enough voted for', () => {
    expect(find(in123({ ...eleven, votesFor: 9 }), 'quorum')).toMatchObject({ verdict: 'met', missing: [] })
    expect(find(in123({ ...eleven, votesFor: 8 }), 'quorum')).toMatchObject({
      verdict: 'unknown',
      missing: ['present'],
    })
  })
})

describe('the head and the secret ballot', () => {
  const good = { ...eleven, present: 11, votesFor: 10 } as const

  test.each([
    ['head', 'headPresent'],
    ['secret', 'secret'],
  ] as const)('%s: met, unmet, unknown', (rule, field) => {
    expect(in123(good).verdict).toBe('met')
    expect(in123({ ...good, [field]: false }).verdict).toBe('unmet')
    expect(in123({ ...good, [field]: undefined })).toMatchObject({ verdict: 'unknown', missing: [field] })
    expect(find(in123({ ...good, [field]: undefined }), rule)?.text.en).toContain('not known')
  })

  test('NĐ 43/2024: whether the head must be there is not known, so doing without is not refused', () => {
    expect(find(in43({ ...good, headPresent: false }), 'head')).toMatchObject({
      verdict: 'unknown',
      missing: [],
      trust: 'assumed',
    })
    expect(find(in43(good), 'head')).toMatchObject({ verdict: 'met', trust: 'inferred' })
    expect(find(in43({ ...good, secret: false }), 'secret')?.verdict).toBe('unmet')
  })
})

describe('whatever the share may be', () => {
  test('all votes of all members carry, and none do not', () => {
    expect(in43({ ...eleven, present: 11, votesFor: 11 })).toMatchObject({ verdict: 'met', trust: 'inferred' })
    expect(in43({ ...eleven, present: 11, votesFor: 0 })).toMatchObject({ verdict: 'unmet', trust: 'inferred' })
    expect(in43({ ...eleven, present: 11, votesFor: 10 }).verdict).toBe('unknown')
    expect(in43({ ...eleven, present: 11, votesFor: 1 }).verdict).toBe('unknown')
  })
})

describe('what is not said of a ballot', () => {
  test('votes that can no longer suffice are a no before they are counted', () => {
    expect(in123({ ...eleven, present: 9 }).verdict).toBe('unmet')
    expect(in123({ ...eleven, present: 10 })).toMatchObject({ verdict: 'unknown', missing: ['votesFor'] })
  })

  test('an empty ballot asks for everything that the law is known to need', () => {
    expect(in123({ council: 'state' }).missing).toEqual(['members', 'present', 'headPresent', 'secret', 'votesFor'])
    expect(find(in123({ council: 'state' }), 'share')?.text.en).toBe('not known of all not known; needs at least 90%.')
  })

  test('so does one under a law that is not known: all votes, or none, would decide', () => {
    expect(in43({ council: 'state' }).missing).toEqual(['members', 'present', 'headPresent', 'secret', 'votesFor'])
    expect(find(in43({ ...eleven, present: 11 }), 'quorum')).toMatchObject({ verdict: 'met', missing: [] })
    expect(find(in43({ ...eleven, votesFor: 11 }), 'quorum')).toMatchObject({ verdict: 'met', missing: [] })
    expect(find(in43({ council: 'state' }), 'share')?.readings).toMatchObject([
      { needed: undefined, verdict: 'unknown' },
      { needed: undefined, verdict: 'unknown' },
    ])
  })

  test('which council it was does not matter where all meet alike', () => {
    expect(countVotes(in2019, 'NNND', { ...eleven, council: undefined, present: 11, votesFor: 10 }).verdict).toBe('met')
  })

  test('when the dossier was filed is asked for where it decides', () => {
    const both = (ballot: Ballot) => countVotes(in2025, 'NNUT', { ...eleven, ...ballot })
    expect(both({ present: 11, votesFor: 10 })).toMatchObject({ verdict: 'unknown', missing: ['filedOn'] })
    expect(both({ present: 11, votesFor: 11 }).verdict).toBe('met')
    expect(both({ present: 11, votesFor: 10, filedOn: '2024-06-05' }).verdict).toBe('met')
    expect(both({ present: 11, votesFor: 10, filedOn: '2024-06-06' })).toMatchObject({
      verdict: 'unknown',
      missing: [],
    })
  })

  test('of two laws that may apply, the finding shows the one that is known less', () => {
    const open = countVotes(in2025, 'NNUT', { ...eleven, present: 11, votesFor: 10 })
    expect(open).toMatchObject({ needed: undefined, quorum: undefined, trust: 'assumed' })
    expect(find(open, 'share')).toMatchObject({ share: undefined, trust: 'assumed', missing: ['filedOn'] })
    expect(find(open, 'share')?.readings.map((r) => r.verdict)).toEqual(['met', 'met'])
    expect(find(open, 'quorum')).toMatchObject({ verdict: 'met', trust: 'inferred', missing: [] })
    expect(find(open, 'secret')).toMatchObject({ verdict: 'met', trust: 'secondary' })
  })

  test('of councils that meet alike, the one inferred', () => {
    const any = countVotes(in2019, 'NNUT', { ...eleven, council: undefined, present: 11 })
    expect(any).toMatchObject({ verdict: 'unknown', needed: 10, quorum: 9, missing: ['council', 'votesFor'] })
    expect(any.findings.map((f) => f.trust)).toEqual(['inferred', 'inferred', 'inferred', 'inferred'])
    expect(find(any, 'share')?.note?.en).toContain('inferred')
    const state = in123({ ...eleven, present: 11 })
    expect(state).toMatchObject({ verdict: 'unknown', missing: ['votesFor'], trust: 'secondary' })
  })

  test('a decided vote asks for nothing', () => {
    expect(in123({ ...eleven, present: 9, secret: undefined })).toMatchObject({ verdict: 'unmet', missing: [] })
  })

  test('before 6 June 2024 it is not', () => {
    const ballot = { ...eleven, present: 11, votesFor: 10 }
    expect(countVotes(lawOn('2024-06-05'), 'NNUT', ballot).verdict).toBe('met')
    expect(countVotes(lawOn('2024-06-06'), 'NNUT', ballot).verdict).toBe('unknown')
  })
})

describe('how the rules are known', () => {
  test('of the State council from a decision, of the others by inference', () => {
    const trust = (council: Ballot['council']) => in123({ ...eleven, council, present: 11, votesFor: 11 }).trust
    expect(councilLevels.map(trust)).toEqual(['inferred', 'inferred', 'secondary'])
  })

  test('each finding says why it is known no better', () => {
    const note = (ballot: Ballot, rule: string) => find(in43(ballot), rule)?.note?.en
    const all = { ...eleven, present: 11, votesFor: 11 }
    expect(note(all, 'share')).toBe('The outcome is the same whatever the rule is.')
    expect(note(all, 'head')).toBe('The outcome is the same whatever the rule is.')
    expect(note({ ...all, headPresent: false }, 'head')).toContain('No source has this rule')
    expect(note({ ...all, headPresent: undefined }, 'head')).toContain('No source has this rule')
    expect(note(all, 'secret')).toBeUndefined()
    expect(find(in123(all), 'head')?.note).toBeUndefined()
    expect(find(in43(all), 'head')?.readings).toEqual([])
    expect(find(in43(all), 'head')?.text).toEqual({
      vi: 'Chủ tịch hoặc Phó Chủ tịch được ủy quyền dự họp: có.',
      en: 'The chair or an authorised deputy is present: yes.',
    })
    expect(find(in43({ ...all, headPresent: false }), 'head')?.text).toEqual({
      vi: 'Chủ tịch hoặc Phó Chủ tịch được ủy quyền dự họp: không.',
      en: 'The chair or an authorised deputy is present: no.',
    })
  })

  test('not knowing rests on what is not known, not on the rest', () => {
    const state = in123({ ...eleven, council: 'state', present: 11, votesFor: 10, secret: undefined })
    expect(state).toMatchObject({ verdict: 'unknown', trust: 'secondary' })
  })

  test('a no rests on its firmest ground', () => {
    expect(in43({ ...eleven, present: 0, votesFor: 0, secret: false }).trust).toBe('secondary')
  })

  test('of a provincial council nothing is known', () => {
    const law = lawOn('2024-10-01', withProvince(provincialTitles['hai-duong']))
    const count = countVotes(law, 'NN-TINH', { members: 9, present: 9, votesFor: 8, secret: true, headPresent: true })
    expect(count).toMatchObject({ verdict: 'unknown', missing: [], needed: undefined })
    expect(find(count, 'share')).toMatchObject({ cites: undefined, readings: [], trust: 'assumed' })
    expect(find(count, 'share')?.note?.en).toContain('No source has this rule')
  })

  test('a province that knows its shares has them counted', () => {
    const province = provincialTitles['hai-duong']
    const rule = (id: string, value: Ratio) => ({
      id,
      title: { vi: 'Tỷ lệ', en: 'Share' },
      unit: 'ratio' as const,
      timeline: [
        { from: isoDate('2024-01-01'), value, cites: [{ document: 'QĐ 1/2024' }] as const, trust: 'text' as const },
      ],
    })
    const parameters = {
      ...province.parameters,
      'NN-TINH.council.quorum': rule('NN-TINH.council.quorum', percent(66n)),
      'NN-TINH.council.share': rule('NN-TINH.council.share', percent(70n)),
    }
    const law = lawOn('2024-10-01', withProvince({ ...province, parameters }))
    const ballot = { members: 9, present: 9, secret: true, headPresent: true }
    expect(countVotes(law, 'NN-TINH', { ...ballot, votesFor: 7 })).toMatchObject({
      verdict: 'met',
      needed: 7,
      quorum: 6,
    })
    expect(countVotes(law, 'NN-TINH', { ...ballot, votesFor: 6 }).verdict).toBe('unmet')
  })

  test('a share that is no ratio does not build', () => {
    const broken = {
      ...nationalTitles.parameters['ND123.council.state.share'],
      timeline: [
        {
          ...nationalTitles.parameters['ND123.council.state.share'].timeline[0],
          from: isoDate('2014-12-25'),
          value: 90,
          cites: [{ document: 'x' }] as const,
          trust: 'text' as const,
        },
      ],
    }
    const law = lawOn('2019-09-20', {
      ...nationalTitles,
      parameters: { ...nationalTitles.parameters, 'ND123.council.state.share': broken },
    })
    expect(() => countVotes(law, 'NNUT', eleven)).toThrow(
      'Parameter ND123.council.state.share holds 90; expected a ratio',
    )
  })
})

describe('ballots that cannot be', () => {
  test.each([
    [{ members: 11, present: 12 }, 'ballot.present: 12 is more than members, which is 11. Expected at most 11.'],
    [{ present: 9, votesFor: 10 }, 'ballot.votesFor: 10 is more than present, which is 9.'],
    [{ members: 9, votesFor: 10 }, 'ballot.votesFor: 10 is more than members, which is 9.'],
    [{ members: 0 }, 'ballot.members: A council has members. Expected at least 1.'],
    [{ votesFor: -1 }, 'ballot.votesFor: -1 is not a number of people.'],
    [{ present: 1.5 }, 'ballot.present: 1.5 is not a number of people.'],
  ] as const)('%j', (ballot, message) => {
    expect(() => in123(ballot)).toThrow(message)
  })

  test('every problem is named at once, with its kind and field', () => {
    const wrong: unknown = { members: 0, present: -1, votesFor: 5, council: 'village', filedOn: '2024-13-01' }
    const count = { code: 'ballot-count', expected: 'a whole number, not negative' }
    const problems = [
      { ...count, field: 'ballot.present', message: '-1 is not a number of people.' },
      { ...count, field: 'ballot.members', message: 'A council has members.', expected: 'at least 1' },
      {
        code: 'ballot-council',
        field: 'ballot.council',
        message: "'village' is not a council.",
        expected: 'one of province, ministry, state',
      },
      {
        code: 'date',
        field: 'ballot.filedOn',
        message: "'2024-13-01' is not a calendar day.",
        expected: 'a real day written YYYY-MM-DD',
      },
      {
        code: 'ballot-sum',
        field: 'ballot.votesFor',
        message: '5 is more than present, which is -1.',
        expected: 'at most -1',
      },
    ]
    expect(() => in123(wrong as Ballot)).toThrow(expect.objectContaining({ problems }))
  })

  test('nor a title that is none', () => {
    expect(() => countVotes(in2019, 'NN', eleven)).toThrow("'NN' is not a title code")
  })
})

const anyBallot = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.nat(40), fc.nat(40)).chain(([members, present, votes]) =>
  fc.record({
    council: fc.constantFrom(...councilLevels),
    filedOn: fc.constantFrom('2024-06-05' as const, '2024-06-06' as const),
    members: fc.constant(members),
    present: fc.constant(Math.min(present, members)),
    votesFor: fc.constant(Math.min(votes, present, members)),
    headPresent: fc.boolean(),
    secret: fc.boolean(),
  }),
)
const anyLaw = fc.constantFrom(in2019, in2025)
const anyTitle = fc.constantFrom(...titleCodes.filter((code) => code.startsWith('NN') && code !== 'NN-TINH'))

describe('properties', () => {
  test('votes needed are the fewest that make up the share, never a fraction', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000 }), (members) => {
        const needed = in123({ council: 'state', members }).needed ?? 0
        return needed * 10 >= members * 9 && (needed - 1) * 10 < members * 9
      }),
    )
  })

  test('one more vote never loses the title', () => {
    const order = { unmet: 0, unknown: 1, met: 2 }
    fc.assert(
      fc.property(anyLaw, anyTitle, anyBallot, (law, title, ballot) => {
        if (ballot.votesFor === ballot.present) return true
        const more = { ...ballot, votesFor: ballot.votesFor + 1 }
        return order[countVotes(law, title, more).verdict] >= order[countVotes(law, title, ballot).verdict]
      }),
    )
  })

  test('what is decided without a field stays so once it is known', () => {
    const fields = ['council', 'filedOn', 'members', 'present', 'votesFor', 'headPresent', 'secret'] as const
    fc.assert(
      fc.property(anyLaw, anyTitle, anyBallot, fc.subarray([...fields]), (law, title, ballot, hidden) => {
        const partial: Ballot = { ...ballot, ...Object.fromEntries(hidden.map((field) => [field, undefined])) }
        const before = countVotes(law, title, partial)
        return before.verdict === 'unknown' || before.verdict === countVotes(law, title, ballot).verdict
      }),
    )
  })

  test('where something is asked for, it is not there yet; where nothing is, a known law has decided', () => {
    const fields = ['filedOn', 'members', 'present', 'votesFor', 'headPresent', 'secret'] as const
    fc.assert(
      fc.property(anyLaw, anyBallot, fc.subarray([...fields]), (law, ballot, hidden) => {
        const partial: Ballot = { ...ballot, ...Object.fromEntries(hidden.map((field) => [field, undefined])) }
        const { missing } = countVotes(law, 'NNUT', partial)
        return missing.every((field) => partial[field] === undefined)
      }),
    )
  })

  test('all members agreeing in secret, head and all, carry under any law', () => {
    fc.assert(
      fc.property(anyLaw, anyTitle, anyBallot, (law, title, { members, ...ballot }) => {
        const unanimous = { ...ballot, members, present: members, votesFor: members, headPresent: true, secret: true }
        return countVotes(law, title, unanimous).verdict === 'met'
      }),
    )
  })
})
