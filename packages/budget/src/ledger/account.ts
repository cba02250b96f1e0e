/**
 * Where a đồng can be. Accounts of an award hang on the appropriation that pays it, so that every appropriation can be
 * proven on its own.
 * - `outside`: the budget that money comes from; the one account that goes below zero, by all that came in
 * - `appropriation`: allotted and not yet promised to anyone
 * - `commitment`: promised to an award and not yet paid
 * - `advance`: paid to an award and not yet settled
 * - `settlement`: settled: spent for good
 * - `return`: given back to the budget
 * - `carry-over`: moved out of the year, until the next year takes it up
 */
export type Account = OutsideAccount | AppropriationAccount | AwardAccount

export interface OutsideAccount {
  readonly kind: 'outside'
}

export interface AppropriationAccount {
  readonly kind: 'appropriation' | 'return' | 'carry-over'
  /** A source in a year, e.g. `2024-provincial`. */
  readonly appropriation: string
}

export interface AwardAccount {
  readonly kind: 'commitment' | 'advance' | 'settlement'
  readonly appropriation: string
  readonly award: string
}

export type AccountKind = Account['kind']

export const outside: OutsideAccount = { kind: 'outside' }

export const ofAppropriation = (kind: AppropriationAccount['kind'], appropriation: string): AppropriationAccount => ({
  kind,
  appropriation,
})

export const ofAward = (kind: AwardAccount['kind'], appropriation: string, award: string): AwardAccount => ({
  kind,
  appropriation,
  award,
})

/** One string for one account, e.g. `commitment/2024-provincial/HD-07`. Names hold no slash, so keys do not collide. */
export function accountKey(account: Account): string {
  if (account.kind === 'outside') return account.kind
  const parts = [account.kind, account.appropriation, ...('award' in account ? [account.award] : [])]
  return parts.join('/')
}
