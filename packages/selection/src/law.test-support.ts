import { bind, type BoundLaw, type DatedValue, type IsoDate, type Parameter } from '@khuyencong/rules'
import { nationalSelection } from './national.js'

/** National law on a day, with other values of some parameters, as a province or a round's own regulation would set them. */
export function on(day: IsoDate, other: Readonly<Record<string, DatedValue['value']>> = {}): { selection: BoundLaw } {
  const parameters: Record<string, Parameter> = { ...nationalSelection.parameters }
  for (const [id, value] of Object.entries(other)) {
    const parameter = parameters[id]
    if (!parameter) throw new Error(`There is no parameter ${id}.`)
    parameters[id] = { ...parameter, timeline: parameter.timeline.map((entry) => ({ ...entry, value })) }
  }
  return { selection: bind({ ...nationalSelection, parameters }, { pack: 'test', version: '0', asOf: day }) }
}
