import type { ProposalFacts } from '../proposal-facts.js'
import type { Proposal } from './proposal.js'

/** Facts that give no priority at all. */
export const plain: ProposalFacts = {
  priorityAreas: [],
  typicalProduct: false,
  keyProduct: false,
  forExport: false,
  materialValue: 100n,
  localMaterialValue: 0n,
  workers: 10,
  priorityIndustry: 'other',
  cleanerProduction: false,
  ownedByWomenOrMinority: false,
  contents: 1,
  contentsLinked: false,
  largeScale: false,
  overOneYear: false,
  unitCapacity: 'low',
  mainFarmProduct: false,
  chainToExport: false,
}

/** A proposal that may be supported; support in million đồng. */
export const proposal = (
  id: string,
  million: number,
  facts: ProposalFacts = {},
  rest: Partial<Proposal> = {},
): Proposal => ({
  id,
  support: BigInt(million) * 1_000_000n,
  eligibility: { verdict: 'met' },
  facts: { ...plain, ...facts },
  ...rest,
})

export const million = (count: number): bigint => BigInt(count) * 1_000_000n
