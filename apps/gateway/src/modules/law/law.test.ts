import { facts } from '@khuyencong/domain'
import { national } from '@khuyencong/programme'
import { haiDuong } from '@khuyencong/province-hai-duong'
import { isInputObjectType } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { schema } from '../../graphql/schema.js'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'

let gateway: TestGateway
beforeAll(async () => {
  gateway = await startTestGateway()
})
afterAll(() => gateway.close())

const outside = {
  __typename: 'InvalidInput',
  problems: [{ code: 'date-outside-period', field: 'asOf' }],
}
const refusal = '... on InvalidInput { problems { code field } }'

describe('facts', () => {
  test('FactsInput has every fact of the dictionary, all of them optional', () => {
    const input = schema.getType('FactsInput')
    if (!isInputObjectType(input)) throw new Error('FactsInput is no input')
    const fields = input.getFields()
    expect(Object.keys(fields)).toEqual(Object.keys(facts))
    expect(Object.values(fields).filter(({ type }) => type.toString().endsWith('!'))).toEqual([])
  })

  test('the dictionary can be read, with the enum names that the input takes', async () => {
    const { body } = await gateway.ask('{ facts { key kind title(lang: EN) choices { value title } } }')
    const listed = z.object({ data: z.object({ facts: z.array(z.object({ key: z.string() }).loose()) }) }).parse(body)
    expect(listed.data.facts.map(({ key }) => key)).toEqual(Object.keys(facts))
    expect(listed.data.facts).toContainEqual(
      expect.objectContaining({
        key: 'activity',
        kind: 'CHOICE',
        choices: expect.arrayContaining([
          { value: 'DIRECT_PRODUCTION', title: 'trực tiếp đầu tư, sản xuất công nghiệp - tiểu thủ công nghiệp' },
        ]) as unknown,
      }),
    )
  })
})

describe('rules', () => {
  const RULES = `query ($asOf: Date!, $pack: Pack! = HAI_DUONG, $area: LawArea! = SUPPORT, $content: String) {
    rules(asOf: $asOf, pack: $pack, area: $area, content: $content) {
      __typename ${refusal}
      ... on Rules { nodes { id title contents exceptionTo from to trust note cites { text } } }
    }
  }`

  test('are those in force on the day, each with its article', async () => {
    const { body } = await gateway.ask(RULES, { asOf: '2024-03-01' })
    const { nodes } = z
      .object({
        data: z.object({
          rules: z.object({ nodes: z.array(z.object({ id: z.string(), cites: z.array(z.unknown()).min(1) }).loose()) }),
        }),
      })
      .parse(body).data.rules
    expect(nodes.map(({ id }) => id)).toEqual(haiDuong.at('2024-03-01').rules.map(({ rule }) => rule.id))
    expect(nodes).toContainEqual(
      expect.objectContaining({ id: 'EL-08', exceptionTo: ['EL-03', 'EL-09'], from: '2023-06-06', trust: 'TEXT' }),
    )
  })

  test('of the money are an area of their own', async () => {
    const { body } = await gateway.ask(RULES, { asOf: '2024-03-01', area: 'MONEY' })
    const ids = haiDuong.at('2024-03-01').money.rules.map(({ rule }) => ({ id: rule.id }))
    expect(ids.length).toBeGreaterThan(0)
    expect(body).toMatchObject({ data: { rules: { nodes: ids } } })
  })

  test('change with the day and with the pack', async () => {
    const ids = async (variables: object) => JSON.stringify((await gateway.ask(RULES, { ...variables })).body)
    expect(await ids({ asOf: '2025-10-14' })).not.toBe(await ids({ asOf: '2025-10-15' }))
    expect(await ids({ asOf: '2024-03-01', pack: 'NATIONAL' })).not.toContain('EL-08')
  })

  test('can be narrowed to a content', async () => {
    const { body } = await gateway.ask(RULES, { asOf: '2024-03-01', content: 'BRAND' })
    expect(JSON.stringify(body)).not.toContain('"contents":["MACH"]')
  })

  test.each([{ content: 'NIX' }, { content: 'mach' }, { content: 'MACH', area: 'MONEY' }])(
    'of what the law does not know are refused, not taken for those that are about all: %j',
    async (asked) => {
      const { body } = await gateway.ask(RULES, { asOf: '2024-03-01', ...asked })
      expect(body).toMatchObject({
        data: { rules: { __typename: 'InvalidInput', problems: [{ code: 'subject-unknown' }] } },
      })
    },
  )

  test('outside the period there are none', async () => {
    expect((await gateway.ask(RULES, { asOf: '2026-01-01' })).body).toEqual({ data: { rules: outside } })
  })
})

