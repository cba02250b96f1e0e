import type { ResultOf } from 'gql.tada'
import { graphql } from '../graphql/graphql'

export const GrantsQuery = graphql(`
  query Grants(
    $filter: GrantFilter
    $sort: GrantSort!
    $direction: Direction!
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    grants(
      filter: $filter
      sort: $sort
      direction: $direction
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      nodes {
        id
        reference
        contentCode
        contentText
        beneficiaryType
        fund
        yearFrom
        yearTo
        provinceName
        totalCost
        support
        approvalDocument
        ceiling {
          status
          amount
          atMost
          binding
        }
      }
    }
  }
`)

/** Names to offer in the filter. */
export const ProvincesQuery = graphql(`
  query Provinces {
    grants(sort: PROVINCE, direction: ASC, first: 100) {
      nodes {
        provinceName
      }
    }
  }
`)

export const GrantQuery = graphql(`
  query Grant($id: ID!, $lang: Lang!) {
    node(id: $id) {
      __typename
      ... on Grant {
        id
        reference
        class
        contentCode
        contentText
        beneficiaryType
        fund
        yearFrom
        yearTo
        planDate
        planDateBasis
        provinceName
        totalCost
        support
        counterpart
        approvalDocument
        note
        sources {
          title
          url
        }
        ceiling {
          status
          amount
          atMost
          binding
          per(lang: $lang)
          steps {
            name
            parameter
            fact
            title(lang: $lang)
            text(lang: $lang)
            trust
            cites {
              text(lang: $lang)
            }
          }
        }
      }
    }
  }
`)

export type GrantRow = NonNullable<NonNullable<NonNullable<ResultOf<typeof GrantsQuery>['grants']['nodes']>[number]>>
export type GrantDetails = Extract<NonNullable<ResultOf<typeof GrantQuery>['node']>, { __typename: 'Grant' }>
