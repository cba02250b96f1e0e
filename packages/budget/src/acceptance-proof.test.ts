import { contentCodes, type ContentCode } from '@khuyencong/domain'
import type { Parameter } from '@khuyencong/rules'
import { describe, expect, test } from 'vitest'
import { acceptanceProof, nationalMoney, proofCases, proofPapers, type ProofFacts } from './index.js'
import { lawOn, withParameters } from './law-on.test-law.js'

const law = lawOn('2024-03-01')
const proof = (code: ContentCode, known: ProofFacts) => {
  const { verdict, missing } = acceptanceProof(law, code, { fund: 'national', ...known })
  return { verdict, missing }
}

/** Every paper there is, all there or all lacking. */
const every = (has: boolean) => Object.fromEntries(Object.keys(proofPapers).map((paper) => [paper, has]))
const always = Object.fromEntries(Object.keys(proofCases).map((one) => [one, true]))

const isListed = (code: ContentCode) => acceptanceProof(law, code, {}).listed

describe.each(contentCodes.filter(isListed))('%s', (code) => {
  const { items } = acceptanceProof(law, code, { fund: 'national', cases: always })

  test('all papers: met', () => {
    expect(proof(code, { papers: every(true) })).toEqual({ verdict: 'met', missing: [] })
  })

  test('any one lacking: unmet, and asks nothing more', () => {
    for (const { paper } of items)
      expect(proof(code, { papers: { [paper]: false }, cases: always })).toEqual({ verdict: 'unmet', missing: [] })
  })

  test('any one not known: unknown, and asks for it', () => {
    for (const { paper } of items)
      expect(proof(code, { papers: { ...every(true), [paper]: undefined }, cases: always })).toEqual({
        verdict: 'unknown',
        missing: [`papers.${paper}`],
      })
  })
})

test.each(contentCodes.filter((code) => !isListed(code)))('%s: the article names no papers, and says so', (code) => {
  expect(acceptanceProof(law, code, {})).toMatchObject({
    verdict: 'met',
    items: [],
    trust: { weakest: 'assumed', doubts: [{ id: 'PROOF.none', note: { vi: /không nêu hồ sơ/ } }] },
  })
})

test('the papers that the article lists, by content', () => {
  const papersOf = (code: ContentCode) => acceptanceProof(law, code, {}).items.map((item) => item.paper)
  expect(papersOf('MACH')).toEqual(['contract', 'acceptance-record', 'liquidation'])
  expect(papersOf('LINE')).toEqual(papersOf('MACH'))
  expect(papersOf('DEMO-NEW')).toEqual(['supported-item-vouchers', 'demonstration-guests', 'model-papers'])
  expect(papersOf('TRAIN')).toEqual(['certificates', 'learner-list', 'employed-list', 'meal-travel-vouchers'])
  expect(papersOf('INTEREST')).toEqual(['credit-contract', 'interest-paid', 'investment-contracts'])
  expect(papersOf('SXSH-ASSESS')).toEqual(['assessment-report'])
  expect(papersOf('CCN-PLAN')).toEqual(['approving-decision', 'all-vouchers'])
  expect(papersOf('FAIR-DOM-JOIN')).toEqual(['participant-list', 'stall-contracts', 'invoice'])
  expect(papersOf('FAIR-ABROAD')).toEqual([])
})

