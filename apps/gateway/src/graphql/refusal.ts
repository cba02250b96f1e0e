import { builder } from './builder.js'
import { ProblemRef, type InputProblem } from './problem.js'

/**
 * A command or query that is refused, with every reason: not signed in, not allowed, not in this state, a stale version,
 * a limit of the law. Expected, meant for the caller, and answered as data (`Refused`) by fields that list it:
 *
 *     errors: { types: [Refusal], directResult: true, union: { name: 'SubmitProposalResult' } }
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'

  /** @param problems at least one */
  constructor(readonly problems: readonly InputProblem[]) {
    super(problems.map(({ message }) => message).join(' '))
  }
}

builder.objectType(Refusal, {
  name: 'Refused',
  description: 'What was asked is refused, and nothing was changed: every reason, not only the first.',
  fields: (t) => ({
    message: t.exposeString('message'),
    problems: t.field({ type: [ProblemRef], resolve: ({ problems }) => [...problems] }),
  }),
})
