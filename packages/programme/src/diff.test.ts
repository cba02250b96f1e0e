import { describe, expect, test } from 'vitest'
import { changeDates, diff, diffTable, extend, national, type Difference } from './index.js'

const ids = (differences: readonly Difference<unknown>[]) =>
  differences.map(({ id, change, parts }) => [id, change, ...parts])

describe('national law, from one day to another', () => {
  test('the same day differs in nothing', () => {
    const found = diff(national.at('2024-03-01'), national.at('2024-03-01'))
    expect([found.rules, found.parameters, found.amounts]).toEqual([[], [], []])
    expect(diffTable(found, 'en')).toMatch(/Nothing differs\.$/)
  })

  test('days between two change dates differ in nothing', () => {
    const found = diff(national.at('2018-07-10'), national.at('2021-10-14'))
    expect([found.rules, found.parameters, found.amounts]).toEqual([[], [], []])
  })

  test('every change date brings a difference', () => {
    const days = changeDates(national)
    for (const [index, day] of days.entries()) {
      const next = days[index + 1]
      if (next === undefined) break
      const { rules, parameters, amounts } = diff(national.at(day), national.at(next))
      expect(rules.length + parameters.length + amounts.length, next).toBeGreaterThan(0)
    }
  })

  test('11 May 2018: caps rise, pilots of cleaner production get a level', () => {
    const { parameters, amounts } = diff(national.at('2018-05-10'), national.at('2018-05-11'))
    expect(ids(parameters)).toContainEqual(['MACH.cap', 'changed', 'cites', 'trust', 'value'])
    expect(ids(parameters)).toContainEqual(['SXSH-PILOT.cap', 'added'])
    expect(ids(amounts)).toContainEqual(['SXSH-PILOT', 'added'])
    expect(parameters.find(({ id }) => id === 'MACH.cap')).toMatchObject({
      before: { entry: { value: 200_000_000n } },
      after: { entry: { value: 300_000_000n, cites: [{ document: 'TT 28/2018/TT-BTC', article: '8', clause: '4' }] } },
    })
  })

  test('15 October 2025: other areas, other forms, other trades', () => {
    const rules = ids(diff(national.at('2025-10-14'), national.at('2025-10-15')).rules)
    expect(rules).toContainEqual(['EL-02', 'removed'])
    expect(rules).toContainEqual(['EL-10', 'added'])
    expect(rules).toContainEqual(['FC-1', 'changed', 'cites', 'note', 'requires', 'trust'])
    expect(rules.map(([id]) => id)).not.toContain('EL-05')
  })
})

describe('a province and national law', () => {
  const province = extend(
    national,
    {
      id: 'my-province',
      version: '1.0.0',
      title: { vi: 'Tỉnh', en: 'Province' },
      period: { from: '2024-01-01', to: '2024-12-31' },
    },
    {
      replace: {
        parameters: {
          'MACH.cap.local': [
            {
              from: '2024-01-01',
              value: 250_000_000n,
              cites: [{ document: 'NQ 1/2024', article: '3' }],
              trust: 'text',
            },
          ],
        },
      },
      exempt: { 'EL-05': { from: '2024-01-01', cites: [{ document: 'NQ 1/2024', article: '4' }], trust: 'text' } },
    },
    { rules: {}, parameters: {}, amounts: {} },
  )
  const found = diff(national.at('2024-03-01'), province.at('2024-03-01'))

  test('only what the province changed', () => {
    expect(ids(found.rules)).toEqual([['EL-05', 'changed', 'by', 'cites', 'requires']])
    expect(ids(found.parameters)).toEqual([['MACH.cap.local', 'changed', 'by', 'cites', 'note', 'trust', 'value']])
  })

  test('as a table in English', () => {
    expect(diffTable(found, 'en')).toMatchInlineSnapshot(`
      "## What differs between vn-national 0.2.0 on 2024-03-01 and my-province 1.0.0 on 2024-03-01

      ### Rules

      | Rules | Before | After | Source |
      | --- | --- | --- | --- |
      | The place of production counts, not the seat (EL-05; changed) | requires: Production takes place at this site: yes | nothing is asked | Article 4, NQ 1/2024; formerly point d, clause 1, Article 3, TT 46/2012/TT-BCT |

      ### Values

      | Values | Before | After | Source |
      | --- | --- | --- | --- |
      | Cap: Advanced machinery and technology transfer (local fund) (MACH.cap.local; changed) | 300,000,000 đồng<br>assumed, not verified<br>The province sets the level of its own fund and its text is not known; the national level stands in as a reference. | 250,000,000 đồng<br>read in the document | Article 3, NQ 1/2024; formerly clause 4, Article 8, TT 28/2018/TT-BTC; TT 64/2024/TT-BTC |"
    `)
  })

  test('as a table in Vietnamese', () => {
    expect(diffTable(found, 'vi')).toMatchInlineSnapshot(`
      "## Khác nhau giữa vn-national 0.2.0 ngày 01/03/2024 và my-province 1.0.0 ngày 01/03/2024

      ### Quy định

      | Quy định | Trước | Sau | Căn cứ |
      | --- | --- | --- | --- |
      | Tính theo nơi đầu tư, sản xuất, không theo trụ sở (EL-05; đổi) | yêu cầu: Sản xuất tại địa điểm nêu trên: có | không hỏi | Điều 4 NQ 1/2024; trước đây điểm d khoản 1 Điều 3 TT 46/2012/TT-BCT |

      ### Giá trị

      | Giá trị | Trước | Sau | Căn cứ |
      | --- | --- | --- | --- |
      | Mức hỗ trợ tối đa: Ứng dụng máy móc thiết bị tiên tiến, chuyển giao công nghệ (kinh phí địa phương) (MACH.cap.local; đổi) | 300.000.000 đồng<br>giả định, chưa kiểm chứng<br>Mức của kinh phí địa phương do tỉnh quy định và chưa có nguyên văn; lấy mức của khuyến công quốc gia để tham chiếu. | 250.000.000 đồng<br>đã đọc trong văn bản | Điều 3 NQ 1/2024; trước đây khoản 4 Điều 8 TT 28/2018/TT-BTC; TT 64/2024/TT-BTC |"
    `)
  })
})

test('the tables of 11 May 2018 and 15 October 2025', () => {
  const table = (before: string, after: string) => diffTable(diff(national.at(before), national.at(after)), 'vi')
  expect(table('2018-05-10', '2018-05-11')).toContain('| 200.000.000 đồng')
  expect(table('2025-10-14', '2025-10-15')).toMatch(/EL-03; bỏ.*\| — \|/)
})
