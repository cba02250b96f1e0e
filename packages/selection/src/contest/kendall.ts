/** Kendall's coefficient of concordance. */
export interface Agreement {
  /** 0: the judges' orders have nothing in common; 1: they are the same. Corrected for ties. */
  readonly w: number
  readonly judges: number
  readonly entries: number
}

/**
 * Kendall's W of `marks[judge][entry]`, corrected for ties: 12 S / (m² (n³ − n) − m T), where S is the sum of squared
 * deviations of the entries' rank sums and T the sum of t³ − t over every group of t equal marks of a judge.
 * @returns undefined for fewer than two judges or entries, or when no judge tells any two entries apart
 */
export function kendallsW(marks: readonly (readonly number[])[]): Agreement | undefined {
  const judges = marks.length
  const entries = marks[0]?.length ?? 0
  if (judges < 2) return undefined
  const sums = new Array<number>(entries).fill(0)
  let ties = 0
  for (const row of marks) {
    const order = row.map((_, index) => index).sort((a, b) => (row[a] ?? 0) - (row[b] ?? 0))
    for (let start = 0, end; start < entries; start = end) {
      end = start + 1
      while (end < entries && row[order[end] ?? 0] === row[order[start] ?? 0]) end += 1
      const equal = end - start
      ties += equal ** 3 - equal
      // Equal marks share the middle of the ranks that they take up.
      for (const index of order.slice(start, end)) sums[index] = (sums[index] ?? 0) + (start + 1 + end) / 2
    }
  }
  const middle = (judges * (entries + 1)) / 2
  const squares = sums.reduce((total, sum) => total + (sum - middle) ** 2, 0)
  const most = judges ** 2 * (entries ** 3 - entries) - judges * ties
  return most === 0 ? undefined : { w: (12 * squares) / most, judges, entries }
}
