import type { Parameter, Value } from '@khuyencong/rules'
import type { PackLaw } from './pack.js'

/** The codes in the values of a parameter, each once; none unless it is a choice or a list. */
export function codesOf({ unit, timeline }: Parameter): string[] {
  if (unit !== 'choice' && unit !== 'list') return []
  return [
    ...new Set(timeline.flatMap(({ value }) => (isList(value) ? value : typeof value === 'string' ? [value] : []))),
  ]
}

const isList = (value: Value): value is readonly string[] => Array.isArray(value)

/** The values of a law, each with a name for every code that is the id of a rule or value. */
export function withNamedCodes<L extends PackLaw>({ rules, parameters }: L): L['parameters'] {
  const titles = new Map([...Object.values(parameters), ...Object.values(rules)].map(({ id, title }) => [id, title]))
  const withNames = (parameter: Parameter): Parameter => {
    const named = codesOf(parameter).flatMap((code) => {
      const title = titles.get(code)
      return title ? [[code, title] as const] : []
    })
    return named.length === 0
      ? parameter
      : { ...parameter, values: { ...Object.fromEntries(named), ...parameter.values } }
  }
  return Object.fromEntries(Object.entries(parameters).map(([id, parameter]) => [id, withNames(parameter)]))
}
