import { match, type ApplicationFacts } from '@khuyencong/domain'
import {
  LawError,
  param,
  parameter,
  restingOn,
  sameValue,
  titleOfValue,
  together,
  type BoundLaw,
  type DatedValue,
  type Expression,
  type OpenQuestionNotice,
  type Parameter,
  type ParameterInForce,
  type Period,
  type Reading,
  type Support,
  type Text,
  type Unit,
  type Value,
} from '@khuyencong/rules'
import type { Source } from './level.js'
import { titleOfLocalFund } from './title-of-local-fund.js'

/** A rule of money that two funds have: the national one, and its stand-in for the funds of provinces and districts. */
export interface FundFigure<T extends Value = Value, Id extends string = string> {
  readonly national: Parameter<T> & { readonly id: Id }
  readonly local: Parameter<T> & { readonly id: `${Id}.local` }
}

/**
 * The national circular on plan, contract, advance and settlement binds the national fund; the province sets the
 * procedure of its own. Where that is not known, the national rule stands in, as an assumption.
 */
const localNote: Text = {
  vi: 'Trình tự, thủ tục của khuyến công địa phương do tỉnh quy định (Điều 8 TT 46/2012/TT-BCT) và chưa có nguyên văn; lấy quy định của khuyến công quốc gia để tham chiếu.',
  en: 'The province sets the procedure of its own fund (Article 8, TT 46/2012/TT-BCT) and its text is not known; the national rule stands in as a reference.',
}

/**
 * The national and the local parameter of one rule of money. A province replaces the one that ends in `.local`.
 * @param values the codes of a choice or list in words
 */
export function fundFigure<const Id extends string, T extends Value>(
  id: Id,
  unit: Unit,
  title: Text,
  timeline: readonly DatedValue<T>[],
  values?: Readonly<Record<string, Text>>,
): FundFigure<T, Id> {
  const names = values && { values }
  const localTimeline = timeline.map((entry) => ({ ...entry, trust: 'assumed' as const, note: localNote }))
  return {
    national: parameter({ id, unit, title, timeline, ...names }) as FundFigure<T, Id>['national'],
    local: parameter({
      id: `${id}.local`,
      unit,
      title: titleOfLocalFund(title),
      timeline: localTimeline,
      ...names,
    }) as FundFigure<T, Id>['local'],
  }
}

/** The same value over several periods, each with its own source. */
export const unchanged = <T extends Value>(value: T, periods: readonly (Period & Source)[]): DatedValue<T>[] =>
  periods.map((period) => ({ ...period, value }))

/** Both parameters of a figure, for a record of parameters. */
export const bothFunds = <T extends Value, Id extends string>({ national, local }: FundFigure<T, Id>) =>
  [national, local] as const

/** The figure of the fund that pays. While the fund is not known, it is known only where both agree. */
export const byFund = <T extends Value>({ national, local }: FundFigure<T>): Expression<T> =>
  match('fund', { national: param(national), provincial: param(local), district: param(local) })

/** A figure as the law bound to a day has it. */
export interface FigureInForce<T extends Value> {
  /** Undefined while the fund is not known and the two differ. */
  readonly value: T | undefined
  /** `fund` where that keeps the value from being known. */
  readonly missing: readonly 'fund'[]
  /** The entries that the answer rests on. */
  readonly entries: readonly ParameterInForce[]
  /** Where the law is open: the readings that were not taken. */
  readonly open: readonly OpenFigure<T>[]
  readonly trust: Support
}

interface OpenFigure<T extends Value> extends Omit<OpenQuestionNotice, 'readings'> {
  readonly readings: readonly Reading<T>[]
}

/**
 * Reads a figure for a fund.
 * @throws LawError when the law does not have the figure on its day
 */
export function figureInForce<T extends Value>(
  law: Pick<BoundLaw, 'parameters' | 'identity'>,
  figure: FundFigure<T>,
  fund: ApplicationFacts['fund'],
): FigureInForce<T> {
  const entryOf = ({ id }: Parameter): ParameterInForce => {
    const found = law.parameters.find((p) => p.parameter.id === id)
    if (found) return found
    throw new LawError(`${law.identity.pack} has no value of the parameter '${id}' on ${law.identity.asOf}.`)
  }
  const asked = fund === undefined ? bothFunds(figure) : [fund === 'national' ? figure.national : figure.local]
  const entries = asked.map(entryOf)
  const [first, second] = entries
  const known = first && (!second || sameValue(first.entry.value, second.entry.value))
  return {
    // A province's pack replaces values within the parameter's own type: `extend` and the timeline see to that.
    value: known ? (first.entry.value as T) : undefined,
    missing: known ? [] : ['fund'],
    entries,
    open: entries.flatMap(({ parameter, entry }) => {
      const { id, title } = parameter
      const readings = entry.readings as readonly Reading<T>[] | undefined
      const [taken, takenTitle] = [entry.value, titleOfValue(parameter, entry)]
      return readings ? [{ kind: 'open-question', parameter: id, title, taken, takenTitle, readings }] : []
    }),
    trust: together(
      entries.map(({ parameter: { id, title }, entry: { trust, cites, note } }) =>
        restingOn({ kind: 'parameter', id, title, trust, cites, note }),
      ),
    ),
  }
}

/**
 * What a figure that was read in a function says of its other readings: the open points under which the answer is not the same.
 * @param answer the answer under another reading
 */
export const openPoints = <T extends Value, Answer extends object>(
  { open }: FigureInForce<T>,
  answer: (value: T) => Answer,
  differs: (answer: Answer) => boolean,
) =>
  open.flatMap(({ readings, ...point }) => {
    const answers = readings.map((reading) => ({ ...reading, ...answer(reading.value) }))
    return answers.some(differs) ? [{ ...point, readings: answers }] : []
  })
