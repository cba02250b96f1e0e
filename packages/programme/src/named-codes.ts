import type { Parameter } from '@khuyencong/rules'
import type { PackLaw } from './pack.js'

/** What is read of a parameter here. A pack that is read from a file may lack what types ask for; `check` says so. */
interface Coded {
  readonly unit: Parameter['unit']
  readonly timeline?: readonly ({ readonly value?: unknown } | null)[]
}

/** The codes in the values of a parameter, each once; none unless it is a choice or a list. */
export function codesOf({ unit, timeline = [] }: Coded): string[] {
  if (unit !== 'choice' && unit !== 'list') return []
  const values = timeline.flatMap((entry): readonly unknown[] => {
    const value = entry?.value
    return Array.isArray(value) ? value : [value]
  })
  return [...new Set(values.filter((value) => typeof value === 'string'))]
}

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
