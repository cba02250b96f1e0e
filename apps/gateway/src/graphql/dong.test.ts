import { parseValue } from 'graphql'
import { describe, expect, test } from 'vitest'
import { parseDong, parseDongLiteral } from './dong.js'

describe('Dong', () => {
  test.each(['0', '1', '570000000', '-5', '1000000000000000'])('%s', (text) => {
    expect(parseDong(text)).toBe(BigInt(text))
    expect(parseDongLiteral(parseValue(`"${text}"`))).toBe(BigInt(text))
  })

  test.each(['', '1.5', '1e9', '0x10', '1 000', '1.000.000', '1,000', '１', '007', '+1', '--1', ' 1'])(
    'refuses %j',
    (text) => {
      expect(() => parseDong(text)).toThrow(
        `digits only, without fraction, separators or spaces, such as "570000000"; got ${JSON.stringify(text)}`,
      )
    },
  )

  test.each(['1000000000000001', '-1000000000000001', '9223372036854775808'])('refuses %s: too much', (text) => {
    expect(() => parseDong(text)).toThrow(`Dong "${text}" is more than the 1000000000000000 that are taken.`)
  })

  test.each([1, 1.5, 2 ** 60, null, true, {}, ['1']])('refuses %j, which is no string', (value) => {
    expect(() => parseDong(value)).toThrow('written as a string')
  })

  test.each(['570000000', '1.5', 'true', 'null', '{ a: 1 }', 'SOME'])('refuses the literal %s', (literal) => {
    expect(() => parseDongLiteral(parseValue(literal))).toThrow('written as a string')
  })
})
