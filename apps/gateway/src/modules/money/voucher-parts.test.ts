import { describe, expect, test } from 'vitest'
import { Refusal } from '../../graphql/refusal.js'
import { ofNobody, ofParts, type VoucherSaid } from './voucher-parts.js'

const parts = [
  { establishmentId: 'A', contentCode: 'MACH' },
  { establishmentId: 'A', contentCode: 'BRAND' },
  { establishmentId: 'B', contentCode: 'MACH' },
]
const voucher = (id: string, more: Partial<VoucherSaid> = {}): VoucherSaid => ({
  ...{ id, item: 'máy', amount: 1n, counts: true },
  ...more,
})

const refused = (ask: () => unknown): readonly string[] => {
  try {
    ask()
  } catch (error) {
    if (error instanceof Refusal) return error.problems.map(({ code, field }) => `${code} ${field}`)
    throw error
  }
  return []
}

describe('a number of an establishment is one voucher', () => {
  const inParts = (...said: readonly VoucherSaid[]) => refused(() => ofParts(said, parts))
  const mach = { establishmentId: 'A', contentCode: 'MACH' }
  const brand = { establishmentId: 'A', contentCode: 'BRAND' }

  test('in two contents only with another item in each', () => {
    expect(inParts(voucher('1', mach), voucher('1', brand))).toEqual(['voucher-twice vouchers.1.number'])
    expect(inParts(voucher('1', mach), voucher('1', { ...brand, item: ' MÁY' }))).toHaveLength(1)
    expect(inParts(voucher('1', mach), voucher('1', { ...brand, item: 'nhãn hiệu' }))).toEqual([])
  })

  test('at another establishment it is another', () => {
    expect(inParts(voucher('1', mach), voucher('1', { establishmentId: 'B' }))).toEqual([])
  })

  test('of which establishment, is asked first', () => {
    const unsaid = ['part-missing vouchers.0.establishment', 'part-missing vouchers.1.establishment']
    expect(inParts(voucher('1'), voucher('1'))).toEqual(unsaid)
  })
})

test('where there are no parts, a number is one voucher', () => {
  const whole = (...said: readonly VoucherSaid[]) => refused(() => ofNobody(said, { proposal: {} }))
  expect(whole(voucher('HĐ 1'), voucher('hđ  1 ', { item: 'lắp đặt' }))).toEqual(['voucher-twice vouchers.1.number'])
  expect(whole(voucher(' '), voucher('2', { item: '' }))).toEqual([
    'voucher-blank vouchers.0.number',
    'voucher-blank vouchers.1.item',
  ])
})

test('numbers and items are kept without needless blanks, in the letters that were written', () => {
  const said = voucher(' HĐ \t01 '.normalize('NFD'), { item: ' Máy  nghiền ' })
  expect(ofNobody([said], { proposal: null })).toEqual([voucher('HĐ 01', { item: 'Máy nghiền' })])
})
