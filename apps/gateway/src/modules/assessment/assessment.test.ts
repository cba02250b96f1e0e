import { contentCodes, siteFacts, type ApplicationFacts } from '@khuyencong/domain'
import { localitiesOn } from '@khuyencong/province-hai-duong/localities'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asVariables } from '../../testing/facts.js'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'

let gateway: TestGateway
beforeAll(async () => {
  gateway = await startTestGateway()
})
afterAll(() => gateway.close())

const million = 1_000_000n

/** A household that meets everything but the place, which each test gives. */
const household: ApplicationFacts = {
  stage: 'proposal',
  planYear: 2024,
  activity: 'direct-production',
  legalForm: 'business-household',
  legallyEstablished: true,
  producesAtSite: true,
  trade: 'farm-processing',
  equipmentKind: 'single',
  equipmentUse: 'production',
  equipmentNew: true,
  equipmentGains: ['output', 'quality'],
  totalCost: 570n * million,
  ownFunds: 370n * million,
  requestedSupport: 200n * million,
  singleFundingPledged: true,
  fundedElsewhere: false,
}

function ward(name: string): ApplicationFacts {
  const found = localitiesOn('2024-03-01').find((locality) => locality.name === `Phường ${name}`)
  if (found === undefined) throw new Error(`There is no ward ${name}`)
  return siteFacts(found)
}

const ASSESS = `query ($asOf: Date!, $pack: Pack! = HAI_DUONG, $content: String! = "MACH", $facts: FactsInput, $lang: Lang! = VI) {
  assess(asOf: $asOf, pack: $pack, content: $content, facts: $facts) {
    __typename
    ... on InvalidInput { message problems { code field message expected article { text } } }
    ... on Decision {
      subject
      verdict
      findings {
        rule title(lang: $lang) group verdict by note(lang: $lang)
        cites { document article part clause point text(lang: $lang) }
        exception { rule title(lang: $lang) generalVerdict }
        trust { weakest }
        missing { key }
        applies(lang: $lang) { depth truth text }
        requires(lang: $lang) { depth truth text }
      }
      missing { key kind question(lang: $lang) choices { value title(lang: $lang) } }
      next { key }
      remedies { mutability changes { text(lang: $lang) facts { key } must to { text(lang: $lang) code } mutability } }
      notices {
        __typename
        ... on DifferenceNotice { rule exception generalVerdict prevailingVerdict }
        ... on OpenQuestionNotice { parameter title(lang: $lang) taken { text } readings { title(lang: $lang) value { text } verdict } }
      }
      trust { weakest doubts { kind id title trust cites { text } note(lang: $lang) } }
      law { pack version asOf }
    }
  }
}`

async function assess(facts: ApplicationFacts, variables: Readonly<Record<string, unknown>> = {}) {
  const { body } = await gateway.ask(ASSESS, { asOf: '2024-03-01', facts: asVariables(facts), ...variables })
  expect(body).not.toHaveProperty('errors')
  return body
}
const decision = (fields: object) => ({ data: { assess: { __typename: 'Decision', ...fields } } })

