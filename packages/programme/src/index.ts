export { type Areas, type Jurisdiction, type LawOnDay, withAreas } from './areas.js'
export { changeDates } from './change-dates.js'
export { type CheckContext, check } from './check/check.js'
export type { PackProblem, PackProblemCode, Place } from './check/problem.js'
export { type Difference, type LawDiff, diff } from './diff.js'
export { diffTable } from './diff-table.js'
export { type Additions, type Changes, extend } from './extend.js'
export {
  type CostTotal,
  type Impact,
  type ImpactCase,
  type ImpactGroup,
  type ImpactOptions,
  type ImpactRecord,
  type ImpactTotal,
  type Outcome,
  impact,
} from './impact.js'
export { national } from './national.js'
export { type Pack, type PackDescription, type PackLaw, definePack } from './pack.js'
export { type BaselineFigure, type Programme, type ProgrammeItem, type ResponsibleBody, placesOf } from './programme.js'
export { type Replay, replay } from './replay.js'
export { rulebook } from './rulebook/rulebook.js'
