import { overlappingClaims, type ExpenseClaim, type ExpenseOverlap } from '@khuyencong/budget'
import { isoDate, type Citations, type Text } from '@khuyencong/rules'
import { createHash } from 'node:crypto'
import { notFound } from '../../commands/version.js'
import type { Transaction } from '../../database/transaction.js'
import type { DuplicateAnswer, OutsideSupport, ProposalExpense, ProposalState } from '../../generated/prisma/client.js'
import { isoDate as dayOf } from '../../graphql/date.js'
import { canonicalJson } from '../../json.js'
import { nameKey } from '../establishments/names.js'
import { isPersonal } from '../establishments/tax-code.js'

/** One expense item of a proposal for which another record has state money too, or may have. */
export interface Duplicate {
  /** Of the two claims as they stand now: another item, period or amount is another finding. */
  readonly key: string
  readonly certainty: ExpenseOverlap['certainty']
  readonly item: string
  /** The other record. */
  readonly other: ExpenseClaim
  /** What both have together, in đồng. */
  readonly amount: bigint
  readonly message: Text
  readonly cites: Citations
  /** What was said to it. */
  readonly answers: readonly DuplicateAnswer[]
}

/** Whether somebody who may has said enough to it. */
export const isSettled = ({ certainty, answers }: Duplicate): boolean =>
  answers.some(({ kind }) => kind === 'OVERRIDE' || certainty === 'possible')

/** Proposals that claim nothing: not yet, or no more. */
const claimNothing: ProposalState[] = ['DRAFT', 'REFUSED', 'CANCELLED']

/** A claim, what makes it the same claim, and how surely it is of the establishment. */
interface Found {
  readonly claim: ExpenseClaim
  readonly identity: Readonly<Record<string, string>>
  /** Found by the name, or by the enterprise of a dependent unit: it may be somebody else. */
  readonly perhaps: boolean
}

/**
 * Compares every expense item of a proposal with those of other proposals that claim money, with one another, and with what
 * other programmes have paid (TTLT 26/2014/TTLT-BTC-BCT Điều 7). Certain: same establishment, same item, periods that
 * overlap. Possible: a period is not known, or it is the same establishment by its name only.
 *
 * @throws Refusal `not-found`
 */
export async function findDuplicates(tx: Transaction, proposalId: string): Promise<Duplicate[]> {
  const proposal = await tx.proposal.findUnique({
    where: { id: proposalId },
    include: {
      programme: true,
      duplicateAnswers: { orderBy: { at: 'asc' } },
      expenses: { include: { establishment: true }, orderBy: { position: 'asc' } },
    },
  })
  if (proposal === null) throw notFound('proposalId', proposalId)
  const establishments = [
    ...new Map(proposal.expenses.map(({ establishment }) => [establishment.id, establishment])).values(),
  ]
  const others = await tx.proposalExpense.findMany({
    where: {
      establishmentId: { in: establishments.map(({ id }) => id) },
      proposalId: { not: proposalId },
      proposal: { state: { notIn: claimNothing } },
    },
    include: { proposal: { include: { programme: true } } },
    orderBy: [{ proposalId: 'asc' }, { position: 'asc' }],
  })
  const outside = await outsideOf(tx, establishments)
  return establishments.flatMap((establishment) => {
    const named = label(establishment)
    const within = (expense: ProposalExpense, { number, programme }: Named): Found => ({
      claim: expenseClaim(expense, { record: number, programme: programme.title, establishment: named }),
      identity: identityOf(expense, { proposalId: expense.proposalId }),
      perhaps: false,
    })
    const own = proposal.expenses.filter(ofEstablishment(establishment)).map((expense) => within(expense, proposal))
    const elsewhere = [
      ...others.filter(ofEstablishment(establishment)).map((expense) => within(expense, expense.proposal)),
      ...outside.flatMap((support) => {
        const match = matches(support, establishment)
        return match === 'no' ? [] : [ofOutside(support, named, match === 'perhaps')]
      }),
    ]
    const pairs = own.flatMap((mine, index) =>
      [...own.slice(index + 1), ...elsewhere].map((other) => [mine, other] as const),
    )
    return pairs.flatMap(([mine, other]) => duplicateOf(mine, other, proposal.duplicateAnswers))
  })
}

