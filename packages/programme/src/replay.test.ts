import { contentCodes, type ApplicationFacts } from '@khuyencong/domain'
import { fromJson, InputError, toJson, traceDocument, traceText, type Facts } from '@khuyencong/rules'
import schema from '@khuyencong/rules/schema/trace.v1.json' with { type: 'json' }
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { definePack, national, replay } from './index.js'

const validate = new Ajv2020({ validateFormats: false, allErrors: true }).compile(schema)

/** A household in a ward that counts under one reading of the circular only, and with an old machine. */
const household: ApplicationFacts = {
  fund: 'provincial',
  stage: 'proposal',
  planYear: 2025,
  activity: 'direct-production',
  legalForm: 'business-household',
  legallyEstablished: true,
  producesAtSite: true,
  siteKind: 'ward',
  districtKind: 'city',
  cityClass: 'class-1',
  wardFromCommune: true,
  wardSince: '2019-12-01',
  trade: 'farm-processing',
  equipmentKind: 'single',
  equipmentUse: 'production',
  equipmentNew: true,
  equipmentGains: ['output', 'quality'],
  eligibleCost: 570_000_000n,
  totalCost: 570_000_000n,
  ownFunds: 370_000_000n,
  requestedSupport: 200_000_000n,
  singleFundingPledged: true,
  fundedElsewhere: false,
}
const cases: readonly (readonly [string, Facts])[] = [
  ['met', household],
  ['unmet', { ...household, equipmentNew: false, legalForm: 'other' }],
  ['unknown', { ...household, equipmentNew: undefined, fund: undefined }],
  ['nothing known', {}],
]
const days = ['2014-04-08', '2018-05-10', '2018-05-11', '2024-03-01', '2025-10-15']

const decided = (day: string, subject: string, facts: Facts) => {
  const law = national.at(day)
  return traceDocument(law, facts, law.decide(subject, facts))
}
const ceiling = (day: string, id: string, facts: Facts) => {
  const law = national.at(day)
  const amount = law.amount(id, facts)
  if (!amount) throw new Error(`no amount ${id}`)
  return traceDocument(law, facts, amount)
}

describe.each(cases)('%s', (_, facts) => {
  const documents = days.flatMap((day) =>
    contentCodes.flatMap((code) => [decided(day, code, facts), ceiling(day, code, facts)]),
  )

  test('every decision and ceiling fits the published schema', () => {
    for (const document of documents) {
      validate(JSON.parse(toJson(document)))
      expect(validate.errors ?? []).toEqual([])
    }
  })

  test('is read back as it was written', () => {
    for (const document of documents) expect(fromJson(toJson(document))).toEqual(document)
  })

  test('replay gives the same bytes', () => {
    for (const document of documents) expect(replay(national, toJson(document))).toEqual({ outcome: 'same' })
  })

  test('the sentences come from the document alone', () => {
    for (const document of documents)
      for (const lang of ['vi', 'en'] as const)
        expect(traceText(fromJson(toJson(document)), lang)).toBe(traceText(document, lang))
  })
})

describe('what a document holds', () => {
  const document = decided('2024-03-01', 'MACH', household)

  test('the values that were read, with their days and articles', () => {
    const { parameters } = ceiling('2016-01-01', 'MACH', { ...household, fund: 'national' })
    expect(parameters.find(({ parameter }) => parameter === 'MACH.cap')).toEqual({
      parameter: 'MACH.cap',
      unit: 'dong',
      from: '2014-04-08',
      to: '2018-05-10',
      value: 200_000_000n,
      cites: [{ document: 'TTLT 26/2014/TTLT-BTC-BCT', article: '6', clause: '2' }],
      trust: 'text',
    })
  })

  test('the days on which the text of each rule holds', () => {
    expect(document.versions.find(({ id }) => id === 'EL-03')).toEqual({
      id: 'EL-03',
      by: undefined,
      from: '2012-07-05',
      to: '2025-06-30',
    })
  })

  test('facts that were given and facts that are missing, in asking order, with their questions', () => {
    const { facts } = decided('2024-03-01', 'MACH', { equipmentNew: true, fund: 'national' })
    expect(facts.find((entry) => entry.fact === 'equipmentNew')).toMatchObject({ given: true })
    expect(facts.find((entry) => entry.fact === 'siteKind')).toMatchObject({ given: undefined })
    expect(facts[0]).toMatchObject({
      fact: 'fund',
      definition: { question: { en: 'From which fund is support sought?' } },
    })
  })

  test('money and ratios as exact texts', () => {
    const text = toJson(ceiling('2024-03-01', 'MACH', household))
    expect(text).toContain('"amount":{"$dong":"285000000"}')
    expect(text).toContain('"value":{"$ratio":"50/100"}')
  })
})

