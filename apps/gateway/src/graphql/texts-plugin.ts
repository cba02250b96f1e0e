import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core'
import type { GraphQLFieldResolver } from 'graphql'
import { inputError } from './input-error.js'
import { inLanguage } from './problem.js'
import { Refusal } from './refusal.js'
import { textProblems } from './texts.js'

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- where Pothos looks for plugins
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      texts: TextsPlugin<Types>
    }
  }
}

/** Every text that comes in is one that a person can have written; a mutation keeps none that is too long. */
class TextsPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override wrapResolve(
    resolve: GraphQLFieldResolver<unknown, Types['Context'], object>,
    { kind, args }: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    if ((kind !== 'Mutation' && kind !== 'Query') || Object.keys(args).length === 0) return resolve
    return (source, given, context, info) => {
      const problems = textProblems(given)
      if (kind === 'Mutation' && problems.length > 0) throw new Refusal(problems)
      const unreadable = problems.find(({ code }) => code === 'text-unreadable')
      if (unreadable !== undefined) throw inputError(`${unreadable.field}: ${inLanguage(unreadable.message, 'en')}`)
      return resolve(source, given, context, info)
    }
  }
}

export const textsPlugin = 'texts'
// A worker of the tests loads this file anew for each of its files, and Pothos once.
SchemaBuilder.allowPluginReRegistration = true
SchemaBuilder.registerPlugin(textsPlugin, TextsPlugin)
