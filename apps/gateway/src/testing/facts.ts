import { facts, type ApplicationFacts } from '@khuyencong/domain'
import type { FactDefinition } from '@khuyencong/rules'
import { enumName } from '../modules/law/fact.js'

const definitions: Readonly<Record<string, FactDefinition>> = facts

/** Facts as a GraphQL client sends them: money as strings, choices as enum names. */
export function asVariables(given: ApplicationFacts): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(given).map(([key, value]): [string, unknown] => {
      if (typeof value === 'bigint') return [key, value.toString()]
      if (definitions[key]?.kind === 'choice' && typeof value === 'string') return [key, enumName(value)]
      return [key, Array.isArray(value) ? value.map((item: string) => enumName(item)) : value]
    }),
  )
}
