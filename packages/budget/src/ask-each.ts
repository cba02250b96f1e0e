import { InputError, type Problem } from '@khuyencong/rules'
import { refuse } from './refuse.js'

/**
 * Asks of each item of a list.
 * @param fieldOf how a field that is wrong in the question about one item is called in the list
 * @throws InputError naming what is wrong with any of them, what they have in common once
 */
export function askEach<Item, Answer>(
  items: readonly Item[],
  ask: (item: Item, index: number) => Answer,
  fieldOf: (field: string, index: number) => string,
): Answer[] {
  const problems = new Map<string, Problem>()
  const answers = items.flatMap((item, index) => {
    try {
      return [ask(item, index)]
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      for (const problem of error.problems) {
        const named = { ...problem, field: fieldOf(problem.field, index) }
        problems.set(JSON.stringify([named.field, named.message]), named)
      }
      return []
    }
  })
  refuse([...problems.values()])
  return answers
}
