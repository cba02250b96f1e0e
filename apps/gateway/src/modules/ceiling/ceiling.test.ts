import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'

let gateway: TestGateway
beforeAll(async () => {
  gateway = await startTestGateway()
})
afterAll(() => gateway.close())

const CEILING = `query ($asOf: Date! = "2024-03-01", $pack: Pack! = HAI_DUONG, $content: String! = "MACH", $facts: FactsInput) {
  supportCeiling(asOf: $asOf, pack: $pack, content: $content, facts: $facts) {
    __typename
    ... on InvalidInput { problems { code field } }
    ... on SupportCeiling {
      content status amount atMost binding missing { key } needs cites { text } trust { weakest doubts { id } }
      per(lang: EN) costItems(lang: EN)
      steps { op name title(lang: EN) text(lang: EN) value { dong text } parameter fact cites { text } trust }
      notices { parameter title taken { text } readings { title value { text } status amount } }
      law { pack version asOf }
    }
  }
}`
const ceiling = async (variables: object) => (await gateway.ask(CEILING, { ...variables })).body
const answer = (fields: object) => ({ data: { supportCeiling: { __typename: 'SupportCeiling', ...fields } } })

describe('supportCeiling', () => {
  test('half the cost, step by step', async () => {
    expect(await ceiling({ facts: { eligibleCost: '570000000', fund: 'NATIONAL' } })).toMatchObject(
      answer({
        status: 'KNOWN',
        amount: '285000000',
        atMost: null,
        binding: 'rate',
        missing: [],
        notices: [],
        per: 'one establishment',
        steps: [
          { parameter: 'MACH.rate', text: '50%', trust: 'ASSUMED' },
          { fact: 'eligibleCost', value: { dong: '570000000', text: '570.000.000 đồng' } },
          { name: 'rate', text: '50% × 570,000,000 đồng (rounded down) = 285,000,000 đồng' },
          { parameter: 'MACH.cap', text: '300,000,000 đồng' },
          { name: 'ceiling', text: 'the lowest of 285,000,000 đồng; 300,000,000 đồng = 285,000,000 đồng' },
        ],
        law: { pack: 'hai-duong-2023', asOf: '2024-03-01' },
      }),
    )
  })

  test.each([
    ['NATIONAL', '2018-05-10', '200000000'],
    ['NATIONAL', '2018-05-11', '300000000'],
  ])('the cap under %s on %s: %s', async (pack, asOf, amount) => {
    expect(await ceiling({ pack, asOf, facts: { eligibleCost: '2000000000', fund: 'NATIONAL' } })).toMatchObject(
      answer({ amount, binding: 'cap' }),
    )
  })

  test('the provincial fund rests on an assumption, and says so', async () => {
    expect(await ceiling({ facts: { eligibleCost: '570000000', fund: 'PROVINCIAL' } })).toMatchObject(
      answer({ trust: { weakest: 'ASSUMED', doubts: expect.arrayContaining([{ id: 'MACH.cap.local' }]) as unknown } }),
    )
  })

  test('without the cost: unknown, but no more than the cap', async () => {
    expect(await ceiling({ facts: { fund: 'NATIONAL' } })).toMatchObject(
      answer({ status: 'UNKNOWN', amount: null, atMost: '300000000', missing: [{ key: 'eligibleCost' }] }),
    )
  })

  test('no level is not zero: pilots of cleaner production had none in the circular of 2014', async () => {
    const facts = { fund: 'NATIONAL', eligibleCost: '1000000000' }
    expect(await ceiling({ pack: 'NATIONAL', asOf: '2015-01-01', content: 'SXSH-PILOT', facts })).toMatchObject(
      answer({ status: 'NO_LEVEL', amount: null, steps: [], needs: expect.any(String) as unknown }),
    )
  })

  test.each([
    [{ content: 'mach' }, { code: 'content-unknown', field: 'content' }],
    [{ asOf: '2026-01-01' }, { code: 'date-outside-period', field: 'asOf' }],
    [{ facts: { eligibleCost: '-1' } }, { code: 'fact-type', field: 'facts.eligibleCost' }],
  ])('%j is refused as data', async (variables, problem) => {
    expect(await ceiling(variables)).toEqual({
      data: { supportCeiling: { __typename: 'InvalidInput', problems: [problem] } },
    })
  })
})
