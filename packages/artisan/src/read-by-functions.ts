import { cycleParameters } from './cycle-parameters.js'
import { meeting123Parameters } from './nd-123-2014/meetings.js'
import { steps123Parameters } from './nd-123-2014/steps.js'
import { councilParameters } from './nd-43-2024/councils.js'
import { steps43Parameters } from './nd-43-2024/steps.js'
import type { ProvincialTitles } from './provinces/provincial.js'

/** The values that counts of votes, terms and rounds read, and that stand in no rule. */
export const titleReads: readonly string[] = Object.keys({
  ...meeting123Parameters,
  ...councilParameters,
  ...steps123Parameters,
  ...steps43Parameters,
  ...cycleParameters,
})

/** Those of a province's own titles. */
export function provincialTitleReads({ codes, parameters, steps }: ProvincialTitles): string[] {
  const ofTitles = codes.flatMap((code) => [`${code}.cycle`, `${code}.council.quorum`, `${code}.council.share`])
  const ofSteps = steps.flatMap(({ term }) => (typeof term === 'object' ? [term.id] : []))
  return [...ofTitles, ...ofSteps].filter((id) => Object.hasOwn(parameters, id))
}
