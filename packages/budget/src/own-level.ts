import { match, type ContentCode } from '@khuyencong/domain'
import {
  byId,
  LawError,
  param,
  parameter,
  periodsOverlap,
  type AmountVersion,
  type DatedValue,
  type Expression,
  type Parameter,
  type Period,
  type Ratio,
  type Value,
} from '@khuyencong/rules'
import { capped, eligibleCost, highestSupport, share, supportCeilings } from './amounts.js'
import { bases } from './base.js'
import type { Level } from './level.js'
import { figureTitle } from './parameters.js'
import { titleOfLocalFund } from './title-of-local-fund.js'

/** A level of a province's own fund over one period: a share of the cost, a cap in đồng, or both. */
export type OwnLevel = Period & Level & ({ readonly rate: Ratio } | { readonly cap: bigint })

/** The ids under which the figures of a level stand, each with its kind. */
type Figures<Code extends ContentCode, L> = {
  readonly [F in 'rate' | 'cap' as L extends Readonly<Record<F, unknown>> ? `${Code}.${F}.local` : never]: Parameter<
    F extends 'rate' ? Ratio : bigint
  >
} & Readonly<Record<`${Code}.national`, Parameter<bigint>>>

interface OwnLevelOf<Code extends ContentCode, L> {
  readonly amounts: Readonly<Record<Code, readonly AmountVersion[]>>
  readonly parameters: Figures<Code, L>
}

/**
 * The level that a province sets for a content for which national law has none, e.g. `SHOWROOM`. The national fund goes on
 * without one.
 * @param code a content code
 * @param levels the level of each period, in order, each with its article
 * @returns what `extend` takes: `amounts` to replace, and `parameters` to add, under ids such as `SHOWROOM.cap.local`
 * @throws LawError for no level at all, for a cap below 0 or a share above 100%, and where national law has a level on a day of a period: its `.local` values are to be
 * replaced instead
 */
export function ownLevel<const Code extends ContentCode, const L extends OwnLevel>(
  code: Code,
  levels: readonly L[],
): OwnLevelOf<Code, L> {
  if (levels.length === 0) throw new LawError(`Own level of ${code}: there is none; expected one level or more.`)
  for (const period of levels)
    if (supportCeilings[code].versions.some((version) => periodsOverlap(version, period)))
      throw new LawError(
        `Own level of ${code} from ${period.from}: national law has a level then; expected its values that end in .local to be replaced.`,
      )
  for (const level of levels) {
    const place = `Own level of ${code} from ${level.from}`
    if ('cap' in level && level.cap < 0n)
      throw new LawError(`${place}: a cap of ${level.cap}; expected đồng, not negative.`)
    if ('rate' in level && level.rate.numerator > level.rate.denominator)
      throw new LawError(`${place}: a share of more than the whole cost; expected at most percent(100n).`)
  }
  /** It has no value on any day: where the national fund is to pay, there is no level. */
  const none: Parameter<never> = parameter({
    id: `${code}.national`,
    title: { vi: 'không có mức', en: 'no level' },
    unit: 'dong',
    timeline: [],
  })
  const figure = <T extends Ratio | bigint>(name: 'rate' | 'cap', valueOf: (level: OwnLevel) => T | undefined) =>
    parameter({
      id: `${code}.${name}.local`,
      title: titleOfLocalFund(figureTitle(code, name)),
      unit: name === 'rate' ? 'ratio' : 'dong',
      timeline: levels.flatMap((level): DatedValue<T>[] => {
        const value = valueOf(level)
        return value === undefined ? [] : [{ ...sourceOf(level), value }]
      }),
    }) as Parameter<T>
  const rate = figure('rate', (level) => level.rate)
  const cap = figure('cap', (level) => level.cap)
  const ofFund = <T extends Value>(local: Parameter<T>): Expression<T> =>
    match('fund', { national: param(none), provincial: param(local), district: param(local) })
  const { costItems } = bases[code]
  const versions = levels.map((level): AmountVersion => ({
    ...sourceOf(level),
    amount: highestSupport([
      level.rate === undefined ? eligibleCost : share(ofFund(rate)),
      ...(level.cap === undefined ? [] : [capped(ofFund(cap))]),
    ]),
    ...(costItems && { costItems }),
  }))
  const parameters = [none, rate, cap].filter(({ id, timeline }) => id === none.id || timeline.length > 0)
  return { amounts: { [code]: versions }, parameters: byId(parameters) } as unknown as OwnLevelOf<Code, L>
}

const sourceOf = ({ from, to, cites, trust, note }: OwnLevel) => ({
  from,
  ...(to && { to }),
  cites,
  trust,
  ...(note && { note }),
})
