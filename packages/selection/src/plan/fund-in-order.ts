/** `stopped`: the money ended before it. `passed-over`: more than was left, while later ones may still fit. */
export type Funding = 'funded' | 'stopped' | 'passed-over'

/**
 * Spends a budget down a list, each item whole or not at all.
 * @param stop `strict`: the first that does not fit ends it, so that a higher budget never drops anyone; `pass-over`: later ones that fit are funded
 */
export function fundInOrder<T extends { readonly support: bigint }>(
  list: readonly T[],
  budget: bigint,
  stop: 'strict' | 'pass-over',
): readonly (readonly [T, Funding])[] {
  let left = budget
  let ended = false
  return list.map((item) => {
    if (!ended && item.support <= left) {
      left -= item.support
      return [item, 'funded']
    }
    ended = stop === 'strict'
    return [item, ended ? 'stopped' : 'passed-over']
  })
}
