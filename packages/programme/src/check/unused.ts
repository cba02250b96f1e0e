import { common } from '../change-dates.js'
import type { Pack } from '../pack.js'
import { factsIn, parametersIn, readers } from './entries.js'
import { warning, type PackProblem } from './problem.js'

/** Facts that the pack brings, and values, that no rule or amount of its period reads. Facts of its base are there for all that build on it. */
export function unused({ base, facts, period, law }: Pack, readElsewhere: ReadonlySet<string>): PackProblem[] {
  const read = readers(law)
    .filter(({ version }) => common(version, period))
    .flatMap(({ expressions }) => expressions)
  const [readFacts, readParameters] = [new Set(factsIn(read)), new Set(parametersIn(read))]
  return [
    ...Object.keys(facts)
      .filter((fact) => !readFacts.has(fact) && !(base && Object.hasOwn(base.facts, fact)))
      .map((id) =>
        warning('unused-fact', { kind: 'fact', id }, undefined, {
          vi: 'Không quy định nào đọc dữ kiện này.',
          en: 'No rule or amount reads this fact.',
        }),
      ),
    ...Object.values(law.parameters)
      .filter(
        ({ id, timeline }) =>
          !readParameters.has(id) && !readElsewhere.has(id) && timeline.some((entry) => common(entry, period)),
      )
      .map(({ id, timeline }) =>
        warning('unused-parameter', { kind: 'parameter', id }, timeline[0]?.cites, {
          vi: 'Không quy định nào dùng giá trị này.',
          en: 'No rule or amount uses this value.',
        }),
      ),
  ]
}
