import {
  isIsoDate,
  periodsOverlap,
  restingOn,
  type Citations,
  type IsoDate,
  type Period,
  type Problem,
  type Support,
  type Text,
} from '@khuyencong/rules'
import type { Source } from './level.js'
import { refuse } from './refuse.js'
import { nameProblems, textKey } from './text-key.js'
import { jointCircular } from './ttlt-26-2014/circular.js'
import { dongProblems } from './whole-dong.js'

/** One expense item for which state money is claimed or was paid, in this programme or another. */
export interface ExpenseClaim {
  /** The project or grant, as its programme numbers it. */
  readonly record: string
  readonly programme: string
  /** The establishment: its tax code or registration number. */
  readonly establishment: string
  /** The expense item (nội dung chi): an invoice, a machine by its serial number, a stall of a fair. */
  readonly item: string
  /** State money for it, in đồng. */
  readonly amount: bigint
  /** When the item is paid for; absent while not known. */
  readonly period?: Period
}

/** One item for which two records claim state money. */
export interface ExpenseOverlap {
  readonly establishment: string
  readonly item: string
  readonly records: readonly [ExpenseClaim, ExpenseClaim]
  /** `possible`: a period is not known, so that it may be another purchase of the same kind. */
  readonly certainty: 'certain' | 'possible'
  /** What is claimed together, in đồng. */
  readonly amount: bigint
  readonly message: Text
  /** Where it stands that an item is paid for once, on the first day of the later claim; not dated, as it stands now. */
  readonly cites: Citations
  readonly trust: Support
}

/** FC-4: an expense item is paid for with state money once. */
const [asIssued, sinceReplaced] = jointCircular({ article: '7' })

const beforeAny: Source = {
  cites: asIssued.cites,
  trust: 'assumed',
  note: {
    vi: 'Trước ngày 08/4/2014: văn bản khi đó chưa đọc được; lấy Điều 7 TTLT 26/2014.',
    en: 'Before 8 April 2014: the text of that time could not be read; Article 7, TTLT 26/2014 stands in.',
  },
}

const sourceOn = (day: IsoDate | undefined): Source =>
  day === undefined || day >= sinceReplaced.from ? sinceReplaced : day >= asIssued.from ? asIssued : beforeAny

/**
 * Finds expense items for which state money is claimed more than once, across contents, records and programmes (FC-4).
 * Several contents for one establishment are no overlap as long as their items differ, and the same item in another
 * period is another purchase. A claim of 0 đồng is no state money.
 * @returns every pair of claims on one item of one establishment, in the order of the claims
 * @throws InputError when an amount is not whole đồng, a name is empty, or a period is malformed
 */
export function overlappingClaims(claims: readonly ExpenseClaim[]): ExpenseOverlap[] {
  refuse(claims.flatMap(claimProblems))
  const earlier = new Map<string, ExpenseClaim[]>()
  return claims.flatMap((claim) => {
    if (claim.amount === 0n) return []
    const place = JSON.stringify([textKey(claim.establishment), textKey(claim.item)])
    const before = earlier.get(place) ?? []
    earlier.set(place, [...before, claim])
    return before.flatMap((other) => overlapOf(other, claim))
  })
}

function overlapOf(first: ExpenseClaim, second: ExpenseClaim): ExpenseOverlap[] {
  const dated = first.period && second.period
  const { cites, trust, note } = sourceOn(later(first.period?.from, second.period?.from))
  if (dated && !periodsOverlap(first.period, second.period)) return []
  const certainty = dated ? 'certain' : 'possible'
  const { establishment, item } = second
  const [a, b] = [first, second].map(({ record, programme }) => `${record} (${programme})`)
  return [
    {
      establishment,
      item,
      records: [first, second],
      certainty,
      amount: first.amount + second.amount,
      message: {
        vi: `Nội dung chi '${item}' của ${establishment} ${dated ? 'được' : 'có thể được'} hỗ trợ hai lần: ${a} và ${b}.`,
        en: `The expense item '${item}' of ${establishment} ${dated ? 'is' : 'may be'} supported twice: ${a} and ${b}.`,
      },
      cites,
      trust: restingOn({ kind: 'rule', id: 'FC-4', title: onceOnly, trust, cites, note }),
    },
  ]
}

const onceOnly: Text = {
  vi: 'Chưa được ngân sách nhà nước hỗ trợ cho cùng một nội dung chi',
  en: 'No other state money for the same expense item',
}

const later = (a: IsoDate | undefined, b: IsoDate | undefined): IsoDate | undefined =>
  a === undefined || (b !== undefined && b > a) ? b : a

function claimProblems(claim: ExpenseClaim, index: number): Problem[] {
  const at = (field: string) => `claims[${index}].${field}`
  const names = ['record', 'programme', 'establishment', 'item'] as const
  const { period } = claim
  const days = period ? [period.from, ...(period.to === undefined ? [] : [period.to])] : []
  const badPeriod = !days.every(isIsoDate) || (period?.to !== undefined && period.to < period.from)
  return [
    ...names.flatMap((name) => nameProblems(at(name), claim[name])),
    ...dongProblems(at('amount'), claim.amount),
    ...(badPeriod
      ? [
          {
            code: 'period',
            field: at('period'),
            message: `${days.join(' to ')} is not a period.`,
            expected: 'real days written YYYY-MM-DD, the last not before the first',
          },
        ]
      : []),
  ]
}
