import { fact, facts, is, isNot, match, oneOf, someOf } from '@khuyencong/domain'
import {
  addYears,
  all,
  any,
  atLeast,
  atMost,
  lessThan,
  literal,
  lowest,
  named,
  not,
  titled,
  type Condition,
} from '@khuyencong/rules'
import { expect, test } from 'vitest'
import { national } from '../index.js'
import { conditionOutline } from './condition.js'
import { entryText, termOutline, termText, valueText } from './expression.js'
import { inline, list } from './outline.js'

const { parameters, amounts } = national.law
const fixed = {
  facts,
  parameters,
  value: (id: string) =>
    Object.values(parameters)
      .find((p) => p.id === id)
      ?.timeline.at(-1)?.value,
}
const changing = { ...fixed, value: () => undefined }
const both = (condition: Condition) =>
  (['vi', 'en'] as const).map((lang) => inline(conditionOutline(condition, fixed, lang)))

test.each<[Condition, string, string]>([
  [is('equipmentNew'), 'Máy móc thiết bị mới: có', 'New equipment: yes'],
  [not(is('equipmentNew')), 'Máy móc thiết bị mới: không', 'New equipment: no'],
  [isNot('equipmentNew'), 'Máy móc thiết bị mới: không', 'New equipment: no'],
  [is('siteKind', 'ward'), 'Đơn vị hành chính cấp xã nơi sản xuất là phường', 'Kind of commune-level unit is ward'],
  [
    not(is('siteKind', 'ward')),
    'Đơn vị hành chính cấp xã nơi sản xuất không phải là phường',
    'Kind of commune-level unit is not ward',
  ],
  [
    oneOf('siteKind', ['ward', 'commune']),
    'Đơn vị hành chính cấp xã nơi sản xuất là một trong: phường; xã',
    'Kind of commune-level unit is one of: ward; commune',
  ],
  [
    not(someOf('equipmentGains', ['output'])),
    'Hiệu quả so với máy đang dùng không gồm tăng năng suất',
    'Gains over the present equipment do not include higher output',
  ],
  [
    atMost(fact('insuredWorkers'), literal(200)),
    'Lao động tham gia bảo hiểm xã hội không quá 200',
    'Insured workers is at most 200',
  ],
  [
    lessThan(fact('totalCost'), literal(1_000_000n)),
    'Tổng kinh phí đề án dưới 1.000.000 đồng',
    'Total cost of the project is below 1,000,000 đồng',
  ],
  [
    atLeast(addYears(fact('wardSince'), literal(5)), literal('2024-12-31')),
    'Ngày quyết định chuyển xã thành phường có hiệu lực cộng 5 năm không trước 31/12/2024',
    'Day the commune became a ward plus 5 years is not before 2024-12-31',
  ],
  [all(), 'Không yêu cầu gì', 'Nothing is required'],
  [any(), 'Không trường hợp nào', 'In no case'],
  [
    not(all(is('equipmentNew'), is('siteKind', 'ward'))),
    'Ít nhất một trong các điều kiện sau: Máy móc thiết bị mới: không; Đơn vị hành chính cấp xã nơi sản xuất không phải là phường',
    'At least one of the following: New equipment: no; Kind of commune-level unit is not ward',
  ],
  [
    titled({ vi: 'Máy mới', en: 'A new machine' }, is('equipmentNew')),
    'Máy mới: Máy móc thiết bị mới: có',
    'A new machine: New equipment: yes',
  ],
  [
    not(titled({ vi: 'Máy mới', en: 'A new machine' }, is('equipmentNew'))),
    'Máy móc thiết bị mới: không',
    'New equipment: no',
  ],
])('%#: a condition in words', (condition, vi, en) => {
  expect(both(condition)).toEqual([vi, en])
})

const formula = (dictionary: typeof fixed | typeof changing, code: keyof typeof amounts, lang: 'vi' | 'en') => {
  const version = amounts[code].versions.at(-1)
  return version ? list([termOutline(version.amount, dictionary, lang)]) : []
}

test('all of several among all of others are parts like them, unless they have a title', () => {
  const inner = all(is('siteKind', 'ward'), not(any(is('fund', 'district'), is('equipmentNew'))))
  expect(list([conditionOutline(all(is('producesAtSite'), inner), fixed, 'en')])).toEqual([
    '- All of the following:',
    '  - Investment and production at this site: yes',
    '  - Kind of commune-level unit is ward',
    '  - Fund is not district',
    '  - New equipment: no',
  ])
  const named = titled({ vi: 'Phường', en: 'A ward' }, inner)
  expect(list([conditionOutline(all(is('producesAtSite'), named), fixed, 'en')])).toContain('  - A ward:')
})

