import { vocabulary } from '@khuyencong/rules'
import { entryFacts } from './entry-facts.js'
import { proposalFacts } from './proposal-facts.js'
import { roundFacts } from './round-facts.js'

/** The dictionary of selection: entries and rounds of contests, and proposals for the plan. */
export const facts = { ...entryFacts, ...roundFacts, ...proposalFacts }

/** The words that the rules of selection are written in. */
export const { fact, is, isNot, oneOf, someOf, allOf } = vocabulary<typeof facts>()
