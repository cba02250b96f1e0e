import { national, type Pack } from '@khuyencong/programme'
import type { Sourced } from '@khuyencong/rules'
import { expect, test } from 'vitest'
import { haiDuong } from './index.js'

const packs: readonly Pack[] = [national, haiDuong, ...Object.values(national.areas), ...Object.values(haiDuong.areas)]

/** Everything in a pack that says how it is known. */
const sourced = ({ law }: Pack): readonly (readonly [string, Sourced])[] => [
  ...Object.values(law.parameters).flatMap(({ id, timeline }) => timeline.map((entry) => [id, entry] as const)),
  ...Object.values(law.rules).flatMap(({ id, versions }) => versions.map((entry) => [id, entry] as const)),
  ...Object.values(law.amounts).flatMap(({ id, versions }) => versions.map((entry) => [id, entry] as const)),
]

test.each(packs.map((pack) => [pack.id, pack] as const))(
  '%s: whatever is assumed says why, in Vietnamese and in English',
  (_, pack) => {
    const silent = sourced(pack)
      .filter(([, { trust, note }]) => trust === 'assumed' && !(note?.vi.trim() && note.en.trim()))
      .map(([id, { from }]) => `${id} from ${from}`)
    expect(silent).toEqual([])
  },
)

test('what a source keeps from being known better is said beside what the value itself leaves open', () => {
  const { parameters } = national.areas.money.law
  const noteSince = (from: string, timeline: readonly Sourced[]) =>
    timeline.find((entry) => entry.from === from)?.note?.vi
  expect(noteSince('2018-07-10', parameters['DEADLINE.dossier.counting'].timeline)).toMatch(
    /TT 17\/2018.*ngày theo lịch/,
  )
  expect(noteSince('2018-05-11', parameters['PRIORITY.line'].timeline)).toMatch(/TT 28\/2018.*nhân hai hệ số/)
})
