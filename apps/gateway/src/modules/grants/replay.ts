import { isoDate } from '../../graphql/date.js'
import { readGrants, type GrantSeedRow } from '../../seed/grants.js'
import { ceilingOf } from './ceiling.js'

/** A published grant beside the most that it could have been. */
export interface Replay {
  readonly grant: GrantSeedRow
  readonly ceiling: NonNullable<ReturnType<typeof ceilingOf>>
}

/** Replays the published grants to one establishment through the law of their plan dates. */
export function replayGrants(): readonly Replay[] {
  return readGrants().grants.flatMap((grant) => {
    const ceiling = ceilingOf({ ...grant, planDate: isoDate(grant.planDate) })
    return ceiling === null ? [] : [{ grant, ceiling }]
  })
}
