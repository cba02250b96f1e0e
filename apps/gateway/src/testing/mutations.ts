import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Caller } from './people.js'

const Result = z.looseObject({
  __typename: z.string(),
  problems: z
    .array(z.object({ code: z.string(), field: z.string(), message: z.string(), expected: z.string() }))
    .optional(),
})
/** What a mutation answers: a record, or `Refused` with its problems. */
export type Result = z.infer<typeof Result>

/** For the selection of every mutation of a test. */
export const REFUSED = '... on Refused { problems { code field message(lang: EN) expected(lang: EN) } }'

/** Asks a mutation of one field; variables `key` (a new one) and `on` are given unless they are. */
export async function mutate(caller: Pick<Caller, 'ask'>, query: string, variables: object): Promise<Result> {
  const { body } = await caller.ask(query, { key: randomUUID(), on: '2024-03-01', ...variables })
  const parsed = z.object({ data: z.record(z.string(), Result) }).safeParse(body)
  if (!parsed.success) throw new Error(`Not a mutation's answer: ${JSON.stringify(body)}`)
  const [result] = Object.values(parsed.data.data)
  if (result === undefined) throw new Error('No answer')
  return result
}

/** Where and why, e.g. `input.taxCode: tax-code-check`. */
export const codes = ({ problems }: Result): string[] => (problems ?? []).map(({ code, field }) => `${field}: ${code}`)

/** The global id of the record that a mutation answers. */
export const idOf = (result: Result): string => z.object({ id: z.string() }).parse(result).id

/** The record's own id, out of its global id. */
export const ownId = (globalId: string): string => Buffer.from(globalId, 'base64').toString().split(':')[1] ?? ''
