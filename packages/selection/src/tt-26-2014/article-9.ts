import { any, byId, equals, param, parameter, requirementOverTime, type Sourced } from '@khuyencong/rules'
import { levels, roundOf, type Level } from '../level.js'
import { fact } from '../vocabulary.js'
import { circular, fromTheStart } from './sources.js'

const until = (sources: readonly Sourced[], last: '2025-06-30') =>
  sources.filter((source) => source.to !== undefined && source.to <= last)
const since = (sources: readonly Sourced[], first: '2025-07-01') => sources.filter((source) => source.from >= first)

/** While the level exists: the district until 30 June 2025, the commune from the day after. */
const whileHeld = (level: Level, sources: readonly Sourced[]) =>
  level === 'DISTRICT' ? until(sources, '2025-06-30') : level === 'COMMUNE' ? since(sources, '2025-07-01') : sources

/** A council has one of two sizes. */
function council<const L extends Level>(level: L, fewer: number, more: number) {
  const sources = whileHeld(level, fromTheStart([circular('9')], 'unchanged'))
  const size = <const Which extends 'fewer' | 'more'>(which: Which, value: number) =>
    parameter({
      id: `CONTEST.council.${level}.${which}`,
      title: {
        vi: `Số thành viên Hội đồng ${levels[level].vi} (${which === 'fewer' ? 'ít' : 'nhiều'})`,
        en: `Members of a ${levels[level].en} council (${which})`,
      },
      unit: 'persons',
      timeline: sources.map((source) => ({ ...source, value })),
    })
  const [small, large] = [size('fewer', fewer), size('more', more)]
  const rule = requirementOverTime({
    id: `CR-1-${level}`,
    group: 'round',
    title: {
      vi: `Hội đồng ${levels[level].vi} có ${fewer} hoặc ${more} thành viên`,
      en: `A ${levels[level].en} council of ${fewer} or ${more} members`,
    },
    subjects: [roundOf(level)],
    versions: sources.map((source) => ({
      ...source,
      requires: any(equals(fact('councilSize'), param(small)), equals(fact('councilSize'), param(large))),
    })),
  })
  return { parameters: [small, large] as const, rule }
}

const district = council('DISTRICT', 5, 7)
const commune = council('COMMUNE', 5, 7)
const province = council('PROVINCE', 7, 9)
const region = council('REGION', 9, 11)
const nation = council('NATION', 11, 13)

export const article9Parameters = byId([
  ...district.parameters,
  ...commune.parameters,
  ...province.parameters,
  ...region.parameters,
  ...nation.parameters,
])
export const article9Rules = byId([district.rule, commune.rule, province.rule, region.rule, nation.rule])