test.each([
  ['persons', 1, '1 người', '1 person'],
  ['years', -1, '-1 năm', '-1 year'],
  ['days', 15, '15 ngày', '15 days'],
  ['working-days', 10, '10 ngày làm việc', '10 working days'],
  ['points', 70, '70 điểm', '70 points'],
  ['items', 3, '3', '3'],
] as const)('a number of %s with its unit', (unit, value, vi, en) => {
  const of = { id: 'p', title: { vi: 'p', en: 'p' }, unit, timeline: [] }
  expect([valueText(value, of, 'vi'), valueText(value, of, 'en')]).toEqual([vi, en])
})

test('a value of an open point stands in its own words', () => {
  const planBuildingYear = national.law.parameters['EL-04.plan-building-year']
  const [entry] = planBuildingYear.timeline
  expect(entry && entryText(entry, planBuildingYear, 'vi')).toBe('năm liền trước năm kế hoạch')
})

test('a long list of names becomes points', () => {
  const condition = oneOf('trade', ['farm-processing', 'machinery'])
  expect(list([conditionOutline(condition, fixed, 'en')])).toEqual([
    '- Trade is one of:',
    '  - a) farm, forest and aquatic processing; food',
    '  - d) mechanical, electrical, electronic goods; supporting industry',
  ])
})

test('a limit that differs by case has a line for each', () => {
  const limit = match('mainSector', {
    'industry-construction-farming': literal(200),
    'trade-services': literal(100),
  })
  expect(list([conditionOutline(atMost(fact('insuredWorkers'), limit), fixed, 'en')])).toEqual([
    '- Insured workers is at most, by main sector:',
    '  - farming, forestry, fishery; industry; construction: 200',
    '  - trade and services: 100',
  ])
})

test('an amount with its values', () => {
  expect(formula(fixed, 'LINE', 'vi')).toEqual([
    '- Mức hỗ trợ tối đa: mức thấp nhất trong các mức sau:',
    '  - Theo tỷ lệ chi phí: 50% × Chi phí được tính hỗ trợ, làm tròn xuống đồng',
    '  - Mức trần: 150% × 300.000.000 đồng, làm tròn xuống đồng',
  ])
})

test('an amount whose values change over the days that are spoken of names them', () => {
  expect(formula(changing, 'MACH', 'en')).toEqual([
    '- Highest support: the lowest of the following:',
    '  - By share of the cost: (by fund (national: «Highest share of the cost: Advanced machinery and technology transfer»; provincial, district: «Highest share of the cost: Advanced machinery and technology transfer (local fund)»)) × Eligible cost, rounded by «Rounding of a computed support»',
    '  - Cap: by fund:',
    '    - national: «Cap: Advanced machinery and technology transfer»',
    '    - provincial, district: «Cap: Advanced machinery and technology transfer (local fund)»',
  ])
})

test('a lowest of one term is that term', () => {
  expect(inline(termOutline(lowest([fact('totalCost')]), fixed, 'en'))).toBe('Total cost of the project')
})

test('a term that is named as it is called is said once', () => {
  const cost = named('cost', { vi: 'Tổng chi phí', en: 'Total cost of the project' }, fact('totalCost'))
  expect(termText(cost, fixed, 'en')).toBe('Total cost of the project')
  expect(termText(cost, fixed, 'vi')).toMatch(/^Tổng chi phí: /)
})

test('on one line no part of a part is lost', () => {
  const byFund = match('fund', { national: literal(1n), provincial: literal(2n), district: literal(2n) })
  expect(termText(lowest([fact('totalCost'), byFund]), fixed, 'en')).toBe(
    'the lowest of the following: Total cost of the project; by fund (national: 1 đồng; provincial, district: 2 đồng)',
  )
})

test('a lowest within a comparison stays on one line', () => {
  const condition = atMost(fact('requestedSupport'), lowest([fact('totalCost'), literal(5n)]))
  expect(both(condition)[1]).toBe(
    'Support asked for is at most the lowest of the following: Total cost of the project; 5 đồng',
  )
})
