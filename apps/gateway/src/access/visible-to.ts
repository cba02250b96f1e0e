import type { Role } from '../generated/prisma/enums.js'
import type { Actor } from './actor.js'
import { reaches, type Scope } from './authorise.js'

interface Asked {
  readonly actor: () => Promise<Actor | undefined>
}

interface Exceptions<Parent> {
  /** Whose the thing is and where: without it no establishment and no local committee sees it. */
  readonly scope?: (parent: Parent) => Scope
  /** Sees it besides, whatever his offices, e.g. the person himself. */
  readonly orIf?: (actor: Actor, parent: Parent) => boolean
}

/**
 * Guards a field with personal data (identity number, phone, e-mail): only who holds one of the roles sees it; for anybody
 * else it is null, so that a list can still be read. The field must be nullable.
 *
 *     phone: t.string({ nullable: true, resolve: visibleTo(['CENTRE'], ({ phone }) => phone) })
 */
export function visibleTo<Parent, Value>(
  roles: readonly Role[],
  value: (parent: Parent) => Value,
  { scope = () => ({}), orIf = () => false }: Exceptions<Parent> = {},
) {
  return async (parent: Parent, _args: unknown, { actor }: Asked): Promise<Value | null> => {
    const asking = await actor()
    if (asking === undefined) return null
    const sees =
      asking.offices.some((office) => roles.includes(office.role) && reaches(office, scope(parent))) ||
      orIf(asking, parent)
    return sees ? value(parent) : null
  }
}
