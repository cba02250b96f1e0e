import { supportCeilings } from './amounts.js'
import { levelParameters } from './parameters.js'

/** National law on how much. Provinces replace the parameters that end in `.local` by their own levels. */
export const nationalBudget = { parameters: levelParameters, amounts: supportCeilings }
