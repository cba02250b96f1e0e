import { describe, expect, test } from 'vitest'
import { Refusal } from '../../graphql/refusal.js'
import { isPersonal, readTaxCode } from './tax-code.js'

function codeOf(written: string): string | undefined {
  try {
    readTaxCode(written, 'taxCode')
    return undefined
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.problems[0]?.code
  }
}

describe('tax codes of enterprises, as they publish them', () => {
  test.each([
    ['Vinamilk', '0300588569'],
    ['FPT', '0101248141'],
    ['Viettel', '0100109106'],
    ['VNPT', '0100684378'],
    ['Hòa Phát', '0900189284'],
    ['EVN', '0100100079'],
    ['Nhựa An Phát Xanh', '0800373586'],
    ['Nhiệt điện Phả Lại', '0800296853'],
    ['Xi măng Hoàng Thạch', '0800004797'],
  ])('%s: %s', (_, code) => {
    expect(readTaxCode(code, 'taxCode')).toBe(code)
  })

  test('one wrong digit, or two that changed places, are found', () => {
    for (const wrong of ['0800004791', '0800044797', '0800004979', '8000004797'])
      expect(codeOf(wrong), wrong).toBe('tax-code-check')
  })
})

test.each([
  ['0800004797-001', '0800004797-001'],
  ['0800004797001', '0800004797-001'],
  [' 0800 004 797 ', '0800004797'],
  ['08.00.004.797', '0800004797'],
  ['030091001234', '030091001234'],
])('%s is read as %s', (written, read) => {
  expect(readTaxCode(written, 'taxCode')).toBe(read)
})

test.each(['', '080000479', '08000047971', '0800004797-000', 'MST0800004797', '930091001234'])(
  '"%s" is none',
  (written) => {
    expect(codeOf(written)).toBe('tax-code-form')
  },
)

test('only twelve digits are a person', () => {
  expect([isPersonal('030091001234'), isPersonal('0800004797'), isPersonal('0800004797-001')]).toEqual([
    true,
    false,
    false,
  ])
})
