import { definePack, extend } from '@khuyencong/programme'
import { nationalSelection, rankProposals, type Proposal, type ProposalFacts } from '@khuyencong/selection'
import { describe, expect, test } from 'vitest'
import { haiDuongProgramme } from './programme/index.js'
import { haiDuongPriorities, haiDuongSelection } from './selection.js'

const { facts, ...law } = nationalSelection
const title = haiDuongProgramme.title
const base = definePack({ id: 'base', version: '0', title, period: { from: '2014-10-21' } }, facts, law)
const pack = extend(
  base,
  { id: 'hai-duong', version: '0', title, period: { from: '2022-01-01' } },
  { replace: { parameters: haiDuongSelection } },
  { rules: haiDuongPriorities, parameters: {}, amounts: {} },
)
const on = (day: string) => ({ selection: pack.at(day) })

const none: ProposalFacts = {
  priorityAreas: [],
  typicalProduct: false,
  keyProduct: false,
  forExport: true,
  cleanerProduction: false,
  mainFarmProduct: false,
  chainToExport: false,
}
const proposal = (id: string, known: ProposalFacts = {}): Proposal => ({
  id,
  support: 1n,
  eligibility: { verdict: 'met' },
  facts: { ...none, ...known },
})
const order = (day: string, proposals: readonly Proposal[]) =>
  rankProposals(on(day), proposals, { budget: 10n }).proposals.map((each) => each.proposal)

const four = [
  proposal('a-none'),
  proposal('b-typical', { typicalProduct: true }),
  proposal('c-chain', { chainToExport: true }),
  proposal('d-farm', { mainFarmProduct: true }),
]

test('the decision’s own priorities come after area and trade', () => {
  expect(order('2024-03-01', [...four, proposal('e-poor', { priorityAreas: ['poor-district'] })])).toEqual([
    'e-poor',
    'd-farm',
    'c-chain',
    'b-typical',
    'a-none',
  ])
})

test('only while the programme runs', () => {
  const byId = four.map(({ id }) => id)
  expect(order('2022-12-31', four)).toEqual(byId)
  expect(order('2023-01-01', four)).not.toEqual(byId)
  expect(order('2025-12-31', four)).not.toEqual(byId)
  expect(order('2026-01-01', four)).toEqual(byId)
})

test('the order among them is assumed, and the plan says so', () => {
  const plan = rankProposals(on('2024-03-01'), four, { budget: 10n })
  expect(plan.trust).toMatchObject({ weakest: 'assumed' })
  expect(plan.trust.doubts.map(({ id }) => id)).toContain('PLAN.own')
})

describe.each<[string, ProposalFacts, ProposalFacts]>([
  ['HD-MAIN-FARM-PRODUCT', { mainFarmProduct: true }, { mainFarmProduct: undefined }],
  ['HD-CHAIN-TO-EXPORT', { chainToExport: true }, { chainToExport: undefined }],
  ['HD-TYPICAL-PRODUCT', { typicalProduct: true }, { typicalProduct: undefined }],
  ['HD-TYPICAL-PRODUCT', { keyProduct: true }, { keyProduct: undefined }],
])('%s, %o', (rule, met, unknown) => {
  test('met, unmet, unknown', () => {
    const verdict = (known: ProposalFacts) => on('2024-03-01').selection.verdict(rule, { ...none, ...known })
    expect([verdict(met), verdict({}), verdict(unknown)]).toEqual(['met', 'unmet', 'unknown'])
  })
})
