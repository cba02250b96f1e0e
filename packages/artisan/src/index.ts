export { assessCouncil } from './assess-council.js'
export { assessTitle } from './assess-title.js'
export { type Ballot, type BallotField } from './ballot.js'
export { type VoteCount, type VoteFinding, type VoteReading, countVotes } from './count-votes.js'
export { type CouncilLevel, councilLevels } from './council-level.js'
export { type Deadline, deadline } from './deadline.js'
export { type TitleFactKey, type TitleFacts, titleFactGroups, titleFacts, titleWords } from './facts.js'
export { keepTitle } from './keep-title.js'
export { nationalTitles } from './national.js'
export { type NextRound, nextRound } from './next-round.js'
export { type Procedure, type StepInForce, procedure } from './procedure.js'
export {
  type ProvincialTitles,
  type Regulation,
  type TitlesWith,
  askedOfProvince,
  lossAskedOfProvince,
  withProvince,
} from './provinces/provincial.js'
export { provincialTitles } from './provinces/provinces.js'
export { provincialTitleReads, titleReads } from './read-by-functions.js'
export { type Reward, reward } from './reward.js'
export { type Step } from './step.js'
export { titleSubjects } from './subjects.js'
export { type TermInForce } from './term-in-force.js'
export { type LawWithTitles } from './title-in-force.js'
export { type Title, type TitleCode, isTitleCode, titleCodes, titles } from './titles.js'
export { type Decree, decreeOf } from './transition.js'
export { type Work, newWorkFacts } from './works.js'
