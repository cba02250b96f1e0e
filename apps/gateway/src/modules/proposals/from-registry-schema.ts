import { isIsoDate, isoDate, type Value } from '@khuyencong/rules'
import { builder } from '../../graphql/builder.js'
import { FactRef, factsByKey } from '../law/fact.js'
import { ValueRef } from '../law/value.js'
import type { FromRegistry } from './from-registry.js'

type RegistryFact = FromRegistry[number]

const valueOf = (value: RegistryFact['value']): Value => (isIsoDate(value) ? isoDate(value) : value)

export const RegistryFactRef = builder.objectRef<RegistryFact>('RegistryFact').implement({
  description: 'A fact that the law was asked with as the registry says it, whatever the proposal says.',
  fields: (t) => ({
    fact: t.field({ type: FactRef, resolve: ({ fact }) => definitionOf(fact) }),
    value: t.field({
      type: ValueRef,
      description: 'What the registry said.',
      resolve: ({ fact, value }) => ({ value: valueOf(value), definition: definitionOf(fact).definition }),
    }),
    said: t.field({
      type: ValueRef,
      nullable: true,
      description: 'What the proposal said; null where it said nothing.',
      resolve: ({ fact, said }) =>
        said === undefined ? null : { value: valueOf(said), definition: definitionOf(fact).definition },
    }),
    differs: t.boolean({
      description: 'Whether the proposal said something else.',
      resolve: ({ value, said }) => said !== undefined && said !== value,
    }),
  }),
})

/** @throws Error when the dictionary has lost a fact that an answer was given with */
function definitionOf(key: string) {
  const [fact] = factsByKey([key])
  if (fact === undefined) throw new Error(`There is no fact ${key}`)
  return fact
}
