import type { Transaction } from '../../database/transaction.js'
import type { Prisma } from '../../generated/prisma/client.js'
import { Refusal } from '../../graphql/refusal.js'
import { lifeCycle } from './life-cycle.js'

/** How what is under way comes to an end, or a step nearer to it. Once settled it is over. */
const waysOut = ['withdrawProposal', 'unplanProposal', 'settleProposal', 'cancelProposal'] as const

const underWay = waysOut.flatMap((name) => lifeCycle[name].from)

/**
 * An establishment or a site is not closed over the head of proposals that rest on it: each is ended first, by those who may.
 *
 * @throws Refusal `proposal-under-way` for each, naming it and the step that ends it
 */
export async function refuseWhileUnderWay(
  tx: Transaction,
  of: { readonly establishmentId: string } | { readonly siteId: string },
): Promise<void> {
  const where: Prisma.ProposalWhereInput = { state: { in: underWay }, OR: [of, { members: { some: of } }] }
  const found = await tx.proposal.findMany({ where, select: { number: true, state: true }, orderBy: { number: 'asc' } })
  const problems = found.map(({ number, state }) => {
    const name = waysOut.find((way) => lifeCycle[way].from.includes(state)) ?? 'settleProposal'
    const { title } = lifeCycle[name]
    return {
      code: 'proposal-under-way',
      field: 'id',
      message: { vi: `Đề án ${number} chưa kết thúc.`, en: `The proposal ${number} is not at its end.` },
      expected: { vi: `${title.vi} (${name}) trước`, en: `first: ${title.en} (${name})` },
    }
  })
  if (problems.length > 0) throw new Refusal(problems)
}
