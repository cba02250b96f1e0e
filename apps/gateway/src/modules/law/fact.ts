import { facts, type FactKey } from '@khuyencong/domain'
import type { FactDefinition } from '@khuyencong/rules'
import { builder } from '../../graphql/builder.js'
import { langArgument } from './arguments.js'
import { MutabilityEnum } from './enums.js'

interface Fact {
  readonly key: string
  readonly definition: FactDefinition
}

const KindEnum = builder.enumType('FactKind', {
  values: {
    FLAG: { value: 'flag' },
    CHOICE: { value: 'choice' },
    CHOICES: { value: 'choices' },
    MONEY: { value: 'money' },
    COUNT: { value: 'count' },
    YEAR: { value: 'year' },
    DATE: { value: 'date' },
  } as const,
})

interface FactChoice {
  readonly value: string
  readonly title: FactDefinition['title']
}

const FactChoiceRef = builder.objectRef<FactChoice>('FactChoice').implement({
  fields: (t) => ({
    value: t.exposeString('value', { description: 'As the enum of `FactsInput` has it.' }),
    title: t.string({ args: langArgument, resolve: ({ title }, { lang }) => title[lang] }),
  }),
})

export const FactRef = builder.objectRef<Fact>('Fact').implement({
  description: 'Something that can be known of an application: what to ask, and of what kind the answer is.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'The field of `FactsInput`.' }),
    kind: t.field({ type: KindEnum, resolve: ({ definition }) => definition.kind }),
    group: t.string({ resolve: ({ definition }) => definition.group }),
    mutability: t.field({ type: MutabilityEnum, resolve: ({ definition }) => definition.mutability }),
    title: t.string({ args: langArgument, resolve: ({ definition }, { lang }) => definition.title[lang] }),
    question: t.string({ args: langArgument, resolve: ({ definition }, { lang }) => definition.question[lang] }),
    help: t.string({
      nullable: true,
      args: langArgument,
      resolve: ({ definition }, { lang }) => definition.help?.[lang],
    }),
    choices: t.field({
      type: [FactChoiceRef],
      description: 'The possible answers, where they are given.',
      resolve: ({ definition }) =>
        'values' in definition
          ? Object.entries(definition.values).map(([value, title]) => ({ value: enumName(value), title }))
          : [],
    }),
  }),
})

const isFactKey = (key: string): key is FactKey => Object.hasOwn(facts, key)

/** The facts of these keys, in the same order. */
export function factsByKey(keys: readonly string[]): Fact[] {
  return keys.filter(isFactKey).map((key) => ({ key, definition: facts[key] }))
}

/** `direct-production` as GraphQL can write it: `DIRECT_PRODUCTION`. */
export function enumName(value: string): string {
  return value.replaceAll('-', '_').toUpperCase()
}

builder.queryField('facts', (t) =>
  t.field({
    type: [FactRef],
    description: 'Every fact that can be given of an application, in the order in which to ask.',
    resolve: () => factsByKey(Object.keys(facts)),
  }),
)
