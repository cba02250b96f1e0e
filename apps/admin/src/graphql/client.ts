import { persistedExchange } from '@urql/exchange-persisted'
import { cacheExchange, Client, fetchExchange } from 'urql'

/**
 * Asks the gateway that served this page.
 *
 * @param byHash send the hash of a document in place of the document: the gateway has the list that was built with the pages
 */
export function createClient({ byHash }: { readonly byHash: boolean }): Client {
  const persisted = persistedExchange({
    enforcePersistedQueries: true,
    enableForMutation: true,
    preferGetForPersistedQueries: false,
  })
  return new Client({
    url: '/graphql',
    exchanges: [cacheExchange, ...(byHash ? [persisted] : []), fetchExchange],
    preferGetMethod: false,
  })
}

// While one works on the pages there is no list yet.
export const client = createClient({ byHash: import.meta.env.PROD })
