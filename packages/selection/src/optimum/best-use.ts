import { InputError, type Problem } from '@khuyencong/rules'
import highsModule, { type Highs } from 'highs'
import { relaxedBound } from './relaxed-bound.js'

/** Something that money can be spent on, whole or not at all. */
export interface Item {
  readonly id: string
  /** In đồng; above 0. */
  readonly cost: bigint
  /** What it is worth, in whole units of the caller's choice (points, jobs, đồng of own money); not negative. */
  readonly value: bigint
}

export interface BestUse {
  /** Ids of the best choice found, in order of id. */
  readonly chosen: readonly string[]
  /** Exactly, of the chosen items. */
  readonly cost: bigint
  readonly value: bigint
  /**
   * No choice is worth more than this. The lower of the solver's bound and of a bound in exact arithmetic that needs
   * no solver. Equal to `value` when the choice is proven to be the best.
   */
  readonly bound: bigint
  /** `bound - value`: 0 for a proven optimum. */
  readonly gap: bigint
  /** Who proved it: exact arithmetic alone, or the solver's search (in floating point). Undefined with a gap. */
  readonly proof: 'exact' | 'solver' | undefined
}

export interface SearchOptions {
  /** Seconds after which the best found so far is given with its gap. Default 60. */
  readonly seconds?: number
}

/**
 * The choice of items that is worth the most within a budget: a 0-1 knapsack, solved by HiGHS. Whatever the solver
 * gives is checked and summed in exact arithmetic.
 * @param items in any order
 * @param budget in đồng
 * @throws InputError when an id is given twice, a cost or value is out of range, or figures are too large for the solver
 */
export const bestUse = (items: readonly Item[], budget: bigint, options?: SearchOptions): Promise<BestUse> =>
  bestUseFrom([], items, budget, options)

/**
 * As `bestUse`, where a choice is at hand already: what is found is worth no less.
 * @param known ids of items that the budget pays for together
 */
export async function bestUseFrom(
  known: readonly string[],
  items: readonly Item[],
  budget: bigint,
  { seconds = 60 }: SearchOptions = {},
): Promise<BestUse> {
  refuseBadItems(items, budget)
  const sorted = [...items].sort((a, b) => (a.id < b.id ? -1 : 1))
  const affordable = sorted.filter(({ cost }) => cost <= budget)
  const relaxed = relaxedBound(affordable, budget)
  const isKnown = new Set(known)
  const atHand = best(
    relaxed.greedy,
    sorted.filter(({ id }) => isKnown.has(id)),
  )
  const isProven = total(atHand, 'value') === relaxed.bound
  const found = isProven ? undefined : solve(await theSolver(), affordable, budget, seconds)
  const chosen = best(atHand, found && within(found.chosen, budget))
  const value = total(chosen, 'value')
  const bound = [relaxed.bound, ...(found?.bound === undefined ? [] : [found.bound])].reduce(lower)
  const sure = bound > value ? bound : value
  return {
    chosen: chosen.map(({ id }) => id).sort(),
    cost: total(chosen, 'cost'),
    value,
    bound: sure,
    gap: sure - value,
    proof: sure > value ? undefined : relaxed.bound <= value ? 'exact' : 'solver',
  }
}

const lower = (a: bigint, b: bigint): bigint => (a < b ? a : b)

const total = (items: readonly Item[], what: 'cost' | 'value'): bigint =>
  items.reduce((sum, item) => sum + item[what], 0n)

const best = (a: readonly Item[], b: readonly Item[] | undefined): readonly Item[] =>
  b && total(b, 'value') > total(a, 'value') ? b : a

/** Floating point may let a choice through that is some đồng too dear; exact arithmetic does not. */
const within = (items: readonly Item[], budget: bigint): readonly Item[] =>
  total(items, 'cost') <= budget ? items : []

// The package writes its types for CommonJS; its ES module gives the loader itself as the default export.
const loadHighs = highsModule as unknown as typeof highsModule.default

/** HiGHS takes no coefficient of a constraint from here on. */
const solverEnd = 10n ** 15n

/** One solver for all calls: it takes longer to load than to solve a small plan. Calls share no model. */
let solver: Promise<Highs> | undefined
const theSolver = (): Promise<Highs> => (solver ??= loadHighs())

function solve(highs: Highs, items: readonly Item[], budget: bigint, seconds: number) {
  const count = items.length
  // Money in the largest unit that divides every cost: smaller numbers, and no more precision lost than need be.
  const unit = items.reduce((divisor, { cost }) => greatestDivisor(divisor, cost), 0n)
  refuse(
    items.flatMap(({ id, cost }) =>
      cost / unit < solverEnd
        ? []
        : [
            {
              code: 'cost',
              field: `items.${id}.cost`,
              message: `${cost} is ${cost / unit} times what divides all costs.`,
              expected: `less than ${solverEnd} times, for the solver`,
            },
          ],
    ),
  )
  const model = highs.createModel({
    numCols: count,
    numRows: 1,
    sense: highs.constants.objectiveSense.maximize,
    colCost: items.map(({ value }) => Number(value)),
    colLower: new Array<number>(count).fill(0),
    colUpper: new Array<number>(count).fill(1),
    rowLower: [-highs.infinity],
    rowUpper: [Number(budget / unit)],
    matrix: {
      format: 'csr',
      numRows: 1,
      numCols: count,
      starts: [0, count],
      indices: items.map((_, index) => index),
      values: items.map(({ cost }) => Number(cost / unit)),
    },
    integrality: new Array<typeof highs.constants.variableType.integer>(count).fill(
      highs.constants.variableType.integer,
    ),
  })
  try {
    // Values are whole: a bound less than 1 above the best found proves it.
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.99, time_limit: seconds })
    model.run()
    const { colValue } = model.getSolution()
    const bound = model.info.get('mip_dual_bound')
    return {
      chosen: items.filter((_, index) => (colValue[index] ?? 0) > 0.5),
      bound: Number.isFinite(Number(bound)) ? BigInt(Math.floor(Number(bound) + 1e-6)) : undefined,
    }
  } finally {
    model.dispose()
  }
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}

function refuseBadItems(items: readonly Item[], budget: bigint): void {
  const problems: Problem[] = []
  const add = (code: string, field: string, message: string, expected: string) =>
    problems.push({ code, field, message, expected })
  if (!isWhole(budget) || budget < 0n)
    add('budget', 'budget', `${String(budget)} is not a budget.`, 'whole đồng as a bigint, not negative')
  const ids = new Set<string>()
  for (const { id, cost, value } of items) {
    if (ids.has(id)) add('item-duplicate', `items.${id}`, 'there are two items of this id.', 'each id once')
    ids.add(id)
    if (!isWhole(cost) || cost <= 0n)
      add('cost', `items.${id}.cost`, `${String(cost)} is not a cost.`, 'whole đồng as a bigint, above 0')
    if (!isWhole(value) || value < 0n)
      add('value', `items.${id}.value`, `${String(value)} is not a value.`, 'a whole number as a bigint, not negative')
  }
  const safe = BigInt(Number.MAX_SAFE_INTEGER)
  for (const what of ['cost', 'value'] as const)
    if (items.every((item) => isWhole(item[what])) && total(items, what) > safe)
      add(what, 'items', `all ${what}s together are above ${safe}.`, 'figures that the solver can hold exactly')
  refuse(problems)
}

function refuse([first, ...rest]: readonly Problem[]): void {
  if (first) throw new InputError([first, ...rest])
}

/** A program without types may give a number. */
const isWhole = (amount: unknown): boolean => typeof amount === 'bigint'
