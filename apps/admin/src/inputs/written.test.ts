import { describe, expect, test } from 'vitest'
import { written } from './written'

describe('money', () => {
  test.each([
    ['570000000', '570000000'],
    ['570.000.000', '570000000'],
    ['570,000,000', '570000000'],
    ['570 000 000 đồng', '570000000'],
    ['0', '0'],
    ['007', '7'],
    ['999999999999999999', '999999999999999999'],
  ])('%s', (typed, kept) => expect(written.money.read(typed)).toBe(kept))

  test.each(['-5', '1.5', '570.000.0000', '1,000.000', '5e8', '', '1000000000000000000', 'năm'])(
    '%s is none',
    (typed) => expect(written.money.read(typed)).toBeUndefined(),
  )

  test('is shown in groups of three, and what is no number as it was typed', () => {
    expect(written.money.show('570000000', 'vi')).toBe('570.000.000')
    expect(written.money.show('570000000', 'en')).toBe('570,000,000')
    expect(written.money.show('-5', 'vi')).toBe('-5')
  })
})

describe('days', () => {
  test.each([
    ['1/3/2024', '2024-03-01'],
    ['01-03-2024', '2024-03-01'],
    [' 2024-03-01 ', '2024-03-01'],
    ['29.2.2024', '2024-02-29'],
  ])('%s', (typed, kept) => expect(written.date.read(typed)).toBe(kept))

  test.each(['29/2/2023', '2024-3-1', '1/3', '13/13/2024', 'hôm nay'])('%s is none', (typed) =>
    expect(written.date.read(typed)).toBeUndefined(),
  )
})
