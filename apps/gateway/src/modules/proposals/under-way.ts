import type { Text } from '@khuyencong/rules'
import type { Transaction } from '../../database/transaction.js'
import type { Prisma } from '../../generated/prisma/client.js'
import { ProposalState } from '../../generated/prisma/enums.js'
import { Refusal } from '../../graphql/refusal.js'
import { lifeCycle, type StepName } from './life-cycle.js'

/** How what is under way comes to an end, or a step nearer to it: each step with the mutations that take it. */
const waysOut = {
  withdrawProposal: ['withdrawProposal'],
  // It stands in a draft of the plan: its line goes, or the whole adjustment.
  unplanProposal: ['removeLine', 'dropPlan'],
  settleProposal: ['settleAward'],
  cancelProposal: ['cancelProposal'],
} as const satisfies Partial<Record<StepName, readonly string[]>>

const steps = ['withdrawProposal', 'unplanProposal', 'settleProposal', 'cancelProposal'] as const

/** Over, though one whose settlement was corrected can be stopped. */
const settled: readonly ProposalState[] = ['SETTLED', 'CLOSED']

/** The ways out of a state, in words; none where it is over, as it is once settled and nothing advanced is out. */
function waysFrom(state: ProposalState): Text | undefined {
  const ways = steps.filter((name) => lifeCycle[name].from.includes(state))
  if (ways.length === 0 || settled.includes(state)) return undefined
  const each = ways.map((name) => ({ title: lifeCycle[name].title, by: waysOut[name] }))
  return {
    vi: `${each.map(({ title, by }) => `${title.vi} (${by.join(', ')})`).join(' hoặc ')} trước`,
    en: `first: ${each.map(({ title, by }) => `${title.en} (${by.join(', ')})`).join(' or ')}`,
  }
}

/** Of what is over: an advance that has not come back. */
const advanced = {
  balances: { some: { account: 'ADVANCE', balance: { gt: 0n } } },
} as const satisfies Prisma.AwardWhereInput
const advanceFirst: Text = {
  vi: 'thu hồi tạm ứng (returnAdvance) trước',
  en: 'first: the advance returned (returnAdvance)',
}

const expectedIn = new Map(
  Object.values(ProposalState).flatMap((state) => {
    const expected = waysFrom(state)
    return expected === undefined ? [] : [[state, expected] as const]
  }),
)

/**
 * An establishment or a site is not closed over the head of proposals that rest on it: each is ended first, by those who may.
 *
 * @throws Refusal `proposal-under-way` for each, naming it and the mutations that end it
 */
export async function refuseWhileUnderWay(
  tx: Transaction,
  of: { readonly establishmentId: string } | { readonly siteId: string },
): Promise<void> {
  const where: Prisma.ProposalWhereInput = {
    AND: [
      { OR: [of, { members: { some: of } }] },
      { OR: [{ state: { in: [...expectedIn.keys()] } }, { awards: { some: advanced } }] },
    ],
  }
  const found = await tx.proposal.findMany({ where, select: { number: true, state: true }, orderBy: { number: 'asc' } })
  const problems = found.map(({ number, state }) => {
    const expected = expectedIn.get(state) ?? advanceFirst
    const message = { vi: `Đề án ${number} chưa kết thúc.`, en: `The proposal ${number} is not at its end.` }
    return { code: 'proposal-under-way', field: 'id', message, expected }
  })
  if (problems.length > 0) throw new Refusal(problems)
}
