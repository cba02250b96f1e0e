import { bind, formatDong, isIsoDate, isoDate, workingCalendar, type IsoDate, type Law } from '@khuyencong/rules'
import Holidays from 'date-holidays'
import { describe, expect, test } from 'vitest'
import rounds from '../test-data/rounds.json' with { type: 'json' }
import {
  assessTitle,
  countVotes,
  deadline,
  isTitleCode,
  nationalTitles,
  nextRound,
  procedure,
  provincialTitles,
  reward,
  titles,
  withProvince,
  type CouncilLevel,
  type TitleCode,
} from './index.js'

/** A round or an award as the press or the agency reported it. */
interface Round {
  readonly id: string
  readonly jurisdiction: string
  readonly title: string
  readonly titles: readonly string[]
  readonly province?: string
  readonly year: number
  readonly person?: { readonly birthYear: number; readonly ageAtAward: number }
  readonly dossiers?: number
  readonly approved?: number
  readonly voted?: string
  readonly council?: string
  readonly secret?: boolean
  readonly comment?: { readonly from: string; readonly title: string }
  readonly decided?: string
  readonly after?: string
  readonly parts?: readonly { readonly of: string; readonly counts: Readonly<Record<string, number | undefined>> }[]
}
const all: readonly Round[] = rounds

const lawOn = (day: string, law: Law = nationalTitles) => ({
  titles: bind(law, { pack: 'replay', version: '0', asOf: isoDate(day) }),
})
const isProvince = (id: string): id is keyof typeof provincialTitles => Object.hasOwn(provincialTitles, id)
const provinceOf = ({ province = '' }: Round) => (isProvince(province) ? provincialTitles[province] : undefined)
const lawFor = (round: Round, day: string) => {
  const province = provinceOf(round)
  return lawOn(day, province ? withProvince(province) : nationalTitles)
}
const isCouncil = (level: string): level is CouncilLevel => ['province', 'ministry', 'state'].includes(level)

/** Public holidays as a well-kept library lists them: without the days off in lieu and the second day of National Day. */
function holidays(year: number): IsoDate[] {
  const listed = new Holidays('VN').getHolidays(year).filter((day) => day.type === 'public')
  return listed.flatMap(({ start, end }) => {
    const days: IsoDate[] = []
    // Days begin at 17:00 UTC in Vietnam: noon there is 5:00 UTC of the same date.
    for (let noon = start.getTime() + 12 * 3_600_000; noon < end.getTime(); noon += 24 * 3_600_000)
      days.push(isoDate(new Date(noon + 7 * 3_600_000).toISOString().slice(0, 10)))
    return days
  })
}

const sum = (counts: Readonly<Record<string, number | undefined>>) =>
  Object.values(counts).reduce<number>((total, count = 0) => total + count, 0)

/** What can be checked of a round with the law in hand, a line each; and what cannot. */
function replay(round: Round): { readonly checked: string[]; readonly open: string[] } {
  const checked: string[] = []
  const open: string[] = []
  const check = (holds: boolean, line: string) => {
    expect(holds, `${round.id}: ${line}`).toBe(true)
    checked.push(line)
  }
  const { dossiers, approved, person, decided, voted, comment } = round
  const codes = round.titles.filter(isTitleCode)
  const lastDay = decided ?? voted ?? `${round.year}-12-31`
  const law = lawFor(round, lastDay)

  if (dossiers !== undefined && approved !== undefined)
    check(approved <= dossiers, `${approved} of ${dossiers} went on, ${dossiers - approved} did not`)
  for (const { of, counts } of round.parts ?? []) {
    const whole = of === 'dossiers' ? dossiers : approved
    check(sum(counts) === whole, `${Object.values(counts).join(' + ')} = ${whole} (${of})`)
  }
  const before = all.find(({ id }) => id === round.after)
  if (before) check(before.approved === dossiers, `takes up the ${dossiers} that ${before.id} sent on`)
  if (person)
    check(round.year - person.birthYear === person.ageAtAward, `${person.ageAtAward} years old in ${round.year}`)

  if (round.titles.length === 0) {
    const facts = { heldTitles: ['LANG-NGHE'] as const, yearsInCraft: 30 }
    const decision = assessTitle(law, 'NNND', facts)
    check(decision.verdict === 'unmet', 'a title of the association does not count as Merited Artisan')
    check(!isTitleCode('LANG-NGHE'), 'it is no title of a province or the State')
  }
  for (const code of codes) {
    if (titles[code].level === 'province' && !provinceOf(round)) {
      open.push(`${code}: the law of ${round.jurisdiction} on that day is not known`)
      continue
    }
    const decision = assessTitle(law, code, {})
    check(decision.verdict === 'unknown', `${code}: no silent yes; asks for ${decision.missing.length} facts`)
  }
  if (codes.length > 0)
    open.push('the standards, person by person: years, works, prizes and trainees are not published')

  if (comment && isIsoDate(comment.from) && isTitleCode(comment.title)) {
    const province = provinceOf(round)
    const { steps } = procedure(lawFor(round, comment.from), comment.title, { ...(province && { province }) })
    const days = workingCalendar(holidays(round.year))
    for (const { id, term } of steps)
      if (typeof term === 'object') {
        const end = deadline(term, comment.from, days)
        const line = `${id}: ${term.value} ${term.unit} from ${comment.from} end on ${end.due}`
        check(decided === undefined || end.due < decided, decided ? `${line}, before the decision of ${decided}` : line)
      }
  }
  if (voted !== undefined && round.council !== undefined && isCouncil(round.council))
    for (const code of codes) {
      const ballot = { council: round.council, ...(round.secret !== undefined && { secret: round.secret }) }
      const count = countVotes(law, code, ballot)
      expect(count.verdict, `${round.id}: the vote on ${code}`).toBe('unknown')
      open.push(`${code}: the vote of ${voted}; not published are ${count.missing.join(', ')}`)
    }
  if (decided !== undefined) rewards(round, codes, decided, checked, open)
  return { checked, open }
}

