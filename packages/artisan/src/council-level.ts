import { titleFacts } from './facts.js'

/** The three councils on State titles; a provincial title has that of the province alone. */
export type CouncilLevel = keyof typeof titleFacts.councilLevel.values

export const councilLevels = Object.keys(titleFacts.councilLevel.values) as readonly CouncilLevel[]
