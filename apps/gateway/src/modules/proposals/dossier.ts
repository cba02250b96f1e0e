import { toContentCode } from '@khuyencong/domain'
import { acceptanceProof, proofPapers, type ProofCase, type ProofPaper } from '@khuyencong/budget'
import type { Citation, Text, Trust } from '@khuyencong/rules'
import type { Transaction } from '../../database/transaction.js'
import type { PrismaClient, ProposalPaper } from '../../generated/prisma/client.js'
import type { Fund } from '../../generated/prisma/enums.js'
import type { InputProblem } from '../../graphql/problem.js'
import { examined, lawOfProposal } from './examine.js'
import { fundNames } from './facts.js'
import { acceptancePrefix, filePaperNames, filePapers, needOf, otherPaper, trustOf } from './papers.js'

/** When a paper has to be there. */
type DossierStage = 'submission' | 'acceptance' | 'any'

/** One line of the checklist. */
export interface DossierItem {
  /** What a paper is attached as. */
  readonly paper: string
  readonly title: Text
  readonly stage: DossierStage
  /** `depends`: on a question that acceptance answers. */
  readonly need: 'required' | 'optional' | 'depends'
  readonly cites: readonly Citation[]
  readonly trust: Trust
  readonly note: Text | undefined
  readonly attached: readonly ProposalPaper[]
}

/** Which papers a proposal needs by kind, content and fund, and which are there. */
export async function dossierOf(tx: Transaction | PrismaClient, proposalId: string): Promise<readonly DossierItem[]> {
  const proposal = await tx.proposal.findUniqueOrThrow({
    where: { id: proposalId },
    include: {
      ...examined,
      establishment: { select: { form: true } },
      papers: { where: { removedAt: null }, orderBy: { id: 'asc' } },
    },
  })
  const { papers, establishment, fund } = proposal
  const attached = (paper: string) => papers.filter((one) => one.paper === paper)
  const file = filePaperNames.flatMap((paper): readonly DossierItem[] => {
    const need = needOf(paper, { ...proposal, form: establishment.form })
    if (need === 'not-needed' && attached(paper).length === 0) return []
    const { title, cites, note } = filePapers[paper]
    return [
      {
        ...{ paper, title, cites, note, stage: 'submission', trust: trustOf(paper, fund), attached: attached(paper) },
        need: need === 'required' ? 'required' : 'optional',
      },
    ]
  })
  const proof = proofsOf(proposal, {}).flatMap(({ items, cites, trust }) =>
    items.map(({ paper, title, missing }): DossierItem => ({
      ...{
        paper: `${acceptancePrefix}${paper}`,
        title,
        cites,
        stage: 'acceptance',
        trust: trust.weakest,
        note: undefined,
      },
      need: missing.some((fact) => fact.startsWith('cases.')) ? 'depends' : 'required',
      attached: attached(`${acceptancePrefix}${paper}`),
    })),
  )
  const others = attached(otherPaper)
  const once = proof.filter(({ paper }, index) => proof.findIndex((item) => item.paper === paper) === index)
  return [...file, ...once, ...(others.length === 0 ? [] : [{ ...other, attached: others }])]
}

const other: Omit<DossierItem, 'attached'> = {
  ...{ paper: otherPaper, stage: 'any', need: 'optional', cites: [], trust: 'text', note: undefined },
  title: { vi: 'Tài liệu khác', en: 'Other papers' },
}

type Cases = Readonly<Partial<Record<ProofCase, boolean>>>

interface Proven {
  readonly fund: Fund
  readonly contentCode: string
  readonly members: readonly { readonly contentCode: string }[]
  readonly papers: readonly { readonly paper: string }[]
}

/** What the law says of the proof of each content, with the papers that are attached and the answers that were given. */
export function proofsOf(proposal: Proven & Parameters<typeof lawOfProposal>[0], cases: Cases) {
  const law = lawOfProposal(proposal)
  if (law === undefined) return []
  const contents = new Set([proposal.contentCode, ...proposal.members.map(({ contentCode }) => contentCode)])
  return [...contents].map((content) => acceptanceProof(law, toContentCode(content), proofFacts(proposal, cases)))
}

const isProofPaper = (name: string): name is ProofPaper => Object.hasOwn(proofPapers, name)

/** What the proof is judged on. A paper that is not attached is not known to be lacking: some need not be there. */
export function proofFacts({ fund, papers }: Pick<Proven, 'fund' | 'papers'>, cases: Cases) {
  const names = papers
    .filter(({ paper }) => paper.startsWith(acceptancePrefix))
    .map(({ paper }) => paper.slice(acceptancePrefix.length))
    .filter(isProofPaper)
  return { fund: fundNames[fund], papers: Object.fromEntries(names.map((name) => [name, true])), cases }
}

/** Papers that a proposal cannot be submitted without. */
export async function missingPapers(tx: Transaction, proposalId: string): Promise<readonly InputProblem[]> {
  const items = await dossierOf(tx, proposalId)
  return items
    .filter(({ stage, need, attached }) => stage === 'submission' && need === 'required' && attached.length === 0)
    .map(paperMissing)
}

export const paperMissing = ({
  paper,
  title,
  cites: [article],
}: Pick<DossierItem, 'paper' | 'title' | 'cites'>): InputProblem => ({
  code: 'paper-missing',
  field: `dossier.${paper}`,
  message: { vi: `Hồ sơ thiếu: ${title.vi}.`, en: `The file lacks: ${title.en}.` },
  expected: { vi: 'đính kèm tài liệu này', en: 'this paper, attached' },
  article,
})
