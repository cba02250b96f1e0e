/** Days on which things happen in a year of the demo, in this order. */
export interface Calendar {
  /** The day whose law decides. */
  readonly planDate: string
  readonly submitted: string
  readonly surveyed: string
  readonly appraised: string
  readonly recommended: string
  /** A proposal is withdrawn, refused or sent back. */
  readonly turned: string
  readonly planned: string
  readonly estimated: string
  readonly balanced: string
  readonly approved: string
  readonly appropriated: string
  readonly contracted: string
  readonly started: string
  readonly advanceAsked: string
  readonly advancePaid: string
  readonly accepted: string
  readonly settlementAsked: string
  readonly settled: string
  readonly closed: string
}

/** The plan of a year; it is made in the autumn before. */
const plan = (year: number): Calendar => ({
  planDate: `${String(year - 1)}-11-20`,
  submitted: `${String(year - 1)}-11-24`,
  surveyed: `${String(year - 1)}-11-30`,
  appraised: `${String(year - 1)}-12-06`,
  recommended: `${String(year - 1)}-12-08`,
  turned: `${String(year - 1)}-12-09`,
  planned: `${String(year - 1)}-12-12`,
  estimated: `${String(year - 1)}-12-15`,
  balanced: `${String(year - 1)}-12-22`,
  approved: `${String(year)}-01-08`,
  appropriated: `${String(year)}-01-15`,
  contracted: `${String(year)}-02-20`,
  started: `${String(year)}-03-01`,
  advanceAsked: `${String(year)}-05-10`,
  advancePaid: `${String(year)}-05-17`,
  accepted: `${String(year)}-09-20`,
  settlementAsked: `${String(year)}-10-04`,
  settled: `${String(year)}-10-15`,
  closed: `${String(year)}-10-25`,
})

/** An adjustment in the summer of the year. */
const adjustment = (year: number): Calendar => ({
  planDate: `${String(year)}-05-20`,
  submitted: `${String(year)}-05-27`,
  surveyed: `${String(year)}-06-05`,
  appraised: `${String(year)}-06-12`,
  recommended: `${String(year)}-06-14`,
  turned: `${String(year)}-06-20`,
  planned: `${String(year)}-07-02`,
  estimated: `${String(year)}-07-05`,
  balanced: `${String(year)}-07-10`,
  approved: `${String(year)}-07-18`,
  appropriated: `${String(year)}-07-22`,
  contracted: `${String(year)}-08-01`,
  started: `${String(year)}-08-05`,
  advanceAsked: `${String(year)}-09-10`,
  advancePaid: `${String(year)}-09-16`,
  accepted: `${String(year)}-11-15`,
  settlementAsked: `${String(year)}-11-22`,
  settled: `${String(year)}-12-02`,
  closed: `${String(year)}-12-12`,
})

/** @param edition of the plan that takes a proposal up: 1, or an adjustment */
export const calendarOf = (year: number, edition: number): Calendar => (edition === 1 ? plan(year) : adjustment(year))
