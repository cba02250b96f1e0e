import type { ApplicationFacts } from '@khuyencong/domain'
import type { Transaction } from '../../database/transaction.js'

/** Who is to be supported, and where. */
export interface Place {
  readonly establishmentId: string
  readonly siteId: string
}

/**
 * What the registry knows of an establishment and of its place of production on a day. It goes before what was said in the
 * application, which is asked only for the rest.
 */
// The registry gives no facts yet: everything is taken from the application. This is the one place to fill.
export const registryFacts: (tx: Transaction, place: Place, on: string) => Promise<ApplicationFacts> = () =>
  Promise.resolve({})
