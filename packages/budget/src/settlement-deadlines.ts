import type { ApplicationFacts } from '@khuyencong/domain'
import {
  addDays,
  addWorkingDays,
  InputError,
  isoDate,
  together,
  type Finding,
  type IsoDate,
  type LawIdentity,
  type OpenQuestionNotice,
  type Support,
  type Value,
  type Verdict,
  type WorkingCalendar,
} from '@khuyencong/rules'
import { figureInForce, openPoints, type FigureInForce } from './fund-figure.js'
import type { MoneyLaw } from './money-law.js'
import { moneyQuestions } from './money-questions.js'
import { dossierCounting, dossierDays, liquidationDay, type Counting } from './tt-36-2013/article-18.js'

export interface DeadlineFacts {
  readonly fund?: ApplicationFacts['fund']
  /** The day of the project's last acceptance. */
  readonly lastAcceptance?: IsoDate
  /** The year of the plan that the project belongs to. */
  readonly planYear?: number
  /** The days on which it was done; absent while it is not, or not known. */
  readonly dossierHandedIn?: IsoDate
  readonly liquidatedOn?: IsoDate
}

/** The last day on which something may still be done. */
export interface Deadline {
  readonly day: IsoDate | undefined
  /** What the day needs to be known. */
  readonly missing: readonly string[]
  /** Was it done by then? `unknown` while it is not done, or the day is not known. */
  readonly inTime: Verdict
  readonly findings: readonly Finding[]
  /** The open points of law under whose other readings it would be another day. */
  readonly notices: readonly OpenDayNotice[]
  readonly trust: Support
}

/** Under another reading of the law it would be another day, or not known. */
export interface OpenDayNotice extends Omit<OpenQuestionNotice, 'readings'> {
  readonly readings: readonly (OpenQuestionNotice['readings'][number] & Pick<Deadline, 'day'>)[]
}

export interface SettlementDeadlines {
  /** The settlement dossier is handed in. */
  readonly dossier: Deadline & { readonly days: number | undefined; readonly counting: Counting | undefined }
  /** Contracts are liquidated. */
  readonly liquidation: Deadline
  readonly law: LawIdentity
}

/**
 * By when a settlement has to be done (Article 18, TT 36/2013/TT-BCT).
 * @param calendar needed only where the law counts in working days, and to say what would hold if it did
 * @throws InputError when the law counts in working days and there is no calendar, a day is not one, or a dossier is handed in
 *   before the last acceptance or a contract liquidated before the year of its plan
 */
export function settlementDeadlines(
  law: MoneyLaw<'decide' | 'parameters' | 'identity'>,
  { fund, lastAcceptance, planYear, dossierHandedIn, liquidatedOn }: DeadlineFacts,
  calendar?: WorkingCalendar,
): SettlementDeadlines {
  const days = figureInForce(law.money, dossierDays, fund)
  const counting = figureInForce(law.money, dossierCounting, fund)
  const yearEnd = figureInForce(law.money, liquidationDay, fund)
  const accepted = lastAcceptance === undefined ? undefined : isoDate(lastAcceptance, 'lastAcceptance')
  refuseEarlier('dossierHandedIn', dossierHandedIn, accepted)

  if (accepted !== undefined && counting.value === 'working' && !calendar) throw noCalendar()
  const dossierBy = (within = days.value, how = counting.value): DeadlineAsked => {
    const known = accepted !== undefined && within !== undefined && how !== undefined
    const day = known ? counted(accepted, within, how, calendar) : undefined
    return { day, ...law.money.decide(moneyQuestions.dossier, { dossierDue: day, dossierHandedIn }) }
  }
  const liquidationBy = (ends = yearEnd.value): DeadlineAsked => {
    const day =
      planYear === undefined || ends === undefined ? undefined : isoDate(`${planYear + 1}-${ends}`, 'planYear')
    return { day, ...law.money.decide(moneyQuestions.liquidation, { liquidationDue: day, liquidatedOn }) }
  }
  const dossier = dossierBy()
  const liquidation = liquidationBy()
  refuseEarlier(
    'liquidatedOn',
    liquidatedOn,
    planYear === undefined ? undefined : isoDate(`${planYear}-01-01`, 'planYear'),
  )
  return {
    dossier: {
      day: dossier.day,
      days: days.value,
      counting: counting.value,
      missing: [
        ...new Set([...days.missing, ...counting.missing]),
        ...(accepted === undefined ? ['lastAcceptance'] : []),
      ],
      inTime: dossier.verdict,
      findings: dossier.findings,
      notices: [
        ...otherDays(days, (within) => dossierBy(within), dossier),
        ...otherDays(counting, (how) => dossierBy(days.value, how), dossier),
      ],
      trust: together([days.trust, counting.trust]),
    },
    liquidation: {
      day: liquidation.day,
      missing: [...yearEnd.missing, ...(planYear === undefined ? ['planYear'] : [])],
      inTime: liquidation.verdict,
      findings: liquidation.findings,
      notices: otherDays(yearEnd, liquidationBy, liquidation),
      trust: yearEnd.trust,
    },
    law: law.money.identity,
  }
}

type DeadlineAsked = Pick<Deadline, 'day' | 'findings'> & { readonly verdict: Verdict }

/** Where another reading leads to another day. */
const otherDays = <T extends Value>(
  figure: FigureInForce<T>,
  under: (value: T) => DeadlineAsked,
  taken: DeadlineAsked,
): OpenDayNotice[] =>
  openPoints(
    figure,
    (value) => {
      const { day, verdict } = under(value)
      return { day, verdict }
    },
    ({ day, verdict }) => day !== taken.day || verdict !== taken.verdict,
  )

/** Undefined where working days cannot be told from others. */
function counted(from: IsoDate, days: number, counting: Counting, calendar: WorkingCalendar | undefined) {
  if (counting === 'calendar') return addDays(from, days)
  return calendar && addWorkingDays(from, days, calendar)
}

/** @throws InputError where something was done before it could be */
function refuseEarlier(field: string, done: IsoDate | undefined, start: IsoDate | undefined): void {
  if (done === undefined || start === undefined || isoDate(done, field) >= start) return
  throw new InputError([
    { code: 'too-early', field, message: `${done} is before ${start}.`, expected: `a day from ${start} on` },
  ])
}

const noCalendar = () =>
  new InputError([
    {
      code: 'calendar',
      field: 'calendar',
      message: 'the law counts working days, and no calendar is given.',
      expected: 'a calendar that says which days are worked',
    },
  ])
