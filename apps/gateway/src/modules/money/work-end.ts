import type { SettlementFacts } from '@khuyencong/budget'
import { isoDate } from '../../graphql/date.js'
import { problem } from '../../graphql/problem.js'
import { Refusal } from '../../graphql/refusal.js'
import { beforeContract, endOf, type AwardWhole } from './award.js'
import { said } from './sentences.js'

/** A minute of acceptance or record of the work done. */
interface Minute {
  readonly document: string
  /** ISO day. */
  readonly on: string
}

/** What is said of a project that force majeure stopped. */
interface ForceMajeure {
  /** Number of the letter that explains it; absent while there is none: the law asks for it. */
  readonly explanation?: string | null | undefined
  /** The record of the work done, of an activity of the programme's own; that of a proposal is a step of its own. */
  readonly record?: Minute | null | undefined
}

/** How the work ended, as somebody says who asks for its settlement. */
export interface WorkEndSaid {
  /** Of an activity of the programme's own: a proposal is accepted by a step of its own. */
  readonly acceptance?: Minute | null | undefined
  readonly forceMajeure?: ForceMajeure | null | undefined
}

export type WorkFacts = Pick<SettlementFacts, 'acceptance' | 'forceMajeureExplained' | 'forceMajeureRecorded'>

/** How the work of an award ended: what the law is asked with, and what a request keeps of it. */
export interface WorkEnd {
  readonly facts: WorkFacts
  readonly minute: Minute | null
  readonly explanation: string | null
}

/**
 * How the work ended: of a proposal as its steps say, of an activity as is said. Work that force majeure stopped was not
 * accepted as completed (TT 36/2013 Điều 18.4).
 *
 * @param on ISO day of the request
 * @throws Refusal `not-accepted`, `accepted-by-step`, `recorded-by-step`, `accepted-as-completed`, `accepted-and-stopped`,
 *   `accepted-later`, `before-contract`
 */
export function workEndOf(award: AwardWhole, { acceptance, forceMajeure }: WorkEndSaid, on: string): WorkEnd {
  if (award.proposal !== null) return endOfProposal(award, { acceptance, forceMajeure }, on)
  if (acceptance != null && forceMajeure != null) throw new Refusal([acceptedAndStopped])
  const minute = minuteOf(acceptance ?? forceMajeure?.record)
  const field = forceMajeure == null ? 'acceptance.on' : 'forceMajeure.record.on'
  if (minute !== null && minute.on > on) throw new Refusal([minuteLater(field)])
  if (minute !== null && minute.on < isoDate(award.signedOn)) throw new Refusal([beforeContract(award, field)])
  if (forceMajeure != null) return stopped(forceMajeure, minute !== null, minute)
  if (minute === null) throw new Refusal([said.accepted])
  return { facts: { acceptance: 'accepted' }, minute, explanation: null }
}

/** One without a number is none. */
function minuteOf(given: Minute | null | undefined): Minute | null {
  const document = given?.document.trim() ?? ''
  return given == null || document === '' ? null : { document, on: given.on }
}

function endOfProposal(award: AwardWhole, { acceptance, forceMajeure }: WorkEndSaid, on: string): WorkEnd {
  const end = endOf(award)
  if (end === undefined) throw new Refusal([said.accepted])
  if (end.on > on) throw new Refusal([minuteLater('on')])
  if (acceptance != null) throw new Refusal([acceptedByStep])
  if (end.how === 'accepted') {
    if (forceMajeure != null) throw new Refusal([acceptedAsCompleted])
    return { facts: { acceptance: 'accepted' }, minute: null, explanation: null }
  }
  if (forceMajeure?.record != null) throw new Refusal([recordedByStep])
  return stopped(forceMajeure ?? {}, true, null)
}

/** What is not there yet is not known: it is the law that asks for it. */
function stopped({ explanation }: ForceMajeure, recorded: boolean, minute: Minute | null): WorkEnd {
  const letter = explanation?.trim() ?? ''
  return {
    facts: {
      acceptance: 'force-majeure',
      ...(letter === '' ? {} : { forceMajeureExplained: true }),
      ...(recorded ? { forceMajeureRecorded: true } : {}),
    },
    minute,
    explanation: letter === '' ? null : letter,
  }
}

/** What a request keeps of how the work ended, as it was said. */
export function workEndKept(
  award: AwardWhole,
  payment: {
    readonly acceptanceDocument: string | null
    readonly acceptedOn: Date | null
    readonly explanation: string | null
  },
): WorkEndSaid {
  const { acceptanceDocument, acceptedOn, explanation } = payment
  const minute =
    acceptanceDocument === null || acceptedOn === null
      ? null
      : { document: acceptanceDocument, on: acceptedOn.toISOString().slice(0, 10) }
  if (explanation === null) return { acceptance: minute }
  return { forceMajeure: { explanation, record: award.proposal === null ? minute : null } }
}

const acceptedByStep = problem(
  'accepted-by-step',
  'acceptance',
  { vi: 'Đề án được nghiệm thu bằng bước nghiệm thu.', en: 'A proposal is accepted by its own step.' },
  { vi: 'không nêu nghiệm thu ở đây', en: 'no acceptance here' },
)

const recordedByStep = problem(
  'recorded-by-step',
  'forceMajeure.record',
  {
    vi: 'Khối lượng của đề án được nghiệm thu bằng bước dừng do bất khả kháng.',
    en: 'The work done of a proposal is recorded by its own step.',
  },
  { vi: 'không nêu biên bản ở đây', en: 'no record here' },
)

const forceMajeureArticle = { document: 'TT 36/2013/TT-BCT', article: '18', clause: '4' } as const

const acceptedAsCompleted = problem(
  'accepted-as-completed',
  'forceMajeure',
  {
    vi: 'Đề án đã được nghiệm thu hoàn thành, không phải dừng do bất khả kháng.',
    en: 'The proposal was accepted as completed: force majeure did not stop it.',
  },
  { vi: 'không nêu bất khả kháng', en: 'no force majeure' },
  forceMajeureArticle,
)

const acceptedAndStopped = problem(
  'accepted-and-stopped',
  'forceMajeure',
  {
    vi: 'Không thể vừa nghiệm thu hoàn thành vừa dừng do bất khả kháng.',
    en: 'What force majeure stopped was not accepted as completed.',
  },
  { vi: 'một trong hai', en: 'one of the two' },
  forceMajeureArticle,
)

/** @param field where the day of the acceptance was said, or of the request that it is later than */
const minuteLater = (field: string) =>
  problem(
    'accepted-later',
    field,
    { vi: 'Ngày nghiệm thu sau ngày đề nghị quyết toán.', en: 'The acceptance is after the request.' },
    { vi: 'ngày nghiệm thu không sau ngày đề nghị', en: 'a day not after that of the request' },
  )
