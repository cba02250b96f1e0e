import { cite } from '@khuyencong/domain'
import {
  all,
  atLeast,
  lessThan,
  literal,
  previousDay,
  requirementOverTime,
  type Citations,
  type Condition,
  type Identified,
  type IsoDate,
  type Requirement,
  type Text,
  type Trust,
} from '@khuyencong/rules'
import { fact } from './facts.js'

/** The two decrees on State titles in handicrafts. */
export type Decree = 'NĐ 123/2014/NĐ-CP' | 'NĐ 43/2024/NĐ-CP'

/** NĐ 123/2014 is read only in part; its first day in force was not seen, the day of issue stands for it. */
export const decree123Since: IsoDate = '2014-12-25'
export const decree43Since: IsoDate = '2024-06-06'

/** A dossier filed in due form before this day, and in course, stays under NĐ 123/2014. */
const transition = cite('NĐ 43/2024/NĐ-CP')
const day = literal<IsoDate>(decree43Since)
const filedBefore = lessThan(fact('filedOn'), day)
const filedSince = atLeast(fact('filedOn'), day)

interface Content {
  readonly id: string
  readonly group: string
  readonly title: Text
  readonly subjects: readonly string[]
  readonly cites: Citations
  readonly trust: Trust
  readonly note?: Text
  readonly applies?: Condition
  readonly requires: Condition
}

const also = (by: Condition, applies: Condition | undefined): Condition => (applies ? all(by, applies) : by)

/** A requirement of NĐ 123/2014: of every dossier until 5 June 2024, then of those filed before. */
export function underDecree123<const Id extends string>({
  id,
  group,
  title,
  subjects,
  ...content
}: Identified<Content, Id>) {
  return requirementOverTime({
    id,
    group,
    title,
    subjects,
    versions: [
      { ...content, from: decree123Since, to: previousDay(decree43Since) },
      {
        ...content,
        from: decree43Since,
        cites: [...content.cites, transition],
        trust: content.trust === 'text' ? 'secondary' : content.trust,
        applies: also(filedBefore, content.applies),
      },
    ],
  } as const satisfies Requirement)
}

/** A requirement of NĐ 43/2024: of dossiers filed from 6 June 2024 on. */
export function underDecree43<const Id extends string>({
  id,
  group,
  title,
  subjects,
  ...content
}: Identified<Content, Id>) {
  return requirementOverTime({
    id,
    group,
    title,
    subjects,
    versions: [{ ...content, from: decree43Since, applies: also(filedSince, content.applies) }],
  } as const satisfies Requirement)
}

/**
 * The decree that a dossier falls under.
 * @param asOf the day on which the law is asked
 * @param filedOn the day on which the dossier was filed in due form
 * @returns undefined where that hangs on `filedOn`, which is not known
 */
export function decreeOf(asOf: IsoDate, filedOn: IsoDate | undefined): Decree | undefined {
  if (asOf < decree43Since) return 'NĐ 123/2014/NĐ-CP'
  if (filedOn === undefined) return undefined
  return filedOn < decree43Since ? 'NĐ 123/2014/NĐ-CP' : 'NĐ 43/2024/NĐ-CP'
}
