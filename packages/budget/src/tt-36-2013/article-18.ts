import { noteOn } from '@khuyencong/domain'
import { all, atMost, byId, requirementOverTime, type DatedValue, type Reading } from '@khuyencong/rules'
import { deadlineWords } from '../deadline-facts.js'
import { bothFunds, fundFigure, unchanged } from '../fund-figure.js'
import { moneyQuestions, settlementOf } from '../money-questions.js'
import { settlementWords } from '../settlement-facts.js'
import { circular36 } from './circular.js'

const { is } = settlementWords
const { fact: day } = deadlineWords

/** How days are counted. */
export type Counting = 'calendar' | 'working'

const inWorkingDays: Reading<Counting> = {
  value: 'working',
  title: { vi: 'tính theo ngày làm việc', en: 'counted in working days' },
}

/** MR-11: days after the last acceptance within which the settlement dossier is due. */
export const dossierDays = fundFigure(
  'DEADLINE.dossier.days',
  'days',
  {
    vi: 'Số ngày nộp hồ sơ quyết toán sau lần nghiệm thu cuối',
    en: 'Days after the last acceptance to hand in the settlement dossier',
  },
  unchanged(15, circular36('18', '1')),
)

/** MR-11: the circular says days and not working days. */
export const dossierCounting = fundFigure<'DEADLINE.dossier.counting', Counting>(
  'DEADLINE.dossier.counting',
  'choice',
  { vi: 'Cách tính ngày nộp hồ sơ quyết toán', en: 'How the days for the settlement dossier are counted' },
  unchanged<Counting>('calendar', circular36('18', '1')).map((entry): DatedValue<Counting> => ({
    ...entry,
    trust: entry.trust === 'text' ? 'inferred' : entry.trust,
    note: noteOn(entry, {
      vi: 'Văn bản ghi số ngày, không ghi ngày làm việc: hiểu là ngày theo lịch.',
      en: 'The text says days, not working days: taken as days of the calendar.',
    }),
    readings: [inWorkingDays],
  })),
  { calendar: { vi: 'theo ngày lịch', en: 'in days of the calendar' }, working: inWorkingDays.title },
)

/** MR-11: the last day, in the year after that of the plan, to liquidate contracts. Month and day. */
export const liquidationDay = fundFigure(
  'DEADLINE.liquidation',
  'choice',
  { vi: 'Ngày cuối cùng thanh lý hợp đồng, năm sau năm kế hoạch', en: 'Last day to liquidate, in the year after' },
  unchanged('01-22', circular36('18', '2')),
  { '01-22': { vi: '22/1', en: '22 January' } },
)

/** MR-12: a project that force majeure stopped is settled by the work done, if it is explained and recorded. */
const forceMajeure = requirementOverTime({
  id: 'MR-12',
  group: 'funding',
  subjects: [settlementOf('by-share'), settlementOf('whole')],
  title: {
    vi: 'Bất khả kháng: quyết toán theo khối lượng thực hiện, có giải trình và biên bản nghiệm thu',
    en: 'Force majeure: settled by the work done, explained and recorded',
  },
  versions: circular36('18', '4').map((source) => ({
    ...source,
    applies: is('acceptance', 'force-majeure'),
    requires: all(is('forceMajeureExplained'), is('forceMajeureRecorded')),
  })),
})

/** MR-11: the dossier is handed in by its day. */
const dossierInTime = requirementOverTime({
  id: 'MR-11.dossier',
  group: 'settlement',
  subjects: [moneyQuestions.dossier],
  title: { vi: 'Nộp hồ sơ quyết toán đúng hạn', en: 'The settlement dossier is handed in by its day' },
  versions: circular36('18', '1').map((source) => ({
    ...source,
    requires: atMost(day('dossierHandedIn'), day('dossierDue')),
  })),
})

/** MR-11: contracts are liquidated by their day. */
const liquidatedInTime = requirementOverTime({
  id: 'MR-11.liquidation',
  group: 'settlement',
  subjects: [moneyQuestions.liquidation],
  title: { vi: 'Thanh lý hợp đồng đúng hạn', en: 'The contract is liquidated by its day' },
  versions: circular36('18', '2').map((source) => ({
    ...source,
    requires: atMost(day('liquidatedOn'), day('liquidationDue')),
  })),
})

export const article18Parameters = byId([
  ...bothFunds(dossierDays),
  ...bothFunds(dossierCounting),
  ...bothFunds(liquidationDay),
])
export const article18Rules = byId([forceMajeure, dossierInTime, liquidatedInTime])
