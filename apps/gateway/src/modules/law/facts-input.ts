import { facts, type ApplicationFacts } from '@khuyencong/domain'
import type { FactDefinition, FactDefinitions } from '@khuyencong/rules'
import { builder } from '../../graphql/builder.js'
import { enumName } from './fact.js'

/** The enum of each choice; its names are the choice's values, written as GraphQL can. */
function choiceEnumsOf(dictionary: FactDefinitions) {
  return new Map(
    Object.entries(dictionary).flatMap(([key, definition]) =>
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
}
type ChoiceEnums = ReturnType<typeof choiceEnumsOf>

const applicationEnums = choiceEnumsOf(facts)

/** The enum of a fact of an application that is a choice. */
export const choiceEnum = (fact: string) => enumOf(applicationEnums, fact)

/** Facts of a dictionary as GraphQL gives them: a field left out and a field that is null are both unknown. */
export type Given<Known> = { readonly [K in keyof Known]?: Known[K] | null }

export const FactsInput = builder.inputRef<Given<ApplicationFacts>>('FactsInput')

FactsInput.implement({
  description:
    'What is known of an application. Every field may be left out: what is not given is unknown, never a no.',
  fields: fieldsOfFacts(facts, applicationEnums),
})

type Fields = Parameters<Parameters<(typeof builder)['inputType']>[1]['fields']>[0]

/** A field for each fact of a dictionary. */
export function fieldsOfFacts(dictionary: FactDefinitions, enums: ChoiceEnums = choiceEnumsOf(dictionary)) {
  return (t: Fields) =>
    Object.fromEntries(Object.entries(dictionary).map(([key, definition]) => [key, field(t, key, definition, enums)]))
}

function field(t: Fields, key: string, definition: FactDefinition, enums: ChoiceEnums) {
  const description = bilingual(definition.question)
  switch (definition.kind) {
    case 'flag':
      return t.boolean({ description })
    case 'choice':
      return t.field({ type: enumOf(enums, key), description })
    case 'choices':
      return t.field({ type: [enumOf(enums, key)], description })
    case 'count':
    case 'year':
      return t.int({ description })
    case 'money':
      return t.field({ type: 'Dong', description })
    case 'date':
      return t.field({ type: 'Date', description })
  }
}

function enumOf(enums: ChoiceEnums, key: string) {
  const found = enums.get(key)
  if (found === undefined) throw new Error(`The fact ${key} has no choices`)
  return found
}

/** The facts as the packages take them. */
export function toFacts<Known extends object>(given: Given<Known> | null | undefined): Known {
  return Object.fromEntries(Object.entries(given ?? {}).filter(([, value]) => value !== null)) as Known
}

function bilingual({ vi, en }: FactDefinition['title']): string {
  return `${vi} / ${en}`
}
