import type { Citation, Problem, Text } from '@khuyencong/rules'
import { langArgument } from '../modules/law/arguments.js'
import { CitationRef } from '../modules/law/citation.js'
import { builder } from './builder.js'

/** One thing that is wrong with what was asked. */
export interface InputProblem extends Omit<Problem, 'message' | 'expected'> {
  /** In one language only where it is said to programmers: what is wrong with the form of an input. */
  readonly message: Text | string
  readonly expected: Text | string
  /** The article that says so, where one does. */
  readonly article?: Citation | undefined
}

/** One thing that is wrong, in both languages. */
export const problem = (
  code: string,
  field: string,
  message: Text,
  expected: Text,
  article?: Citation,
): InputProblem => ({ code, field, message, expected, article })

export const inLanguage = (text: Text | string, lang: keyof Text): string =>
  typeof text === 'string' ? text : text[lang]

export const ProblemRef = builder.objectRef<InputProblem>('InputProblem').implement({
  description: 'One thing that is wrong with an input.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'For programs, e.g. `content-unknown`.' }),
    field: t.exposeString('field', { description: 'The field that is wrong, e.g. `facts.totalCost`.' }),
    message: t.string({ args: langArgument, resolve: ({ message }, { lang }) => inLanguage(message, lang) }),
    expected: t.string({ args: langArgument, resolve: ({ expected }, { lang }) => inLanguage(expected, lang) }),
    article: t.expose('article', {
      type: CitationRef,
      nullable: true,
      description: 'Where the limit stands, when a document sets it.',
    }),
  }),
})
