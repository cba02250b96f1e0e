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

/** The same law, which refuses what nobody can ask it. A law of which no question is known may be asked anything. */
export function refusingOthers(law: BoundLaw, known: ReadonlySet<string>): BoundLaw {
  if (known.size === 0) return law
  const asked = (question: string): string => {
    if (!known.has(question)) throw unknownQuestion(question, known, 'subject', `${law.identity.pack} does not speak`)
    return question
  }
  return {
    ...law,
    decide: (subject, facts) => law.decide(asked(subject), facts),
    verdict: (subject, facts) => law.verdict(asked(subject), facts),
    amount: (id, facts) => law.amount(asked(id), facts),
  }
}
