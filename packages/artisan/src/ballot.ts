import { InputError, isIsoDate, type IsoDate, type Problem } from '@khuyencong/rules'
import { councilLevels, type CouncilLevel } from './council-level.js'

/** What is known of a vote on one person; whatever is absent is unknown. */
export interface Ballot {
  readonly council?: CouncilLevel | undefined
  /** When the dossier was filed in due form: it decides under which decree the council votes. */
  readonly filedOn?: IsoDate | undefined
  /** Everyone on the list of the council, present or not. */
  readonly members?: number | undefined
  readonly present?: number | undefined
  /** The chair, or a deputy whom the chair authorised, was there. */
  readonly headPresent?: boolean | undefined
  readonly secret?: boolean | undefined
  /** Valid votes for the person. */
  readonly votesFor?: number | undefined
}

export type BallotField = keyof Ballot

const counts = ['members', 'present', 'votesFor'] as const

/**
 * Refuses a ballot that cannot be: no whole numbers, more votes than people present, more people than members.
 * @throws InputError naming every such field
 */
export function checkBallot(ballot: Ballot): void {
  const problems: Problem[] = []
  const problem = (field: BallotField, code: string, message: string, expected: string) =>
    problems.push({ code, field: `ballot.${field}`, message, expected })

  for (const field of counts) {
    const value = ballot[field]
    if (value !== undefined && !(Number.isSafeInteger(value) && value >= 0))
      problem(field, 'ballot-count', `${value} is not a number of people.`, 'a whole number, not negative')
  }
  if (ballot.members === 0) problem('members', 'ballot-count', 'A council has members.', 'at least 1')
  if (ballot.council !== undefined && !councilLevels.includes(ballot.council))
    problem('council', 'ballot-council', `'${ballot.council}' is not a council.`, `one of ${councilLevels.join(', ')}`)
  if (ballot.filedOn !== undefined && !isIsoDate(ballot.filedOn))
    problem('filedOn', 'date', `'${String(ballot.filedOn)}' is not a calendar day.`, 'a real day written YYYY-MM-DD')

  const atMost = (field: 'present' | 'votesFor', limit: 'members' | 'present') => {
    const { [field]: value = 0, [limit]: most = Infinity } = ballot
    if (value > most)
      problem(field, 'ballot-sum', `${value} is more than ${limit}, which is ${most}.`, `at most ${most}`)
  }
  atMost('present', 'members')
  atMost('votesFor', ballot.present === undefined ? 'members' : 'present')

  const [first, ...rest] = problems
  if (first) throw new InputError([first, ...rest])
}
