import type { Problem } from '@khuyencong/rules'

/** The problem with a value that should be whole đồng, not negative; an empty list when all is well. */
export function dongProblems(field: string, value: unknown): Problem[] {
  if (typeof value === 'bigint' && value >= 0n) return []
  const shown = typeof value === 'bigint' || typeof value === 'number' ? String(value) : typeof value
  const message = `${shown} is not an amount of money.`
  return [
    {
      code: 'dong',
      field,
      message,
      expected: 'whole đồng, not negative (in TypeScript a bigint, such as 570_000_000n)',
    },
  ]
}

/** The sum of amounts in đồng. */
export const total = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, amount) => sum + amount, 0n)
