import type { ApplicationFacts } from '@khuyencong/domain'
import { describe, expect, test } from 'vitest'
import { nationalEligibility } from './index.js'
import { cases, findingsOf, type RuleId } from './rule-cases.test-law.js'

const rules = nationalEligibility.rules
/** Whether some version of the rule has a condition. */
const has = (id: RuleId, part: 'requires' | 'applies') => rules[id].versions.some((version) => part in version)

describe.each(Object.keys(cases) as RuleId[])('%s', (id) => {
  const { content, day = '2024-03-01', met, also = [], unmet = [], asks = [], aside = [] } = cases[id]
  const found = (change: ApplicationFacts) => findingsOf(day, id, content, { ...met, ...change })
  const verdicts = (change: ApplicationFacts) => [...new Set(found(change).map(({ verdict }) => verdict))]

  test('met', () => {
    expect([{}, ...also].map(verdicts)).toEqual([{}, ...also].map(() => ['met']))
  })

  test('unmet', () => {
    expect(unmet.map(verdicts)).toEqual(unmet.map(() => ['unmet']))
    expect(unmet.length > 0).toBe(has(id, 'requires'))
  })

  test('unknown, and asks', () => {
    for (const fact of asks) {
      expect(verdicts({ [fact]: undefined })).toEqual(['unknown'])
      for (const { missing } of found({ [fact]: undefined })) expect(missing).toContain(fact)
    }
    expect(asks.length > 0).toBe(has(id, 'requires'))
  })

  test('not asked of others', () => {
    for (const change of aside) expect([[], ['not-applicable']]).toContainEqual(verdicts(change))
    expect(aside.length > 0).toBe(has(id, 'applies'))
  })
})
