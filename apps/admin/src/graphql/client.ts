import { cacheExchange, Client, fetchExchange } from 'urql'

/** The gateway that served this page. */
export const client = new Client({ url: '/graphql', exchanges: [cacheExchange, fetchExchange], preferGetMethod: false })
