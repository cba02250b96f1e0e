import { proofPapers } from '@khuyencong/budget'
import type { Actor } from '../../access/actor.js'
import { authorise } from '../../access/table.js'
import { carryOut } from '../../commands/carry-out.js'
import type { RecordWritten } from '../../commands/record-written.js'
import { notFound } from '../../commands/version.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { refusal } from '../../graphql/refusal.js'
import { lockProposal } from './lock.js'
import { acceptancePrefix, filePaperNames, otherPaper } from './papers.js'
import { scopeOf } from './scope.js'

/** What a paper can be attached as. */
const paperCodes: readonly string[] = [
  ...filePaperNames,
  ...Object.keys(proofPapers).map((paper) => `${acceptancePrefix}${paper}`),
  otherPaper,
]

export interface AttachRequest {
  readonly idempotencyKey: string
  readonly proposalId: string
  readonly expectedVersion: number
  readonly paper: string
  readonly fileName: string
  /** SHA-256 of a file that the same person has uploaded. */
  readonly fileHash: string
}

/** Puts an uploaded file into the file of a proposal. */
export async function attachPaper(prisma: PrismaClient, actor: Actor, request: AttachRequest): Promise<RecordWritten> {
  const { idempotencyKey: key, proposalId, expectedVersion, paper, fileName, fileHash } = request
  const input = { proposalId, expectedVersion, paper, fileName, fileHash }
  return await carryOut(prisma, { name: 'attachPaper', personId: actor.personId, key, input }, async (tx) => {
    await lockProposal(tx, proposalId, expectedVersion)
    const proposal = await tx.proposal.findUniqueOrThrow({ where: { id: proposalId } })
    authorise(actor, 'attachPaper', await scopeOf(tx, proposal))
    if (!paperCodes.includes(paper)) throw paperUnknown(paper)
    const name = fileName.trim()
    if (!/^[^\p{Cc}/\\]{1,200}$/u.test(name)) throw badName
    const uploaded = await tx.fileUpload.count({ where: { hash: fileHash, personId: actor.personId } })
    if (uploaded === 0) throw notUploaded
    const { id } = await tx.proposalPaper.create({
      data: { proposalId, paper, fileName: name, fileHash, personId: actor.personId },
    })
    const { version } = await tx.proposal.update({
      where: { id: proposalId },
      data: { version: expectedVersion + 1 },
    })
    const after = { proposalId, paper, fileName: name, fileHash }
    return { answer: { id: proposalId, version }, changes: [{ entity: 'ProposalPaper', id, after }] }
  })
}

export interface WithdrawRequest {
  readonly idempotencyKey: string
  readonly paperId: string
  readonly expectedVersion: number
}

/** Takes a paper out of the file of a proposal; it stays on record. What was decided on stays in the file. */
export async function withdrawPaper(
  prisma: PrismaClient,
  actor: Actor,
  { idempotencyKey: key, paperId, expectedVersion }: WithdrawRequest,
): Promise<RecordWritten> {
  const input = { paperId, expectedVersion }
  return await carryOut(prisma, { name: 'withdrawPaper', personId: actor.personId, key, input }, async (tx) => {
    const found = await tx.proposalPaper.findUnique({ where: { id: paperId } })
    if (found === null) throw notFound('paperId', paperId)
    const { proposalId, paper, fileName, fileHash } = found
    await lockProposal(tx, proposalId, expectedVersion)
    const proposal = await tx.proposal.findUniqueOrThrow({ where: { id: proposalId } })
    authorise(actor, 'withdrawPaper', await scopeOf(tx, proposal))
    const drafting = proposal.state === 'DRAFT' || proposal.state === 'SUPPLEMENT_ASKED'
    if (!drafting && !paper.startsWith(acceptancePrefix) && paper !== otherPaper) throw decidedOn
    const { removedAt } = await tx.proposalPaper.findUniqueOrThrow({ where: { id: paperId } })
    if (removedAt !== null) throw withdrawn
    await tx.proposalPaper.update({
      where: { id: paperId },
      data: { removedAt: new Date(), removedBy: actor.personId },
    })
    const { version } = await tx.proposal.update({
      where: { id: proposalId },
      data: { version: expectedVersion + 1 },
    })
    const before = { proposalId, paper, fileName, fileHash }
    return { answer: { id: proposalId, version }, changes: [{ entity: 'ProposalPaper', id: paperId, before }] }
  })
}

const paperUnknown = (paper: string) =>
  refusal(
    'paper-unknown',
    'paper',
    { vi: `Danh mục không có tài liệu ${paper}.`, en: `The checklist has no paper ${paper}.` },
    { vi: paperCodes.join(', '), en: paperCodes.join(', ') },
  )

const badName = refusal(
  'file-name',
  'fileName',
  { vi: 'Tên tệp không hợp lệ.', en: 'This cannot be the name of a file.' },
  { vi: '1 đến 200 ký tự, không có / và \\', en: '1 to 200 characters without / and \\' },
)

const notUploaded = refusal(
  'file-not-uploaded',
  'fileHash',
  { vi: 'Chưa tải tệp này lên.', en: 'You have not uploaded this file.' },
  { vi: 'tải lên bằng PUT /files trước', en: 'PUT /files first' },
)

const decidedOn = refusal(
  'paper-decided-on',
  'paperId',
  { vi: 'Hồ sơ đã được xét trên tài liệu này.', en: 'The proposal was decided on this paper.' },
  { vi: 'đính kèm tài liệu bổ sung', en: 'a further paper, attached' },
)

const withdrawn = refusal(
  'paper-withdrawn',
  'paperId',
  { vi: 'Tài liệu này đã được rút.', en: 'This paper was withdrawn before.' },
  { vi: 'một tài liệu còn trong hồ sơ', en: 'a paper that is in the file' },
)
