import type { FactDefinition } from '@khuyencong/rules'
import { isIsoDate } from '@khuyencong/rules'
import * as z from 'zod'
import { facts, type ApplicationFacts } from './facts.js'

const dong = z
  .union([
    z.bigint(),
    z
      .string()
      .regex(/^\d{1,18}$/, 'expected whole đồng as a string of digits')
      .transform(BigInt),
  ])
  .pipe(z.bigint().nonnegative())

/** The schema of one fact, from its definition. Money arrives as a bigint or as a string of digits, as JSON must carry it. */
function factSchema(definition: FactDefinition): z.ZodType {
  switch (definition.kind) {
    case 'flag':
      return z.boolean()
    case 'choice':
      return z.enum(Object.keys(definition.values))
    case 'choices':
      return z.array(z.enum(Object.keys(definition.values)))
    case 'count':
      return z.number().int().nonnegative()
    case 'year':
      return z.number().int().min(1900).max(2999)
    case 'money':
      return dong
    case 'date':
      return z.string().refine(isIsoDate, 'expected a real day written YYYY-MM-DD')
  }
}

const shape = Object.fromEntries(
  Object.entries(facts).map(([key, definition]: [string, FactDefinition]) => [
    key,
    factSchema(definition).optional().describe(definition.question.en),
  ]),
)

/** Reads facts from JSON. Unknown fields are refused: a misspelt fact must not pass as an absent one. */
export const factsSchema = z.strictObject(shape) as unknown as z.ZodType<ApplicationFacts>

/** The same as JSON Schema (draft 2020-12) of the input, for other languages and form generators. */
export const factsJsonSchema = (): unknown =>
  z.toJSONSchema(factsSchema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === dong) Object.assign(jsonSchema, { type: 'string', pattern: '^\\d{1,18}$', anyOf: undefined })
    },
  })
