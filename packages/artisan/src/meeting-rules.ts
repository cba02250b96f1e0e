import { cite } from '@khuyencong/domain'
import {
  isRatio,
  LawError,
  type BoundLaw,
  type Citations,
  type Ratio,
  type Reading,
  type Text,
  type Trust,
} from '@khuyencong/rules'
import type { Ballot } from './ballot.js'
import { councilLevels, type CouncilLevel } from './council-level.js'
import { meetings123 } from './nd-123-2014/meetings.js'
import { meetings43 } from './nd-43-2024/councils.js'
import { titles, type TitleCode } from './titles.js'
import { decreeOf, type Decree } from './transition.js'

interface Source {
  readonly cites: Citations
  readonly trust: Trust
  readonly note: Text | undefined
}

/** A share of all members that must come, or agree. `assumed` figures are not law. */
export interface ShareRule extends Source {
  readonly share: Ratio
  readonly readings: readonly Reading<Ratio>[]
}

/** How one council votes under one law; undefined where no source says. */
export interface MeetingRules {
  readonly decree: Decree | undefined
  readonly council: CouncilLevel
  readonly quorum: ShareRule | undefined
  readonly share: ShareRule | undefined
  readonly head: Source | undefined
  readonly secret: Source | undefined
}

type Parameters = Pick<BoundLaw, 'parameters'>

function shareRule(law: Parameters, id: string): ShareRule | undefined {
  const found = law.parameters.find(({ parameter }) => parameter.id === id)
  if (!found) return undefined
  const { value, cites, trust, note, readings = [] } = found.entry
  const ratio = (of: unknown): Ratio => {
    if (isRatio(of)) return of
    throw new LawError(`Parameter ${id} holds ${String(of)}; expected a ratio, the share of all members.`)
  }
  return {
    share: ratio(value),
    cites,
    trust,
    note,
    readings: readings.map((reading) => ({ ...reading, value: ratio(reading.value) })),
  }
}

const decree43: Source = { cites: [cite('NĐ 43/2024/NĐ-CP', { article: '8-11' })], trust: 'secondary', note: undefined }

function under(law: Parameters, decree: Decree, council: CouncilLevel): MeetingRules {
  if (decree === 'NĐ 43/2024/NĐ-CP')
    return {
      decree,
      council,
      quorum: shareRule(law, meetings43.quorum.id),
      share: shareRule(law, meetings43.share.id),
      head: undefined,
      secret: decree43,
    }
  const quorum = shareRule(law, meetings123[council].quorum.id)
  return {
    decree,
    council,
    quorum,
    share: shareRule(law, meetings123[council].share.id),
    // The same sentence of the decision sets the quorum, asks for the head, and has the vote secret.
    head: quorum,
    secret: quorum,
  }
}

/**
 * Every set of rules that the vote may fall under. More than one where the ballot does not say which council it was or
 * when the dossier was filed.
 */
export function meetingRules(
  law: Pick<BoundLaw, 'parameters' | 'identity'>,
  code: TitleCode,
  ballot: Ballot,
): readonly MeetingRules[] {
  if (titles[code].level === 'province') {
    const own = (what: string) => shareRule(law, `${code}.council.${what}`)
    const rules = { decree: undefined, head: undefined, secret: undefined }
    return [{ ...rules, council: 'province', quorum: own('quorum'), share: own('share') }]
  }
  const decree = decreeOf(law.identity.asOf, ballot.filedOn)
  const decrees: readonly Decree[] = decree ? [decree] : ['NĐ 123/2014/NĐ-CP', 'NĐ 43/2024/NĐ-CP']
  const councils = ballot.council ? [ballot.council] : councilLevels
  return decrees.flatMap((one) => councils.map((council) => under(law, one, council)))
}
