import { z } from 'zod'
import { Role } from '../generated/prisma/enums.js'
import type { PrismaClient } from '../generated/prisma/client.js'
import { today } from '../today.js'

/** Whoever asks: a person who has signed in, and what he holds today. */
export interface Actor {
  readonly personId: string
  readonly name: string
  /** None when he is not active, or has a first password to change. */
  readonly offices: readonly Office[]
  /** Someone else set his password: he must change it before he gets his offices. */
  readonly mustChangePassword?: boolean
}

/** A role in an organisation, and the establishment or locality that the organisation stands for. */
export interface Office {
  readonly role: Role
  readonly organisationId: string
  readonly establishmentId?: string
  readonly localityId?: string
}

const OfficeRow = z.object({
  role: z.enum(Role),
  organisationId: z.string(),
  establishmentId: z.string().nullable(),
  localityId: z.string().nullable(),
})
const ActorRow = z.object({
  personId: z.string(),
  name: z.string(),
  mustChangePassword: z.boolean(),
  offices: z.array(OfficeRow),
})

/**
 * Who holds a session, in one statement.
 *
 * @param sessionToken from the signed cookie
 * @returns nothing when the session has ended
 */
export async function readActor(prisma: PrismaClient, sessionToken: string): Promise<Actor | undefined> {
  const day = today()
  const rows = await prisma.$queryRaw`
    SELECT p.id AS "personId", p.name, p.must_change_password AS "mustChangePassword",
           coalesce(
             json_agg(
               json_build_object('role', m.role, 'organisationId', o.id,
                                 'establishmentId', o.establishment_id, 'localityId', o.locality_id)
               ORDER BY m.role, m.id
             ) FILTER (WHERE m.id IS NOT NULL),
             '[]'
           ) AS offices
    FROM sessions s
    JOIN people p ON p.id = s.person_id
    LEFT JOIN memberships m ON m.person_id = p.id AND p.active AND NOT p.must_change_password
      AND m.from_day <= ${day}::date AND (m.to_day IS NULL OR m.to_day > ${day}::date)
    LEFT JOIN organisations o ON o.id = m.organisation_id
    WHERE s.token = ${sessionToken} AND s.expires_at > now()
    GROUP BY p.id`
  const [row] = z.array(ActorRow).parse(rows)
  if (row === undefined) return undefined
  const { personId, name, mustChangePassword, offices } = row
  return { personId, name, offices: offices.map(toOffice), ...(mustChangePassword ? { mustChangePassword } : {}) }
}

function toOffice({ role, organisationId, establishmentId, localityId }: z.infer<typeof OfficeRow>): Office {
  return {
    role,
    organisationId,
    ...(establishmentId === null ? {} : { establishmentId }),
    ...(localityId === null ? {} : { localityId }),
  }
}
