import type { Citation, Problem } from '@khuyencong/rules'
import { CitationRef } from '../modules/law/citation.js'
import { builder } from './builder.js'

/** One thing that is wrong with what was asked. */
export interface InputProblem extends Problem {
  /** The article that says so, where one does. */
  readonly article: Citation | undefined
}

export const ProblemRef = builder.objectRef<InputProblem>('InputProblem').implement({
  description: 'One thing that is wrong with an input.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'For programs, e.g. `content-unknown`.' }),
    field: t.exposeString('field', { description: 'The field that is wrong, e.g. `facts.totalCost`.' }),
    message: t.exposeString('message'),
    expected: t.exposeString('expected'),
    article: t.expose('article', {
      type: CitationRef,
      nullable: true,
      description: 'Where the limit stands, when a document sets it.',
    }),
  }),
})
