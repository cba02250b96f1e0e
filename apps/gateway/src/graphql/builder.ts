import SchemaBuilder from '@pothos/core'
import ComplexityPlugin from '@pothos/plugin-complexity'
import DataloaderPlugin from '@pothos/plugin-dataloader'
import ErrorsPlugin from '@pothos/plugin-errors'
import PrismaPlugin from '@pothos/plugin-prisma'
import RelayPlugin, { decodeGlobalID } from '@pothos/plugin-relay'
import ValidationPlugin from '@pothos/plugin-validation'
import type PrismaTypes from '../generated/pothos.js'
import { getDatamodel } from '../generated/pothos.js'
import type { Context } from './context.js'
import { parseDate } from './date.js'
import { parseDong, parseDongLiteral } from './dong.js'
import { inputError } from './input-error.js'
import { complexityLimits } from './limits.js'
import { isReadable } from './texts.js'
import { textsPlugin } from './texts-plugin.js'

interface SchemaTypes {
  Context: Context
  PrismaTypes: PrismaTypes
  Scalars: {
    Dong: { Input: bigint; Output: bigint }
    Date: { Input: string; Output: string }
    ID: { Input: string; Output: string }
  }
  DefaultFieldNullability: false
}

/** The one schema builder. A module adds its types by importing it; `schema.ts` lists the modules. */
export const builder = new SchemaBuilder<SchemaTypes>({
  plugins: [ErrorsPlugin, textsPlugin, ComplexityPlugin, DataloaderPlugin, ValidationPlugin, PrismaPlugin, RelayPlugin],
  defaultFieldNullability: false,
  // Only a field's own list counts as data for the caller; everything else stays a masked fault.
  errors: { defaultTypes: [] },
  complexity: { limit: complexityLimits, defaultListMultiplier: 1 },
  prisma: { client: (context) => context.prisma, dmmf: getDatamodel(), onUnusedQuery: 'error' },
  relay: {
    cursorType: 'String',
    nodesOnConnection: true,
    decodeGlobalID: (id) => {
      try {
        const decoded = decodeGlobalID(id)
        if (isReadable(decoded.id)) return decoded
      } catch {
        // Said below.
      }
      throw inputError(`"${id.slice(0, 60)}" is not the id of a node.`)
    },
  },
  validation: {
    validationError: ({ issues }) =>
      inputError(issues.map(({ message }) => message).join('; '), {
        fields: issues.map(({ path }) =>
          path?.map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
        ),
      }),
  },
})

builder.queryType()
builder.mutationType()

builder.scalarType('Dong', {
  description: 'Whole đồng, written as a string of digits: "570000000".',
  serialize: (amount) => amount.toString(),
  parseValue: parseDong,
  parseLiteral: parseDongLiteral,
})

builder.scalarType('Date', {
  description: 'A calendar date as YYYY-MM-DD.',
  serialize: (date) => date,
  parseValue: parseDate,
})