describe('the same facts, other answers', () => {
  test.each([
    ['Quang Trung', 'national', 2024, 'UNMET'],
    ['Quang Trung', 'provincial', 2024, 'MET'],
    ['Tân Hưng', 'national', 2024, 'MET'],
    ['Tân Hưng', 'provincial', 2025, 'MET'],
  ] as const)('ward %s, %s fund, plan of %i: %s', async (name, fund, planYear, verdict) => {
    const body = await assess({ ...household, ...ward(name), fund, planYear })
    expect(body).toMatchObject(
      decision({ verdict, subject: 'MACH', law: { pack: 'hai-duong-2023', asOf: '2024-03-01' } }),
    )
  })

  test('ward Tân Hưng in the plan of 2025 hangs on an open point of law, which the answer names', async () => {
    const body = await assess({ ...household, ...ward('Tân Hưng'), fund: 'national', planYear: 2025 })
    expect(body).toMatchObject(
      decision({
        verdict: 'MET',
        notices: [
          {
            __typename: 'OpenQuestionNotice',
            parameter: 'EL-04.plan-building-year',
            readings: [{ verdict: 'UNMET' }],
          },
        ],
      }),
    )
  })

  test('ward Quang Trung under the provincial fund: the answer says where decree and programme differ', async () => {
    const body = await assess({ ...household, ...ward('Quang Trung'), fund: 'provincial' }, { lang: 'EN' })
    expect(body).toMatchObject(
      decision({
        notices: [
          {
            __typename: 'DifferenceNotice',
            rule: 'EL-03',
            exception: 'EL-08',
            generalVerdict: 'UNMET',
            prevailingVerdict: 'MET',
          },
        ],
        findings: expect.arrayContaining([
          expect.objectContaining({
            rule: 'EL-03',
            cites: [
              {
                document: 'QĐ về Chương trình khuyến công Hải Dương 2023-2025',
                article: '1',
                part: 'IV.2',
                clause: null,
                point: null,
                text: 'part IV.2, Article 1, QĐ về Chương trình khuyến công Hải Dương 2023-2025',
              },
            ],
          }),
        ]) as unknown,
      }),
    )
  })

  test('ward Quang Trung under the national fund: a no that says what would end it, in both languages', async () => {
    const facts = { ...household, ...ward('Quang Trung'), fund: 'national' } as const
    const first = { mutability: 'CHANGEABLE', changes: [{ facts: [{ key: 'fund' }], to: { code: 'PROVINCIAL' } }] }
    const others = Array.from({ length: 4 }, () => ({ mutability: 'FIXED' }))
    expect(await assess(facts)).toMatchObject(
      decision({ verdict: 'UNMET', missing: [], next: null, remedies: [first, ...others] }),
    )
    expect(JSON.stringify(await assess(facts))).toContain('khuyến công địa phương (tỉnh)')
    expect(JSON.stringify(await assess(facts, { lang: 'EN' }))).toContain('Class of the city')
  })

  test('a household with one fact missing: unknown, and asks for it', async () => {
    const body = await assess({ ...household, ...ward('Tân Hưng'), fund: 'provincial', equipmentNew: undefined })
    expect(body).toMatchObject(
      decision({
        verdict: 'UNKNOWN',
        missing: [{ key: 'equipmentNew', kind: 'FLAG', question: 'Máy móc thiết bị có mới không?' }],
        next: { key: 'equipmentNew' },
        remedies: [],
      }),
    )
  })

  test('a fact that is null is as unknown as one left out', async () => {
    const facts = { ...household, ...ward('Tân Hưng'), fund: 'provincial' } as const
    const { body } = await gateway.ask(ASSESS, {
      asOf: '2024-03-01',
      facts: { ...asVariables(facts), equipmentNew: null },
    })
    expect(body).toMatchObject(decision({ verdict: 'UNKNOWN', next: { key: 'equipmentNew' } }))
  })

  test('no facts at all: unknown', async () => {
    const { body } = await gateway.ask(
      '{ assess(asOf: "2024-03-01", content: "MACH") { ... on Decision { verdict } } }',
    )
    expect(body).toEqual({ data: { assess: { verdict: 'UNKNOWN' } } })
  })

  test('national law answers for days before the programme', async () => {
    const { body } = await gateway.ask(ASSESS, { asOf: '2016-08-24', pack: 'NATIONAL', facts: {} })
    expect(body).toMatchObject(decision({ verdict: 'UNKNOWN', law: { pack: 'vn-national' } }))
  })
})

describe('what no answer can be given to is answered with data', () => {
  const refusal = (problem: object) => ({
    data: { assess: { __typename: 'InvalidInput', problems: [expect.objectContaining(problem)] } },
  })

  test('an unknown content', async () => {
    expect(await assess({}, { content: 'MACHINE' })).toMatchObject(
      refusal({
        code: 'content-unknown',
        field: 'content',
        message: "'MACHINE' is not a content code.",
        expected: `one of ${contentCodes.join(', ')}`,
        article: { text: 'Điều 4 NĐ 45/2012/NĐ-CP' },
      }),
    )
  })

  test.each(['2022-12-31', '2026-01-01'])('a day outside the programme: %s', async (asOf) => {
    expect(await assess({}, { asOf })).toMatchObject(
      refusal({
        code: 'date-outside-period',
        field: 'asOf',
        expected: 'a day from 2023-01-01 to 2025-12-31',
        article: { text: 'QĐ về Chương trình khuyến công Hải Dương 2023-2025' },
      }),
    )
  })

  test('a day before the first levels, under national law', async () => {
    expect(await assess({}, { asOf: '2014-04-07', pack: 'NATIONAL' })).toMatchObject(
      refusal({ code: 'date-outside-period', article: null }),
    )
  })

  test('negative money and an impossible year, both at once', async () => {
    const body = await assess({ totalCost: -1n, planYear: 24 })
    expect(body).toMatchObject({
      data: {
        assess: {
          __typename: 'InvalidInput',
          problems: expect.arrayContaining([
            expect.objectContaining({
              code: 'fact-type',
              field: 'facts.totalCost',
              message: "'-1' is not a value of 'totalCost'.",
            }),
            expect.objectContaining({ code: 'fact-type', field: 'facts.planYear' }),
          ]) as unknown,
        },
      },
    })
  })
})

describe('what is no value of its type is an error of the request', () => {
  const failing = async (facts: object, asOf = '2024-03-01') => (await gateway.ask(ASSESS, { asOf, facts })).body

  test.each([
    [{ totalCost: '570000000.5' }, 'digits only, without fraction'],
    [{ totalCost: 570000000 }, 'written as a string'],
    [{ fund: 'PRIVATE' }, 'does not exist in "FundChoice" enum'],
    [{ fond: 'NATIONAL' }, 'Field "fond" is not defined by type "FactsInput"'],
    [{ wardSince: '2019-02-30' }, 'is not in the calendar'],
    [{ insuredWorkers: 1.5 }, 'Int cannot represent non-integer value'],
  ])('%j', async (facts, message) => {
    expect(await failing(facts)).toMatchObject({ errors: [{ message: expect.stringContaining(message) as unknown }] })
  })

  test('a malformed date', async () => {
    expect(await failing({}, '01/03/2024')).toMatchObject({
      errors: [{ message: expect.stringContaining('such as "2024-03-01"') as unknown }],
    })
  })
})
