import { initGraphQLTada } from 'gql.tada'
import type { introspection } from '../generated/graphql-env.d.ts'

/** Reads a GraphQL document and types it against the gateway's schema. Money and dates travel as text. */
export const graphql = initGraphQLTada<{
  introspection: introspection
  scalars: { Dong: string; Date: string }
}>()