describe('papers that not every project needs', () => {
  const brand = { 'registration-certificate': true, 'promotion-plan': true, 'all-vouchers': true }

  test('rules of use only for a collective mark', () => {
    expect(proof('BRAND', { papers: brand, cases: { 'collective-mark': false } }).verdict).toBe('met')
    expect(proof('BRAND', { papers: brand, cases: { 'collective-mark': true } }).missing).toEqual([
      'papers.rules-of-use',
    ])
    const lacking = { ...brand, 'rules-of-use': false }
    expect(proof('BRAND', { papers: lacking, cases: { 'collective-mark': true } }).verdict).toBe('unmet')
    expect(proof('BRAND', { papers: lacking, cases: { 'collective-mark': false } }).verdict).toBe('met')
  })

  test('which mark it is not known: asks that first; with the paper at hand it does not matter', () => {
    expect(proof('BRAND', { papers: brand })).toEqual({
      verdict: 'unknown',
      missing: ['cases.collective-mark', 'papers.rules-of-use'],
    })
    expect(proof('BRAND', { papers: { ...brand, 'rules-of-use': false } }).missing).toEqual(['cases.collective-mark'])
    expect(proof('BRAND', { papers: { ...brand, 'rules-of-use': true } }).verdict).toBe('met')
  })

  test('the checklist shows each paper with its answer', () => {
    const cases = { 'treatment-system': true, 'enterprise-investor': false }
    const { items } = acceptanceProof(law, 'ENV-EST', { papers: { 'item-acceptance': true }, cases })
    expect(items.map(({ paper, verdict }) => [paper, verdict])).toEqual([
      ['item-acceptance', 'met'],
      ['discharge-standard', 'unknown'],
      ['audit', 'not-applicable'],
    ])
  })
})

describe("a province's own list", () => {
  const list = nationalMoney.parameters['PROOF.MACH.local']
  const own = (papers: readonly string[]): Parameter => ({
    ...list,
    timeline: list.timeline.map((entry) => ({ ...entry, value: papers, trust: 'text' })),
  })
  const local = (papers: readonly string[]) => {
    const parameter = own(papers)
    return lawOn('2024-03-01', withParameters(parameter))
  }

  test('holds for its fund; which fund then has to be known', () => {
    const invoice = { papers: { invoice: true } }
    expect(acceptanceProof(local(['invoice']), 'MACH', { ...invoice, fund: 'provincial' }).verdict).toBe('met')
    expect(acceptanceProof(local(['invoice']), 'MACH', { ...invoice, fund: 'national' }).verdict).toBe('unknown')
    expect(acceptanceProof(local(['invoice']), 'MACH', invoice)).toMatchObject({
      verdict: 'unknown',
      items: [],
      missing: ['fund'],
    })
  })

  test('with a paper that is not known is refused, naming it', () => {
    expect(() => acceptanceProof(local(['bill']), 'MACH', { fund: 'district' })).toThrow(
      /names the paper 'bill', which is not known\. Expected one of certificates, /,
    )
  })
})

test('the article as issued is text, since TT 17/2018 an assumption, and for a local fund always one', () => {
  const trust = (day: string, fund: 'national' | 'provincial') =>
    acceptanceProof(lawOn(day), 'MACH', { fund }).trust.weakest
  expect(trust('2018-07-09', 'national')).toBe('text')
  expect(trust('2018-07-10', 'national')).toBe('assumed')
  expect(trust('2018-07-09', 'provincial')).toBe('assumed')
  expect(acceptanceProof(lawOn('2018-07-09'), 'MACH', { fund: 'national' }).cites).toEqual([
    { document: 'TT 36/2013/TT-BCT', article: '14' },
  ])
})

test.each([
  [
    'an unknown paper',
    { papers: { bill: true } },
    /^papers\.bill: there is no 'bill' among the papers\. Expected one of/,
  ],
  ['an unknown case', { cases: { big: true } }, /^cases\.big: there is no 'big' among the cases\. Expected one of/],
  [
    'an answer that is none',
    { papers: { contract: 'yes' } },
    /^papers\.contract: '"yes"' is not an answer\. Expected true or false/,
  ],
])('%s is refused', (_, wrong, message) => {
  expect(() => acceptanceProof(law, 'MACH', wrong as ProofFacts)).toThrow(message)
})

test('an unknown content is refused', () => {
  // @ts-expect-error a code that is none
  expect(() => acceptanceProof(law, 'MACHINE', {})).toThrow("'MACHINE' is not a content code")
})
