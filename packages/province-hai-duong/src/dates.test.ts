import type { DocumentNumber } from '@khuyencong/domain'
import { bind, inForce, previousDay, type IsoDate, type Period, type Sourced, type Trust } from '@khuyencong/rules'
import { describe, expect, test } from 'vitest'
import { haiDuongRules } from './eligibility.js'
import { haiDuong } from './index.js'
import { cases, findingsOf, type RuleId } from './rule-cases.test-law.js'
import { haiDuongPriorities } from './selection.js'

/** What a rule rests on from a day on: the day, the text that makes it so, how that is known. */
type Since = readonly [first: IsoDate, document: DocumentNumber, trust: Trust]

// Written by hand from the decision; the code is held to it, not the other way round.

const document = 'QĐ về Chương trình khuyến công Hải Dương 2023-2025'

/**
 * Part IV.3: from 2023 to the end of 2025. Article 3: in force from its signing, which was not before the department
 * proposed it on 6 June 2023. On 1 July 2025 the province became part of Hải Phòng.
 */
const decision = (trust: Trust): readonly Since[] => [
  ['2023-01-01', document, 'assumed'],
  ['2023-06-06', document, trust],
  ['2025-07-01', document, 'assumed'],
]

const rules: Readonly<Record<RuleId, readonly Since[]>> = {
  // Part IV.2
  'EL-08': decision('text'),
  'EL-08-SHOWROOM': decision('text'),
  'HD-PLACE': decision('text'),
  'HD-PLACE-SHOWROOM': decision('text'),
  // Since the decree has more forms than this part
  'HD-FORM': [['2025-10-15', 'NĐ 235/2025/NĐ-CP', 'inferred']],
  'HD-FORM-SHOWROOM': [['2025-10-15', 'NĐ 235/2025/NĐ-CP', 'inferred']],
  // Part V
  'HD-PLACE-OTHER': decision('inferred'),
  'HD-ENV-BUILD': decision('inferred'),
  'HD-SHOWROOM': decision('text'),
  'HD-CLUSTER': decision('text'),
  'HD-CLUSTER-TREATMENT': decision('text'),
  'HD-CLUSTER-SCHEME': decision('inferred'),
  'HD-ENV-BUILD-CCN': decision('inferred'),
  'HD-STARTUP': decision('inferred'),
  // Priorities: parts II.1, V.1 and VII.6
  'HD-CHAIN-TO-EXPORT': decision('text'),
  'HD-MAIN-FARM-PRODUCT': decision('text'),
  'HD-TYPICAL-PRODUCT': decision('text'),
}

/** The versions that the table asks for. */
const versionsOf = (since: readonly Since[]) =>
  since.map(([from, text, trust], index) => {
    const next = since[index + 1]
    return { from, to: next && previousDay(next[0]), trust, documents: citing(text) }
  })
const citing = (text: string): unknown => expect.arrayContaining([text])
const documentsOf = ({ cites }: Pick<Sourced, 'cites'>) => cites.map((place) => place.document)
const said = (version: Period & Sourced) => ({
  from: version.from,
  to: version.to,
  trust: version.trust,
  documents: documentsOf(version),
})

/** What answers on a day by the table. */
const inForceOn = (since: readonly Since[], day: IsoDate) => {
  const found = versionsOf(since).find(({ from, to }) => inForce({ from, ...(to && { to }) }, day))
  return found && { trust: found.trust, documents: found.documents }
}

describe.each(Object.keys(rules) as RuleId[])('%s', (id) => {
  const since = rules[id]

  test('its versions are those of the decision', () => {
    expect({ ...haiDuongRules, ...haiDuongPriorities }[id].versions.map(said)).toEqual(versionsOf(since))
  })

  test.each(since.flatMap(([first]) => [previousDay(first), first]))('%s', (day) => {
    const answers = findingsOf(day, id, cases[id].met).map((found) => ({
      verdict: found.verdict,
      documents: documentsOf(found),
      trust: found.trust.doubts.find((doubt) => doubt.id === id)?.trust ?? 'text',
    }))
    const expected = inForceOn(since, day)
    for (const answer of answers) expect(answer).toEqual({ verdict: 'met', ...expected })
    expect(answers.length > 0).toBe(expected !== undefined)
  })
})

describe('values of the local fund, which QĐ 55/2020 would set', () => {
  const localOn = (day: IsoDate) =>
    [haiDuong, haiDuong.areas.money].flatMap(({ facts, law }) =>
      bind({ facts, ...law, rules: {}, amounts: {} }, { pack: 'test', version: '0', asOf: day })
        .parameters.filter(({ parameter: { id } }) => id.endsWith('.local') && !id.startsWith('PRIORITY.factor'))
        .map(({ parameter: { id }, entry }) => [id, entry.trust, entry.note?.vi]),
    )
  const said: unknown = expect.stringContaining('Quyết định 55/2020/QĐ-UBND')
  const notSaid: unknown = expect.not.stringContaining('Quyết định 55/2020/QĐ-UBND')

  test.each([
    ['2022-12-31', notSaid],
    ['2023-01-01', said],
    ['2023-12-31', said],
    ['2024-01-01', said],
    ['2025-12-31', said],
    ['2026-01-01', notSaid],
  ] as const)('%s', (day, note) => {
    const local = localOn(day)
    expect(local.length).toBeGreaterThan(60)
    expect(local).toEqual(local.map(([id]) => [id, 'assumed', note]))
  })
})
