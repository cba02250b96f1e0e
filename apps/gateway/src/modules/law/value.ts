import {
  formatValue,
  isIsoDate,
  isRatio,
  type FactDefinition,
  type Parameter,
  type Ratio,
  type Text,
  type Value,
} from '@khuyencong/rules'
import { builder } from '../../graphql/builder.js'
import { langArgument } from './arguments.js'
import { enumName } from './fact.js'

/** A value and whose it is, a fact's or a parameter's: that gives codes their names. */
interface ShownValue {
  readonly value: Value
  readonly definition?: FactDefinition | undefined
  readonly parameter?: Parameter
  /** What it says in words, where the law has words for it. */
  readonly title?: Text | undefined
}

const RatioRef = builder.objectRef<Ratio>('Ratio').implement({
  description: 'An exact ratio: 50 % is 50/100.',
  fields: (t) => ({
    numerator: t.int({ resolve: ({ numerator }) => Number(numerator) }),
    denominator: t.int({ resolve: ({ denominator }) => Number(denominator) }),
  }),
})

export const ValueRef = builder.objectRef<ShownValue>('Value').implement({
  description: 'A value of the law or of a fact: in words, and in the one field that fits its kind.',
  fields: (t) => ({
    text: t.string({
      args: langArgument,
      resolve: ({ value, definition, parameter, title }, { lang }) =>
        title?.[lang] ?? formatValue(value, lang, definition ?? parameter),
    }),
    dong: t.field({ type: 'Dong', nullable: true, resolve: ({ value }) => (typeof value === 'bigint' ? value : null) }),
    ratio: t.field({ type: RatioRef, nullable: true, resolve: ({ value }) => (isRatio(value) ? value : null) }),
    integer: t.int({ nullable: true, resolve: ({ value }) => (typeof value === 'number' ? value : null) }),
    flag: t.boolean({ nullable: true, resolve: ({ value }) => (typeof value === 'boolean' ? value : null) }),
    date: t.field({ type: 'Date', nullable: true, resolve: ({ value }) => (isIsoDate(value) ? value : null) }),
    code: t.string({
      nullable: true,
      description: 'A choice; of a fact, as the enum of `FactsInput` has it.',
      resolve: ({ value, definition }) =>
        typeof value === 'string' && !isIsoDate(value) ? written(value, definition) : null,
    }),
    codes: t.stringList({
      nullable: true,
      resolve: ({ value, definition }) => (isList(value) ? value.map((item) => written(item, definition)) : null),
    }),
  }),
})

/** The choices of facts are enums here; those of parameters are the law's own codes. */
function written(code: string, definition: FactDefinition | undefined): string {
  return definition !== undefined && 'values' in definition ? enumName(code) : code
}

function isList(value: Value): value is readonly string[] {
  return Array.isArray(value)
}
