import { cite } from '@khuyencong/domain'
import {
  InputError,
  isIsoDate,
  periodsOverlap,
  type Citations,
  type Period,
  type Problem,
  type Text,
} from '@khuyencong/rules'
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
  readonly cites: Citations
}

/** What is compared: letters without case, and white space as one blank. Signs keep apart what they keep apart on paper. */
const key = (text: string): string => text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()

/**
 * Finds expense items for which state money is claimed more than once, across contents, records and programmes (FC-4).
 * Several contents for one establishment are no overlap as long as their items differ, and the same item in another
 * period is another purchase.
 * @returns every pair of claims on one item of one establishment, in the order of the claims
 * @throws InputError when an amount is not whole đồng, a name is empty, or a period is malformed
 */
export function overlappingClaims(claims: readonly ExpenseClaim[]): ExpenseOverlap[] {
  const [first, ...rest] = claims.flatMap(claimProblems)
  if (first) throw new InputError([first, ...rest])
  const earlier = new Map<string, ExpenseClaim[]>()
  return claims.flatMap((claim) => {
    const place = JSON.stringify([key(claim.establishment), key(claim.item)])
    const before = earlier.get(place) ?? []
    earlier.set(place, [...before, claim])
    return before.flatMap((other) => overlapOf(other, claim))
  })
}

function overlapOf(first: ExpenseClaim, second: ExpenseClaim): ExpenseOverlap[] {
  const dated = first.period && second.period
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
      cites: [cite('TTLT 26/2014/TTLT-BTC-BCT', { article: '7' })],
    },
  ]
}

function claimProblems(claim: ExpenseClaim, index: number): Problem[] {
  const at = (field: string) => `claims[${index}].${field}`
  const empty = (['record', 'programme', 'establishment', 'item'] as const).filter((name) => key(claim[name]) === '')
  const { period } = claim
  const days = period ? [period.from, ...(period.to === undefined ? [] : [period.to])] : []
  const badPeriod = !days.every(isIsoDate) || (period?.to !== undefined && period.to < period.from)
  return [
    ...empty.map((name) => ({ code: 'empty', field: at(name), message: 'is empty.', expected: 'a name or number' })),
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