interface Named {
  readonly number: string
  readonly programme: { readonly title: string }
}

interface Establishment {
  readonly id: string
  readonly name: string | null
  readonly taxCode: string | null
}

const ofEstablishment =
  ({ id }: Establishment) =>
  ({ establishmentId }: ProposalExpense) =>
    establishmentId === id

function duplicateOf(mine: Found, other: Found, answers: readonly DuplicateAnswer[]): Duplicate[] {
  const [overlap] = overlappingClaims([mine.claim, other.claim])
  if (overlap === undefined) return []
  const { certainty, item, amount, message, cites } = other.perhaps
    ? undated(mine.claim, other.claim, overlap)
    : overlap
  const key = createHash('sha256')
    .update(canonicalJson([mine.identity, other.identity]))
    .digest('hex')
  const said = answers.filter(({ finding }) => finding === key)
  return [{ key, certainty, item, other: other.claim, amount, message, cites, answers: said }]
}

/** The same overlap as it is said where something is not known. */
function undated(
  mine: ExpenseClaim,
  { record, programme, establishment, item, amount }: ExpenseClaim,
  found: ExpenseOverlap,
) {
  return overlappingClaims([mine, { record, programme, establishment, item, amount }])[0] ?? found
}

const claimPeriod = ({ periodFrom, periodTo }: Pick<ProposalExpense, 'periodFrom' | 'periodTo'>) =>
  periodFrom === null
    ? {}
    : { period: { from: isoDate(dayOf(periodFrom)), ...(periodTo === null ? {} : { to: isoDate(dayOf(periodTo)) }) } }

const expenseClaim = (
  expense: ProposalExpense,
  names: Pick<ExpenseClaim, 'record' | 'programme' | 'establishment'>,
): ExpenseClaim => ({ ...names, item: expense.item, amount: expense.support, ...claimPeriod(expense) })

const ofOutside = (support: OutsideSupport, establishment: string, perhaps: boolean): Found => {
  const { recordNumber, programme, item, amount } = support
  return {
    claim: { record: recordNumber, programme, establishment, item, amount, ...claimPeriod(support) },
    identity: { outside: support.id, item, amount: amount.toString(), ...days(support) },
    perhaps,
  }
}

const identityOf = (expense: ProposalExpense, of: Readonly<Record<string, string>>) => ({
  ...of,
  establishment: expense.establishmentId,
  item: expense.item,
  amount: expense.support.toString(),
  ...days(expense),
})

const days = ({ periodFrom, periodTo }: Pick<ProposalExpense, 'periodFrom' | 'periodTo'>) => ({
  from: periodFrom === null ? '' : dayOf(periodFrom),
  to: periodTo === null ? '' : dayOf(periodTo),
})

/** As it is named to whoever reads the finding; a person's number is not shown. */
const label = ({ id, name, taxCode }: Establishment) => {
  const code = taxCode === null || isPersonal(taxCode) ? undefined : taxCode
  return name === null ? (code ?? id) : code === undefined ? name : `${name} (${code})`
}

/** The ten digits that an enterprise has in common with its dependent units. */
const enterprise = (taxCode: string) => taxCode.slice(0, isPersonal(taxCode) ? 12 : 10)

const keyOf = ({ name }: Establishment) => nameKey(name ?? '')

async function outsideOf(tx: Transaction, establishments: readonly Establishment[]): Promise<OutsideSupport[]> {
  const codes = establishments.flatMap(({ taxCode }) => (taxCode === null ? [] : [enterprise(taxCode)]))
  const names = establishments.map(keyOf).filter((key) => key !== '')
  return await tx.outsideSupport.findMany({
    where: { OR: [...codes.map((code) => ({ taxCode: { startsWith: code } })), { nameKey: { in: names } }] },
    orderBy: { id: 'asc' },
  })
}

function matches(support: OutsideSupport, establishment: Establishment): 'yes' | 'perhaps' | 'no' {
  if (support.taxCode !== null && establishment.taxCode !== null) {
    if (support.taxCode === establishment.taxCode) return 'yes'
    return enterprise(support.taxCode) === enterprise(establishment.taxCode) ? 'perhaps' : 'no'
  }
  return support.nameKey !== '' && support.nameKey === keyOf(establishment) ? 'perhaps' : 'no'
}
