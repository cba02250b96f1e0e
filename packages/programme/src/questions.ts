import { InputError, type AmountRule, type BoundLaw, type Rule } from '@khuyencong/rules'

/** What a law can be asked: its amounts, and what its rules are about. */
export const questionsOf = (rules: readonly Rule[], amounts: readonly AmountRule[]): string[] => [
  ...amounts.map(({ id }) => id),
  ...rules.flatMap(({ subjects = [] }) => subjects),
]

/**
 * The refusal of a question that is not known: a misspelt one would be answered by the rules that are about all.
 * @param field where the question stands
 * @param who who does not know it, e.g. `neither law speaks`
 */
export function unknownQuestion(question: string, known: ReadonlySet<string>, field: string, who: string): InputError {
  const message = `${who} of '${question}'.`
  return new InputError([{ code: 'subject-unknown', field, message, expected: `one of ${[...known].join(', ')}` }])
}

/** The same law, which refuses an amount that nobody can ask it for, as the kernel refuses a subject. */
export function refusingOthers(law: BoundLaw, known: ReadonlySet<string>): BoundLaw {
  return {
    ...law,
    amount(id, facts) {
      if (!known.has(id)) throw unknownQuestion(id, known, 'subject', `${law.identity.pack} does not speak`)
      return law.amount(id, facts)
    },
  }
}