describe('parameters', () => {
  const PARAMETERS = `query ($asOf: Date!, $pack: Pack!, $area: LawArea! = SUPPORT) {
    parameters(asOf: $asOf, pack: $pack, area: $area) {
      __typename ${refusal}
      ... on Parameters {
        nodes {
          id title unit from to trust note cites { text } readings { title value { text } }
          value { text dong ratio { numerator denominator } integer flag date code codes }
        }
      }
    }
  }`
  const cap = (body: unknown) =>
    z
      .object({ data: z.object({ parameters: z.object({ nodes: z.array(z.object({ id: z.string() }).loose()) }) }) })
      .parse(body)
      .data.parameters.nodes.find(({ id }) => id === 'MACH.cap')

  test('the cap of machinery rises on 11 May 2018', async () => {
    const before = cap((await gateway.ask(PARAMETERS, { asOf: '2018-05-10', pack: 'NATIONAL' })).body)
    expect(before).toMatchObject({
      value: { text: '200.000.000 đồng', dong: '200000000', ratio: null },
      trust: 'TEXT',
      to: '2018-05-10',
    })
    const after = cap((await gateway.ask(PARAMETERS, { asOf: '2018-05-11', pack: 'NATIONAL' })).body)
    expect(after).toMatchObject({
      value: { dong: '300000000' },
      trust: 'SECONDARY',
      from: '2018-05-11',
      to: '2023-12-31',
    })
  })

  test('codes are shown in words: of choices, of lists, of readings', async () => {
    const asked = { asOf: '2024-03-01', pack: 'HAI_DUONG', area: 'SELECTION' }
    const { body } = await gateway.ask(PARAMETERS, asked)
    const { nodes } = z
      .object({ data: z.object({ parameters: z.object({ nodes: z.array(z.object({ id: z.string() }).loose()) }) }) })
      .parse(body).data.parameters
    const shown = (id: string) => nodes.find((node) => node.id === id)
    expect(shown('TALLY.rounding')).toMatchObject({
      value: { text: 'không làm tròn', code: 'exact' },
      readings: [{ title: 'làm tròn hai chữ số thập phân', value: { text: 'làm tròn hai chữ số thập phân' } }],
    })
    expect(shown('PLAN.own')).toMatchObject({
      value: {
        text: expect.not.stringContaining('HD-') as unknown,
        codes: expect.arrayContaining(['HD-TYPICAL-PRODUCT']) as unknown,
      },
    })
  })

  test('every value of both packs can be shown, area by area', async () => {
    for (const [pack, served] of Object.entries({ NATIONAL: national, HAI_DUONG: haiDuong })) {
      const { money, selection, titles, ...support } = served.at('2025-10-20')
      for (const [area, law] of Object.entries({
        SUPPORT: support,
        MONEY: money,
        SELECTION: selection,
        TITLES: titles,
      })) {
        const { body } = await gateway.ask(PARAMETERS, { asOf: '2025-10-20', pack, area })
        expect(body).not.toHaveProperty('errors')
        expect(body).toMatchObject({ data: { parameters: { nodes: { length: law.parameters.length } } } })
      }
    }
  })

  test('an open point of another area is shown with its readings', async () => {
    const { body } = await gateway.ask(PARAMETERS, { asOf: '2024-03-01', pack: 'HAI_DUONG', area: 'SELECTION' })
    expect(body).toMatchObject({
      data: {
        parameters: {
          nodes: expect.arrayContaining([
            expect.objectContaining({
              id: 'PLAN.tie',
              readings: expect.arrayContaining([expect.anything()]) as unknown,
            }),
          ]) as unknown,
        },
      },
    })
  })
})

describe('support contents', () => {
  test('each with its place in the decree and the programme, and whether the law has a level', async () => {
    const { body } = await gateway.ask(`{
      supportContents(asOf: "2024-03-01") {
        ... on SupportContents {
          nodes { code title(lang: EN) beneficiary needs cites { text(lang: EN) } programmeCites { text } level { per costItems trust from } }
        }
      }
    }`)
    expect(body).toMatchObject({
      data: {
        supportContents: {
          nodes: expect.arrayContaining([
            {
              code: 'MACH',
              title: 'Advanced machinery and technology transfer',
              cites: [{ text: 'clause 3, Article 4, NĐ 45/2012/NĐ-CP' }],
              beneficiary: 'ESTABLISHMENT',
              programmeCites: expect.arrayContaining([
                { text: 'mục V.1 Điều 1 QĐ về Chương trình khuyến công Hải Dương 2023-2025' },
              ]) as unknown,
              needs: null,
              level: {
                per: 'một cơ sở',
                costItems: 'máy móc thiết bị hoặc chi phí chuyển giao',
                trust: 'ASSUMED',
                from: '2024-01-01',
              },
            },
          ]) as unknown,
        },
      },
    })
  })
})

describe('the programme', () => {
  const PROGRAMME = `query ($asOf: Date!, $pack: Pack! = HAI_DUONG) {
    programme(asOf: $asOf, pack: $pack) {
      __typename ${refusal}
      ... on Programme { title document from to items { contents cites { text } } priorities { title } sources { title } bodies { duties { title } } baseline { id value unit approximate } law { pack } }
    }
  }`

  test('of Hải Dương', async () => {
    const { body } = await gateway.ask(PROGRAMME, { asOf: '2023-01-01' })
    expect(body).toMatchObject({
      data: {
        programme: {
          title: 'Chương trình khuyến công địa phương tỉnh Hải Dương giai đoạn 2023-2025',
          from: '2023-01-01',
          to: '2025-12-31',
          baseline: expect.arrayContaining([
            { id: 'total-cost', value: '27692000000', unit: 'dong', approximate: false },
          ]) as unknown,
        },
      },
    })
  })

  test('none under national law, a refusal outside its period', async () => {
    expect((await gateway.ask(PROGRAMME, { asOf: '2023-01-01', pack: 'NATIONAL' })).body).toEqual({
      data: { programme: null },
    })
    expect((await gateway.ask(PROGRAMME, { asOf: '2022-12-31' })).body).toEqual({ data: { programme: outside } })
  })
})
