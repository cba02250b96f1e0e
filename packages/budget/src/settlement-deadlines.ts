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
  type Support,
  type Verdict,
  type WorkingCalendar,
} from '@khuyencong/rules'
import { figureInForce } from './fund-figure.js'
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
  readonly trust: Support
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
 * @param calendar needed only where the law counts in working days
 * @throws InputError when the law counts in working days and there is no calendar, or a day is not one
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
  const dossier =
    accepted === undefined || days.value === undefined || counting.value === undefined
      ? undefined
      : counted(accepted, days.value, counting.value, calendar)
  const liquidation =
    planYear === undefined || yearEnd.value === undefined
      ? undefined
      : isoDate(`${planYear + 1}-${yearEnd.value}`, 'planYear')
  const asked = {
    dossier: law.money.decide(moneyQuestions.dossier, { dossierDue: dossier, dossierHandedIn }),
    liquidation: law.money.decide(moneyQuestions.liquidation, { liquidationDue: liquidation, liquidatedOn }),
  }
  return {
    dossier: {
      day: dossier,
      days: days.value,
      counting: counting.value,
      missing: [
        ...new Set([...days.missing, ...counting.missing]),
        ...(accepted === undefined ? ['lastAcceptance'] : []),
      ],
      inTime: asked.dossier.verdict,
      findings: asked.dossier.findings,
      trust: together([days.trust, counting.trust]),
    },
    liquidation: {
      day: liquidation,
      missing: [...yearEnd.missing, ...(planYear === undefined ? ['planYear'] : [])],
      inTime: asked.liquidation.verdict,
      findings: asked.liquidation.findings,
      trust: yearEnd.trust,
    },
    law: law.money.identity,
  }
}

function counted(from: IsoDate, days: number, counting: Counting, calendar: WorkingCalendar | undefined): IsoDate {
  if (counting === 'calendar') return addDays(from, days)
  if (calendar) return addWorkingDays(from, days, calendar)
  throw new InputError([
    {
      code: 'calendar',
      field: 'calendar',
      message: 'the law counts working days, and no calendar is given.',
      expected: 'a calendar that says which days are worked',
    },
  ])
}