function rewards(round: Round, codes: readonly TitleCode[], decided: string, checked: string[], open: string[]) {
  for (const code of codes) {
    const count = codes.length === 1 ? round.approved : round.parts?.find(({ of }) => of === 'approved')?.counts[code]
    const law = lawFor(round, decided)
    if (count === undefined || !law.titles.amounts.some(({ rule }) => rule.id === code)) {
      open.push(`${code}: the reward is not known`)
      continue
    }
    const { amount, text, trust } = reward(law, code, { award: 'living' })
    if (amount === undefined || !text) throw new Error(`${round.id}: no reward for ${code}`)
    checked.push(`${code}: ${count} × (${text.en}) = ${formatDong(amount * BigInt(count), 'en')} (${trust.weakest})`)
  }
}

const report = (round: Round): string => {
  const { checked, open } = replay(round)
  return [
    `${round.id}  ${round.jurisdiction}, ${round.title}, ${round.year}`,
    ...checked.map((line) => `  checked  ${line}`),
    ...open.map((line) => `  open     ${line}`),
  ].join('\n')
}

test.each(all.map((round) => [round.id, round] as const))('%s replays', (_, round) => {
  const { checked } = replay(round)
  expect(checked.length).toBeGreaterThan(0)
})

test('the whole replay, as it is printed', async () => {
  const lines = all.map(report).join('\n\n')
  console.log(lines)
  await expect(`${lines}\n`).toMatchFileSnapshot('../test-data/replay.txt')
})

describe('rounds together', () => {
  const of = (id: string): Round => {
    const round = all.find((one) => one.id === id)
    if (!round) throw new Error(`There is no round ${id}.`)
    return round
  }

  test('Hải Dương honours artisans every two years', () => {
    const law = lawOn('2024-12-31', withProvince(provincialTitles['hai-duong']))
    const years = [2012]
    while ((years.at(-1) ?? 0) < 2024) years.push(nextRound(law, 'NN-TINH', years.at(-1) ?? 0).year ?? 0)
    expect(years).toEqual([2012, 2014, 2016, 2018, 2020, 2022, 2024])
    for (const id of ['HD-2018', 'HD-2018-2022', 'HD-2024']) expect(years).toContain(of(id).year)
  })

  test('its running total of 70 leaves 35 for 2012-2016, and 14 for 2020 and 2022', () => {
    const [first = 0, three = 0, last = 0] = ['HD-2018', 'HD-2018-2022', 'HD-2024'].map((id) => of(id).approved)
    expect([three - first, 70 - three - last]).toEqual([14, 35])
  })

  test('the individuals of 2024 are no more than the round has, craft by craft', () => {
    const individuals = all.filter(({ id }) => id.startsWith('HD-2024-'))
    expect(individuals.length).toBeLessThanOrEqual(of('HD-2024').approved ?? 0)
    expect(individuals.map(({ person }) => person?.ageAtAward).sort()).toEqual([38, 38, 48, 66, 69, 79])
  })
})
