import {
  acceptanceProof,
  advanceLimit,
  assessLocalLevel,
  assessProjectChoice,
  assessSource,
  budgetCode,
  estimateYear,
  fundSourceCodes,
  managementLimit,
  priorityCeiling,
  settle,
  settlementDeadlines,
  yearEnd,
} from '@khuyencong/budget'
import type { Support } from '@khuyencong/rules'
import { describe, expect, test } from 'vitest'
import { haiDuong, haiDuongProgramme } from './index.js'

const m = 1_000_000n
const law = haiDuong.at('2024-03-01')

/** The values of the province's own fund that an answer rests on. */
const local = ({ doubts }: Support) => doubts.filter((doubt) => doubt.id.endsWith('.local'))

const project = {
  award: 250n * m,
  contractSigned: true,
  duration: 'one-year',
  alreadyAdvanced: 0n,
  totalInvestment: 700n * m,
  workDone: 600n * m,
} as const

describe('money of the local fund rests on the national rules, and says that QĐ 55/2020 was not read', () => {
  const supports: readonly (readonly [string, Support])[] = [
    ['advance', advanceLimit(law, 'MACH', { ...project, fund: 'provincial' }).trust],
    ['proof of acceptance', acceptanceProof(law, 'MACH', { fund: 'provincial' }).trust],
    ['settlement', settle(law, 'MACH', { fund: 'provincial', award: 1n, vouchers: [] }).trust],
    ['management', managementLimit(law, 'fund-manager', { fund: 'provincial', yearlyFund: 1n }).trust],
    ['deadlines', settlementDeadlines(law, { fund: 'provincial' }).dossier.trust],
  ]
  test.each(supports)('%s', (_, support) => {
    expect(support.weakest).toBe('assumed')
    expect(local(support).length).toBeGreaterThan(0)
    for (const doubt of local(support)) expect(doubt).toMatchObject({ trust: 'assumed', note: { vi: /55\/2020/ } })
  })
})

test('every answer on money names the pack of the province and its version', () => {
  const identity = { pack: 'hai-duong-2023.money', version: haiDuong.areas.money.version, asOf: '2024-03-01' }
  expect(advanceLimit(law, 'MACH', project).law).toEqual(identity)
  expect(settle(law, 'MACH', {}).law).toEqual(identity)
  expect(acceptanceProof(law, 'MACH', {}).law).toEqual(identity)
  expect(managementLimit(law, 'fund-manager', {}).law).toEqual(identity)
  expect(settlementDeadlines(law, {}).law).toEqual(identity)
  expect(yearEnd(law, {}).law).toEqual(identity)
  expect(budgetCode(law, {}).law).toEqual(identity)
  expect(assessSource(law, {}).law).toEqual(identity)
  expect(assessLocalLevel(law, 'MACH', {}).law).toEqual(identity)
  expect(assessProjectChoice(law, 'MACH', {}).law).toEqual(identity)
})

test('the same amounts as for the national fund', () => {
  const limit = (fund: 'national' | 'provincial') => advanceLimit(law, 'MACH', { ...project, fund }).limit
  expect([limit('provincial'), limit('national')]).toEqual([175n * m, 175n * m])
})

test('only the factor of priority does not stand in: it is not raised, for its own reason', () => {
  const known = { fund: 'provincial', eligibleCost: 2_000n * m } as const
  const { amount, trust } = priorityCeiling(law, 'MACH', known, 'decided')
  expect(amount).toBe(300n * m)
  const factor = local(trust).find((doubt) => doubt.id === 'PRIORITY.factor.local')
  expect(factor?.note?.vi).toMatch(/không nâng mức/)
})

describe('the yearly estimate of the decision', () => {
  test('has its three sources', () => {
    expect(fundSourceCodes).toEqual(expect.arrayContaining(haiDuongProgramme.sources.map((source) => source.id)))
  })

  test('holds what the department of industry asks for against what that of finance can balance', () => {
    const machine = { content: 'MACH', source: 'provincial-budget', facts: { eligibleCost: 600n * m } } as const
    const demand = Array.from({ length: 18 }, (_, index) => ({ ...machine, id: `MÁY-${index + 1}`, support: 200n * m }))
    const [source] = estimateYear(law, 2024, demand, { 'provincial-budget': 3_100n * m }).bySource
    expect(source).toMatchObject({ support: 3_600n * m, verdict: 'unmet', shortfall: 500n * m })
    expect(estimateYear(law, 2024, demand, { 'provincial-budget': 3_600n * m }).verdict).toBe('met')
  })
})
