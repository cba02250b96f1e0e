import type {
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
  SqlQueryable,
  Transaction,
} from '@prisma/driver-adapter-utils'

/** Told of every SQL statement just before it goes to the database. */
export type StatementListener = (sql: string) => void

/**
 * The same adapter, with someone listening to what it really sends. One place for the log at level `trace`
 * and for tests that count statements.
 */
export function listenToStatements(
  factory: SqlDriverAdapterFactory,
  listener: StatementListener,
): SqlDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => listeningAdapter(await factory.connect(), listener),
  }
}

function listeningAdapter(adapter: SqlDriverAdapter, listener: StatementListener): SqlDriverAdapter {
  return {
    ...listeningQueryable(adapter, listener),
    executeScript: (script) => {
      listener(script)
      return adapter.executeScript(script)
    },
    startTransaction: async (isolationLevel) =>
      listeningTransaction(await adapter.startTransaction(isolationLevel), listener),
    getConnectionInfo: () => adapter.getConnectionInfo?.() ?? { supportsRelationJoins: true },
    dispose: () => adapter.dispose(),
  }
}

function listeningTransaction(transaction: Transaction, listener: StatementListener): Transaction {
  return {
    ...listeningQueryable(transaction, listener),
    options: transaction.options,
    commit: () => transaction.commit(),
    rollback: () => transaction.rollback(),
  }
}

function listeningQueryable(queryable: SqlQueryable, listener: StatementListener): SqlQueryable {
  return {
    provider: queryable.provider,
    adapterName: queryable.adapterName,
    queryRaw: (query: SqlQuery) => {
      listener(query.sql)
      return queryable.queryRaw(query)
    },
    executeRaw: (query: SqlQuery) => {
      listener(query.sql)
      return queryable.executeRaw(query)
    },
  }
}
