import { facts, type ApplicationFacts } from '@khuyencong/domain'
import type { FactDefinition } from '@khuyencong/rules'
import { builder } from '../../graphql/builder.js'
import { enumName } from './fact.js'

/** The facts as GraphQL gives them: a field left out and a field that is null are both unknown. */
type FactsGiven = { readonly [K in keyof ApplicationFacts]?: ApplicationFacts[K] | null }

/** A choice's enum; its names are the choice's values, written as GraphQL can. */
const choiceEnums = new Map(
  Object.entries(facts).flatMap(([key, definition]: [string, FactDefinition]) =>
    'values' in definition
      ? [
          [
            key,
            builder.enumType(`${key.charAt(0).toUpperCase()}${key.slice(1)}Choice`, {
              description: bilingual(definition.title),
              values: Object.fromEntries(
                Object.entries(definition.values).map(([value, title]) => [
                  enumName(value),
                  { value, description: bilingual(title) },
                ]),
              ),
            }),
          ] as const,
        ]
      : [],
  ),
)

export const FactsInput = builder.inputRef<FactsGiven>('FactsInput')

FactsInput.implement({
  description:
    'What is known of an application. Every field may be left out: what is not given is unknown, never a no.',
  fields: (t) => Object.fromEntries(Object.entries(facts).map(([key, definition]) => [key, field(t, key, definition)])),
})

type Fields = Parameters<Parameters<(typeof builder)['inputType']>[1]['fields']>[0]

function field(t: Fields, key: string, definition: FactDefinition) {
  const description = bilingual(definition.question)
  switch (definition.kind) {
    case 'flag':
      return t.boolean({ description })
    case 'choice':
      return t.field({ type: choiceEnum(key), description })
    case 'choices':
      return t.field({ type: [choiceEnum(key)], description })
    case 'count':
    case 'year':
      return t.int({ description })
    case 'money':
      return t.field({ type: 'Dong', description })
    case 'date':
      return t.field({ type: 'Date', description })
  }
}

/** The enum of a fact that is a choice. */
export function choiceEnum(key: string) {
  const found = choiceEnums.get(key)
  if (found === undefined) throw new Error(`The fact ${key} has no choices`)
  return found
}

/** The facts as the packages take them. */
export function toFacts(given: FactsGiven | null | undefined): ApplicationFacts {
  return Object.fromEntries(Object.entries(given ?? {}).filter(([, value]) => value !== null))
}

function bilingual({ vi, en }: FactDefinition['title']): string {
  return `${vi} / ${en}`
}
