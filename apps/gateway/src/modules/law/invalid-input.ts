import { cite } from '@khuyencong/domain'
import { InputError, type Citation, type Problem } from '@khuyencong/rules'
import { builder } from '../../graphql/builder.js'
import type { InputProblem } from '../../graphql/problem.js'
import { ProblemRef } from '../../graphql/refused.js'
import { lawOn, programmeOf, type PackName, type ServedLaw } from './packs.js'

/** Input that no answer can be given to, with the articles that say so. */
class InvalidInput extends Error {
  override readonly name = 'InvalidInput'
  constructor(
    message: string,
    readonly problems: readonly InputProblem[],
  ) {
    super(message)
  }
}

/** A field with this option answers bad input with data, `InvalidInput`, instead of failing. */
export const refusals = { types: [InvalidInput] }

/**
 * Works under the law of a pack on a day.
 * @throws InvalidInput when the day lies outside the pack's period, or the packages refuse the input
 */
export function underLaw<Result>(pack: PackName, asOf: string, work: (law: ServedLaw) => Result): Result {
  try {
    return work(lawOn(pack, asOf))
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    const problems = error.problems.map((problem) => ({ ...problem, article: articleOf(problem, pack) }))
    throw new InvalidInput(error.message, problems)
  }
}

function articleOf({ code }: Problem, pack: PackName): Citation | undefined {
  switch (code) {
    case 'content-unknown':
      return cite('NĐ 45/2012/NĐ-CP', { article: '4' })
    case 'date-outside-period': {
      // A programme's period is set by the decision that approves it.
      const programme = programmeOf(pack)
      return programme && { document: programme.document }
    }
    default:
      return undefined
  }
}

builder.objectType(InvalidInput, {
  name: 'InvalidInput',
  description: 'Input that no answer can be given to: every problem found, not only the first.',
  fields: (t) => ({
    message: t.exposeString('message'),
    problems: t.field({ type: [ProblemRef], resolve: ({ problems }) => [...problems] }),
  }),
})
