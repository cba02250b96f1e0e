import type { ApplicationFacts } from '@khuyencong/domain'
import { describe, expect, test } from 'vitest'
import { findingsOf } from '../rule-cases.test-law.js'

const bn = 1_000_000_000n

/** As the decrees have them: of 2018 the small, beyond which a confirmation is asked for, of 2021 the medium enterprise. */
const limits = [
  ['2018-03-11', 'industry-construction-farming', 100, 50n * bn, 20n * bn, 'unknown'],
  ['2021-10-14', 'industry-construction-farming', 100, 50n * bn, 20n * bn, 'unknown'],
  ['2018-03-11', 'trade-services', 50, 100n * bn, 50n * bn, 'unknown'],
  ['2021-10-14', 'trade-services', 50, 100n * bn, 50n * bn, 'unknown'],
  ['2021-10-15', 'industry-construction-farming', 200, 200n * bn, 100n * bn, 'unmet'],
  ['2021-10-15', 'trade-services', 100, 300n * bn, 100n * bn, 'unmet'],
] as const

describe.each(limits)('%s, %s', (day, mainSector, insuredWorkers, revenue, capital, beyond) => {
  const size = (of: ApplicationFacts) =>
    findingsOf(day, 'EL-14', 'MACH', { legalForm: 'enterprise', mainSector, insuredWorkers, ...of })[0]?.verdict
  const within = { annualRevenue: revenue, totalCapital: capital }

  test('so many workers, and so much revenue or capital', () => {
    expect(size({ ...within, totalCapital: capital + 1n })).toBe('met')
    expect(size({ ...within, annualRevenue: revenue + 1n })).toBe('met')
  })

  test('beyond the limit', () => {
    expect(size({ ...within, insuredWorkers: insuredWorkers + 1 })).toBe(beyond)
    expect(size({ annualRevenue: revenue + 1n, totalCapital: capital + 1n })).toBe(beyond)
  })
})
