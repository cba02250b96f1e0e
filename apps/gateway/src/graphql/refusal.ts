import type { Citation, Text } from '@khuyencong/rules'
import { inLanguage, type InputProblem } from './problem.js'

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
    super(problems.map(({ message }) => inLanguage(message, 'en')).join(' '))
  }
}

/**
 * A refusal for one reason.
 *
 * @param code for programs, in small letters and hyphens
 * @param field of the input, e.g. `input.amount`
 * @param expected what would have been accepted, or what to do now
 */
export const refusal = (code: string, field: string, message: Text, expected: Text, article?: Citation): Refusal =>
  new Refusal([{ code, field, message, expected, article }])
