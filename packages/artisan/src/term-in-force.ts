import { LawError, type BoundLaw, type Citations, type Text, type Trust, type Unit } from '@khuyencong/rules'

/** A number of days (or years) that the law sets, with its source. */
export interface TermInForce<U extends Unit = 'days' | 'working-days'> {
  readonly value: number
  readonly unit: U
  readonly cites: Citations
  readonly trust: Trust
  readonly note: Text | undefined
}

/**
 * A term as it is on the bound day; undefined where the law has none.
 * @throws LawError when the parameter is no number in one of `units`
 */
export function termInForce<const U extends Unit>(
  law: Pick<BoundLaw, 'parameters'>,
  id: string,
  units: readonly U[],
): TermInForce<U> | undefined {
  const found = law.parameters.find(({ parameter }) => parameter.id === id)
  if (!found) return undefined
  const unit = units.find((one) => one === found.parameter.unit)
  const { value, cites, trust, note } = found.entry
  if (typeof value !== 'number' || !unit)
    throw new LawError(`Parameter ${id} is no term: expected a number in ${units.join(' or ')}.`)
  return { value, unit, cites, trust, note }
}
