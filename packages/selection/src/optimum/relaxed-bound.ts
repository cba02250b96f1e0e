import type { Item } from './best-use.js'

/**
 * What could be had if the last item could be cut in pieces (Dantzig's bound), in exact arithmetic, and the whole items
 * that a greedy choice by value for money takes.
 * @param items each within the budget
 */
export function relaxedBound(
  items: readonly Item[],
  budget: bigint,
): { readonly bound: bigint; readonly greedy: readonly Item[] } {
  const byWorth = [...items].sort((a, b) => {
    const difference = b.value * a.cost - a.value * b.cost
    return difference > 0n ? 1 : difference < 0n ? -1 : 0
  })
  const greedy: Item[] = []
  let left = budget
  let value = 0n
  let bound: bigint | undefined
  for (const item of byWorth)
    if (item.cost <= left) {
      greedy.push(item)
      left -= item.cost
      value += item.value
    } else bound ??= value + (item.value * left) / item.cost
  return { bound: bound ?? value, greedy }
}
