import { Kind, print, type ValueNode } from 'graphql'
import { inputError, quote } from './input-error.js'

const INTEGER = /^-?(0|[1-9]\d*)$/
/** A million tỷ: more than any budget here, and thousands of it are summed within PostgreSQL's bigint. */
const MOST = 1_000_000_000_000_000n

/**
 * An amount of money: whole đồng as a string, `"570000000"`. A JSON number would pass through floating point on its
 * way, and lose đồng above 2^53; so numbers are refused, even those that would survive.
 */
export function parseDong(value: unknown): bigint {
  if (typeof value !== 'string') throw notAString(quote(value))
  if (!INTEGER.test(value)) {
    throw inputError(
      `Dong is whole đồng: digits only, without fraction, separators or spaces, such as "570000000"; got ${quote(value)}.`,
    )
  }
  const amount = BigInt(value)
  if (amount > MOST || amount < -MOST)
    throw inputError(`Dong ${quote(value)} is more than the ${String(MOST)} that are taken.`)
  return amount
}

/** The same, written in the document itself instead of in a variable. */
export function parseDongLiteral(node: ValueNode): bigint {
  if (node.kind !== Kind.STRING) throw notAString(print(node))
  return parseDong(node.value)
}

function notAString(got: string): Error {
  return inputError(`Dong is whole đồng written as a string, such as "570000000"; got ${got}.`)
}
