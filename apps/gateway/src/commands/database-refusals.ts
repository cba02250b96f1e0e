import { Prisma } from '../generated/prisma/client.js'
import type { InputProblem } from '../graphql/problem.js'
import { Refusal } from '../graphql/refusal.js'

const problems = new Map<string, InputProblem>()

/**
 * What a constraint of the database says to a caller who meets it. The services check the same before they write; the
 * constraint speaks where two requests met between check and write. Modules add theirs when they are loaded.
 */
export function onConstraint(constraint: string, problem: InputProblem): void {
  problems.set(constraint, problem)
}

/** The refusal for an error that a known constraint raised, or a sum too large to be kept; `undefined` for any other. */
export function refusalOfDatabase(error: unknown): Refusal | undefined {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return undefined
  const said = `${error.message} ${JSON.stringify(error.meta)}`
  for (const [constraint, problem] of problems) if (said.includes(constraint)) return new Refusal([problem])
  return /\b22003\b/.test(said) ? new Refusal([tooLarge]) : undefined
}

const tooLarge: InputProblem = {
  code: 'amount-too-large',
  field: 'amount',
  message: { vi: 'Tổng số tiền vượt mức lưu được.', en: 'The sum is more than can be kept.' },
  expected: { vi: 'một số tiền nhỏ hơn', en: 'a smaller amount' },
}

/** Two transactions waited for one another, or could not be put into an order: the loser is as if it had never begun. */
export const isCollision = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError &&
  (error.code === 'P2034' || /40001|40P01/.test(JSON.stringify(error.meta)))
