import { langArgument } from '../modules/law/arguments.js'
import { CitationRef } from '../modules/law/citation.js'
import { builder } from './builder.js'
import { inLanguage, type InputProblem } from './problem.js'
import { Refusal } from './refusal.js'

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

builder.objectType(Refusal, {
  name: 'Refused',
  description: 'What was asked is refused, and nothing was changed: every reason, not only the first.',
  fields: (t) => ({
    message: t.string({
      args: langArgument,
      resolve: ({ problems }, { lang }) => problems.map(({ message }) => inLanguage(message, lang)).join(' '),
    }),
    problems: t.field({ type: [ProblemRef], resolve: ({ problems }) => [...problems] }),
  }),
})
