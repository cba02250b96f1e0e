import type { Actor, Office } from '../../access/actor.js'
import { authorise } from '../../access/table.js'
import { Prisma } from '../../generated/prisma/client.js'

/**
 * The proposals that somebody may see, as a condition on `proposals p`: those of his establishment, those in the localities
 * of his committee, or all.
 *
 * @throws Refusal when nobody has signed in, or none of his offices lets him see any
 */
export function visibleTo(actor: Actor | undefined): Prisma.Sql {
  const conditions = (actor?.offices ?? []).filter(sees(actor)).map(conditionFor)
  // Says why not.
  if (conditions.length === 0) authorise(actor, 'readProposals')
  return Prisma.sql`(${Prisma.join(conditions, ' OR ')})`
}

/** Whether one office alone opens proposals, within its own reach. */
const sees = (actor: Actor | undefined) => (office: Office) => {
  if (actor === undefined) return false
  const { establishmentId, localityId } = office
  const reach = {
    ...(establishmentId !== undefined && { establishmentId }),
    ...(localityId !== undefined && { localityId }),
  }
  return isAllowed(() => authorise({ ...actor, offices: [office] }, 'readProposals', reach))
}

function isAllowed(check: () => unknown): boolean {
  try {
    check()
    return true
  } catch {
    return false
  }
}

function conditionFor({ role, establishmentId, localityId }: Office): Prisma.Sql {
  switch (role) {
    case 'ESTABLISHMENT':
      return Prisma.sql`(p.establishment_id = ${establishmentId} OR EXISTS (
        SELECT 1 FROM proposal_members v WHERE v.proposal_id = p.id AND v.establishment_id = ${establishmentId}))`
    case 'LOCAL_COMMITTEE':
      return Prisma.sql`EXISTS (
        SELECT 1 FROM sites v JOIN localities l ON l.id = v.locality_id
        WHERE v.id = p.site_id AND (l.id = ${localityId} OR l.parent_id = ${localityId}))`
    default:
      return Prisma.sql`true`
  }
}
