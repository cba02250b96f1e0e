import { z } from 'zod'
import type { Actor } from '../../access/actor.js'
import { authorise } from '../../access/table.js'
import type { ReceivedFile } from '../../files/file-store.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { visibleTo } from './visible.js'

/** @throws Refusal when nobody has signed in, or who has may not upload */
export function mayUpload(actor: Actor | undefined): Actor {
  // Not yet of any proposal: what counts is that one has such an office at all.
  const { offices = [] } = actor ?? {}
  const [establishmentId] = offices.flatMap((office) => office.establishmentId ?? [])
  const localityId = offices.flatMap((office) => office.localityId ?? [])
  authorise(actor, 'uploadFile', { localityId, ...(establishmentId !== undefined && { establishmentId }) })
  if (actor === undefined) throw new Error('Nobody may upload without having signed in')
  return actor
}

/** Writes down which file came from whom. The same file again changes nothing. */
export async function recordUpload(
  prisma: PrismaClient,
  { personId }: Actor,
  { hash, size, type }: Omit<ReceivedFile, 'path'>,
): Promise<void> {
  await prisma.$transaction([
    prisma.storedFile.createMany({ data: [{ hash, size, type }], skipDuplicates: true }),
    prisma.fileUpload.createMany({ data: [{ hash, personId }], skipDuplicates: true }),
  ])
}

const File = z.object({ size: z.number(), type: z.string() })

/**
 * What is known of a file that somebody may read: a proposal that he may see has it.
 *
 * @throws Refusal when nobody has signed in, or who has may see no proposals
 */
export async function mayRead(prisma: PrismaClient, actor: Actor | undefined, hash: string) {
  const visible = visibleTo(actor)
  const rows = await prisma.$queryRaw`
    SELECT f.size, f.type FROM stored_files f
    WHERE f.hash = ${hash} AND EXISTS (
      SELECT 1 FROM proposal_papers c JOIN proposals p ON p.id = c.proposal_id
      WHERE c.file_hash = f.hash AND c.removed_at IS NULL AND ${visible}
    )`
  return z.array(File).parse(rows)[0]
}
