import type { Role } from '../generated/prisma/enums.js'

/** One row of the table of access. What no row allows is not allowed. */
export interface Row {
  /** `<what>.<verb>`, e.g. `proposal.submit`. */
  readonly action: string
  readonly roles: readonly Role[]
  /** States of the thing in which it may be done; absent: it has no states, or any will do. */
  readonly states?: readonly string[]
}
