import type { Prisma } from '../generated/prisma/client.js'

/** Prisma's client inside a transaction. Whoever takes one can neither commit nor open another. */
export type Transaction = Prisma.TransactionClient
