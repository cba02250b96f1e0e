import { facts, type DocumentNumber } from '@khuyencong/domain'
import {
  bind,
  inForce,
  isoDate,
  previousDay,
  type IsoDate,
  type Law,
  type Period,
  type Sourced,
  type Trust,
} from '@khuyencong/rules'
import { describe, expect, test } from 'vitest'
import { nationalEligibility } from './index.js'
import { cases, findingsOf, type RuleId } from './rule-cases.test-law.js'

/** What a rule rests on from a day on: the day, the text that makes it so, how that is known. Or that it ended. */
type Since = readonly [first: IsoDate, document: DocumentNumber, trust: Trust] | readonly [first: IsoDate, 'ended']

// Written by hand from the clauses on effect of each text; the code is held to it, not the other way round.

/** NĐ 45/2012: Article 18, in force since 5 July 2012. NĐ 235/2025, which amends it: since 15 October 2025. */
const decree = (trust: Trust = 'text'): Since => ['2012-07-05', 'NĐ 45/2012/NĐ-CP', trust]
/** Read in Article 1.1 of it, reported of it, or taken to stand as it was. */
const amended = (trust: Trust): Since => ['2025-10-15', 'NĐ 235/2025/NĐ-CP', trust]
const endsWithAmendment: Since = ['2025-10-15', 'ended']

/** TT 46/2012: Article 11, in force since 10 February 2013. */
const circular46 = (trust: Trust = 'text'): Since => ['2013-02-10', 'TT 46/2012/TT-BCT', trust]

/** TTLT 26/2014: Article 10, in force since 8 April 2014, until TT 28/2018 is on 11 May 2018. TT 64/2024 amends that on some day, in 2024 at the earliest. */
const joint = (trust: Trust = 'text'): Since => ['2014-04-08', 'TTLT 26/2014/TTLT-BTC-BCT', trust]
const notReadSince2018: Since = ['2018-05-11', 'TT 28/2018/TT-BTC', 'assumed']
const bothCirculars: readonly Since[] = [joint(), notReadSince2018]
const since2018: readonly Since[] = [
  ['2018-05-11', 'TT 28/2018/TT-BTC', 'secondary'],
  ['2024-01-01', 'TT 64/2024/TT-BTC', 'assumed'],
]

const rules: Readonly<Record<RuleId, readonly Since[]>> = {
  // NĐ 45/2012, Article 1
  'EL-01': [decree(), amended('text')],
  'EL-01-CLEANER': [decree(), amended('text')],
  'EL-02': [decree(), endsWithAmendment],
  // Districts and cities of a province ended on 1 July 2025, before the decree was amended.
  'EL-03': [decree(), ['2025-07-01', 'NĐ 45/2012/NĐ-CP', 'assumed'], endsWithAmendment],
  'EL-06': [decree(), amended('inferred')],
  'EL-06-FORM': [decree('inferred'), amended('inferred')],
  'EL-07': [decree('inferred'), amended('assumed')],
  'EL-07-SERVICE': [decree(), amended('assumed')],
  'EL-09': [amended('text')],
  'EL-10': [amended('text')],
  'EL-11': [amended('assumed')],
  'EL-12': [amended('secondary')],
  'EL-13-AREA': [amended('inferred')],
  'EL-13-CLUSTER': [amended('secondary')],
  'EL-13-FORM': [amended('secondary')],
  'EL-13-TRADE': [amended('secondary')],
  'EL-15': [decree('inferred'), amended('assumed')],
  // NĐ 45/2012, Articles 4 and 5
  CONSULT: [decree(), amended('assumed')],
  'FC-1': [decree(), amended('secondary')],
  'FC-1-CONTENT': [decree('inferred'), amended('assumed')],
  // NĐ 56/2009, not read, by Circular 46; NĐ 39/2018 from 11 March 2018; NĐ 80/2021 from 15 October 2021
  'EL-14': [
    ['2012-07-05', 'TT 46/2012/TT-BCT', 'secondary'],
    ['2018-03-11', 'NĐ 39/2018/NĐ-CP', 'secondary'],
    ['2021-10-15', 'NĐ 80/2021/NĐ-CP', 'text'],
  ],
  // TT 46/2012, Articles 3 to 5
  'EL-05': [circular46()],
  'DEMO-NEW-LOCAL': [circular46()],
  'DEMO-REPL': [circular46()],
  'FAIR-ABROAD': [circular46()],
  'FAIR-DOM-ORG': [circular46()],
  'INTEREST-PICKED': [circular46()],
  'MACH-A': [circular46()],
  'MACH-B': [circular46()],
  SHOWROOM: [circular46()],
  'SHOWROOM-CENTRE': [circular46('inferred')],
  'SHOWROOM-CENTRE-SCOPE': [circular46('inferred')],
  'SXSH-PILOT': [circular46()],
  'TRADE-C': [circular46()],
  'TRADE-E': [circular46()],
  TRANSFER: [circular46()],
  // Lines are named apart in the circular of 2018
  'LINE-A': [circular46('inferred'), ...since2018],
  // TT 20/2017, issued on 29 September 2017, in force on some day of that year; and the end of districts
  'DEMO-NEW-FIRST': [
    circular46(),
    ['2017-09-29', 'TT 20/2017/TT-BCT', 'assumed'],
    ['2018-01-01', 'TT 20/2017/TT-BCT', 'secondary'],
    ['2025-07-01', 'TT 20/2017/TT-BCT', 'assumed'],
  ],
  'DEMO-NEW-BETTER': [
    ['2017-09-29', 'TT 20/2017/TT-BCT', 'assumed'],
    ['2018-01-01', 'TT 20/2017/TT-BCT', 'secondary'],
  ],
  // TTLT 26/2014, Articles 6 and 7
  COUNCIL: [joint('inferred'), notReadSince2018],
  'ENV-EST': bothCirculars,
  'FC-2': bothCirculars,
  'FC-3': bothCirculars,
  'FC-4': bothCirculars,
  INTEREST: bothCirculars,
  PRICE: bothCirculars,
  'LEVEL-PROV': [joint('inferred'), notReadSince2018],
  // TT 38/2025, in force since 1 July 2025: contests of the commune in place of those of the district
  'LEVEL-DIST': [joint('inferred'), notReadSince2018, ['2025-07-01', 'TT 38/2025/TT-BCT', 'assumed']],
  'PRICE-ABROAD': [joint(), ...since2018],
  STARTUP: [joint('inferred'), ...since2018],
}