test('the bytes do not hang on the order in which a document was put together', () => {
  const document = decided('2024-03-01', 'MACH', household)
  const turned = (node: unknown): unknown =>
    typeof node !== 'object' || node === null || Array.isArray(node)
      ? node
      : Object.fromEntries(
          Object.entries(node)
            .reverse()
            .map(([key, value]) => [key, turned(value)]),
        )
  expect(toJson(turned(document) as typeof document)).toBe(toJson(document))
})

describe('sentences', () => {
  const { rules, parameters, amounts } = national.law
  const some = { 'EL-03': rules['EL-03'], 'EL-14': rules['EL-14'], 'MACH-B': rules['MACH-B'], 'FC-4': rules['FC-4'] }
  const law = definePack(national, national.facts, { rules: some, parameters, amounts }).at('2024-03-01')
  const decided = (facts: Facts) => traceDocument(law, facts, law.decide('MACH', facts))

  test.each(['vi', 'en'] as const)('of a decision on an open point of law, %s', (lang) => {
    expect(traceText(decided(household), lang)).toMatchSnapshot()
  })
  test.each(['vi', 'en'] as const)('of a no, %s', (lang) => {
    const facts = { ...household, equipmentNew: false, fundedElsewhere: undefined }
    expect(traceText(decided(facts), lang)).toMatchSnapshot()
  })
  test.each(['vi', 'en'] as const)('of a ceiling, %s', (lang) => {
    expect(traceText(ceiling('2024-03-01', 'LINE', household), lang)).toMatchSnapshot()
    expect(traceText(ceiling('2024-03-01', 'LINE', { fund: 'national' }), lang)).toMatchSnapshot()
    expect(traceText(ceiling('2014-04-08', 'SXSH-PILOT', {}), lang)).toMatchSnapshot()
  })
})

describe('replay', () => {
  const text = toJson(decided('2024-03-01', 'MACH', household))
  const amount = toJson(ceiling('2024-03-01', 'MACH', household))
  const { titles } = national.at('2024-03-01')
  const reward = titles.amount('NNUT', {})
  const council = reward ? toJson(traceDocument(titles, {}, reward)) : ''

  test('of an answer of another version says so', () => {
    const older = { ...national, version: '0.0.9' }
    expect(replay(older, text)).toEqual({
      outcome: 'other-pack',
      stored: `vn-national ${national.version}`,
      here: 'vn-national 0.0.9',
    })
  })

  test('of an answer that was tampered with gives the right one', () => {
    const forged = text.replace('"verdict":"met"', '"verdict":"unmet"')
    expect(replay(national, forged)).toEqual({ outcome: 'different', now: text })
  })

  test.each(['{"schema":"trace.v1"}', '{"schema":"trace.v1","kind":"decision","law":{},"facts":[],"answer":{}}'])(
    'of what is no answer is refused: %s',
    (document) => {
      expect(() => replay(national, document)).toThrow(InputError)
    },
  )

  test.each([
    [
      'a subject that the pack does not know',
      text,
      '"subject":"MACH"',
      '"subject":"MACHX"',
      "no rule speaks of 'MACHX'",
    ],
    ['an amount that the pack does not know', amount, '"rule":"MACH"', '"rule":"MACHX"', "speak of 'MACHX'"],
    ['a subject that is no amount', council, '"rule":"NNUT"', '"rule":"COUNCIL"', "has no amount 'COUNCIL'."],
    ['a day before the pack', text, '"asOf":"2024-03-01"', '"asOf":"2012-03-01"', 'is outside the period'],
    ['a day that is none', text, '"asOf":"2024-03-01"', '"asOf":"2024-3-1"', '2024-3-1'],
    ['a fact that the pack does not have', text, '"fact":"fund"', '"fact":"found"', "there is no fact 'found'"],
  ])('of an answer about %s is refused', (_, stored, part, by, message) => {
    const document = stored.replaceAll(part, by)
    expect(document).not.toBe(stored)
    const pack = stored === council ? national.areas.titles : national
    expect(() => replay(pack, document)).toThrow(InputError)
    expect(() => replay(pack, document)).toThrow(message)
  })
})

describe('what is not a document is refused', () => {
  test.each([
    ['', 'trace: this is not JSON.'],
    ['null', "schema: 'undefined' is not a schema that can be read here."],
    ['{"schema":"trace.v2"}', "schema: 'trace.v2' is not a schema that can be read here."],
    ['{"schema":"trace.v1","x":{"$dong":"1.5"}}', "$dong: '1.5' is not a whole number of đồng."],
    ['{"schema":"trace.v1","x":{"$ratio":"half"}}', "$ratio: 'half' is not a ratio."],
  ])('%s', (text, message) => {
    expect(() => fromJson(text)).toThrow(InputError)
    expect(() => fromJson(text)).toThrow(message)
  })
})
