import { encodeGlobalID } from '@pothos/plugin-relay'

// The node `Proposal` belongs to the module of proposals, which knows nothing of plans.
const typename = 'Proposal'

/** The id of the node of a proposal. */
export const proposalNodeId = (id: string): string => encodeGlobalID(typename, id)

export const isProposalNode = (node: { readonly typename: string }): boolean => node.typename === typename