const decree39: readonly Since[] = [
  ['2018-03-11', 'NĐ 39/2018/NĐ-CP', 'secondary'],
  ['2021-10-15', 'ended'],
]
const decree80: readonly Since[] = [['2021-10-15', 'NĐ 80/2021/NĐ-CP', 'text']]

const parameters: Readonly<Record<keyof typeof nationalEligibility.parameters, readonly Since[]>> = {
  'EL-04.years': [circular46()],
  'EL-04.plan-building-year': [circular46('assumed')],
  'SME.small.workers.industry': decree39,
  'SME.small.revenue.industry': decree39,
  'SME.small.capital.industry': decree39,
  'SME.small.workers.trade': decree39,
  'SME.small.revenue.trade': decree39,
  'SME.small.capital.trade': decree39,
  'SME.medium.workers.industry': decree80,
  'SME.medium.revenue.industry': decree80,
  'SME.medium.capital.industry': decree80,
  'SME.medium.workers.trade': decree80,
  'SME.medium.revenue.trade': decree80,
  'SME.medium.capital.trade': decree80,
}

const bindOn = (day: string, law: Pick<Law, 'rules'>) =>
  bind(
    { facts, amounts: {}, parameters: nationalEligibility.parameters, ...law },
    { pack: 'test', version: '0', asOf: isoDate(day) },
  )

/** The versions that the table asks for. */
const versionsOf = (since: readonly Since[]) =>
  since.flatMap(([from, document, trust], index) => {
    const next = since[index + 1]
    return trust ? [{ from, to: next && previousDay(next[0]), trust, documents: citing(document) }] : []
  })
const citing = (document: string): unknown => expect.arrayContaining([document])
const documentsOf = ({ cites }: Pick<Sourced, 'cites'>) => cites.map(({ document }) => document)
const said = (version: Period & Sourced) => ({
  from: version.from,
  to: version.to,
  trust: version.trust,
  documents: documentsOf(version),
})

/** What answers on a day by the table. */
const inForceOn = (since: readonly Since[], day: IsoDate) => {
  const found = versionsOf(since).find(({ from, to }) => inForce({ from, ...(to && { to }) }, day))
  return found && { trust: found.trust, documents: found.documents }
}

describe.each(Object.keys(rules) as RuleId[])('%s', (id) => {
  const since = rules[id]

  test('its versions are those of the texts', () => {
    expect(nationalEligibility.rules[id].versions.map(said)).toEqual(versionsOf(since))
  })

  test.each(since.flatMap(([first]) => [previousDay(first), first]))('%s', (day) => {
    const { content, met } = cases[id]
    const answers = findingsOf(day, id, content, met).map((found) => ({
      verdict: found.verdict,
      documents: documentsOf(found),
      trust: found.trust.doubts.find((doubt) => doubt.id === id)?.trust ?? 'text',
    }))
    const expected = inForceOn(since, day)
    for (const answer of answers) expect(answer).toEqual({ verdict: 'met', ...expected })
    expect(answers.length > 0).toBe(expected !== undefined)
  })
})

describe.each(Object.entries(parameters))('%s', (id, since) => {
  test('its values are those of the texts', () => {
    expect(nationalEligibility.parameters[id as keyof typeof parameters].timeline.map(said)).toEqual(versionsOf(since))
  })

  test.each(since.flatMap(([first]) => [previousDay(first), first]))('%s', (day) => {
    const entry = bindOn(day, { rules: {} }).parameters.find(({ parameter }) => parameter.id === id)?.entry
    expect(entry && { trust: entry.trust, documents: documentsOf(entry) }).toEqual(inForceOn(since, day))
  })
})

test('EL-03 can be asked since the circular says how the years of a ward are counted', () => {
  expect(() => bindOn('2013-02-09', nationalEligibility)).toThrow("Rule EL-03 uses the parameter 'EL-04.years'")
  expect(bindOn('2013-02-10', nationalEligibility).identity.asOf).toBe('2013-02-10')
})
