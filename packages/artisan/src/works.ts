import type { IsoDate } from '@khuyencong/rules'
import type { TitleFacts } from './facts.js'

/** A work of an artisan, as the dossier lists it. */
export interface Work {
  /** The day on which it was finished; absent where not known. */
  readonly madeOn?: IsoDate
  /** It has a prize or certificate of a contest or fair allowed by the Prime Minister. */
  readonly shown: boolean
  /** It took second prize or better in a national contest, or third or better abroad when sent by the State. */
  readonly prized: boolean
}

/**
 * The facts on new works: only those made after the award of Merited Artisan count.
 * @param meritedOn the day of the decision on Merited Artisan
 * @returns `newWorks`, `newWorksShown`, `newWorksPrized`; a count that a work without a date could change is left out, which is unknown
 */
export function newWorkFacts(
  works: readonly Work[],
  meritedOn: IsoDate,
): Pick<TitleFacts, 'newWorks' | 'newWorksShown' | 'newWorksPrized'> {
  const count = (of: readonly Work[]): number | undefined =>
    of.some((work) => work.madeOn === undefined)
      ? undefined
      : of.filter(({ madeOn }) => madeOn !== undefined && madeOn > meritedOn).length
  return {
    newWorks: count(works),
    newWorksShown: count(works.filter((work) => work.shown)),
    newWorksPrized: count(works.filter((work) => work.prized)),
  }
}
