import type { Role } from '../generated/prisma/enums.js'
import { Refusal } from '../graphql/refusal.js'
import type { Actor, Office } from './actor.js'
import type { Row } from './row.js'

/** The thing that is acted on, as far as access hangs on it. */
export interface Scope {
  readonly state?: string
  /** Whose it is. Without it no establishment reaches it. */
  readonly establishmentId?: string
  /** Where it is: the locality, or it and the ones above it. Without it no local committee reaches it. */
  readonly localityId?: string | readonly string[]
}

/**
 * The office that a table gives an action to, here and now.
 *
 * @throws Refusal `not-signed-in`, `password-to-change`, `not-allowed` or `not-in-this-state`
 * @throws Error when the table does not know the action at all: that is a fault of ours, not of the actor
 */
export function authoriseBy(table: readonly Row[], actor: Actor | undefined, action: string, scope: Scope): Office {
  const rows = table.filter((row) => row.action === action)
  if (rows.length === 0) throw new Error(`No row of the table of access is about ${action}`)
  if (actor === undefined) {
    throw refusal('not-signed-in', `${action} is for people who have signed in.`, 'a session')
  }
  const reached = rows.flatMap((row) =>
    actor.offices
      .filter((office) => row.roles.includes(office.role) && reaches(office, scope))
      .map((office) => ({ row, office })),
  )
  if (reached.length === 0)
    throw actor.mustChangePassword === true ? passwordToChange(action) : notAllowed(rows, action)
  const found = reached.find(({ row }) => row.states === undefined || inState(row.states, scope, action))
  if (found === undefined) throw notInThisState(reached, action, scope)
  return found.office
}

function reaches({ role, establishmentId, localityId }: Office, scope: Scope): boolean {
  switch (role) {
    case 'ESTABLISHMENT':
      return establishmentId !== undefined && establishmentId === scope.establishmentId
    case 'LOCAL_COMMITTEE':
      return localityId !== undefined && [scope.localityId].flat().includes(localityId)
    case 'CENTRE':
    case 'INDUSTRY_DEPARTMENT':
    case 'FINANCE_DEPARTMENT':
    case 'PROVINCIAL_COMMITTEE':
    case 'COUNCIL_MEMBER':
    case 'INSPECTOR':
    case 'OTHER_DEPARTMENT':
    case 'ADMINISTRATOR':
      return true
  }
}

function inState(states: readonly string[], { state }: Scope, action: string): boolean {
  if (state === undefined) throw new Error(`${action} hangs on a state, and none was given`)
  return states.includes(state)
}

function passwordToChange(action: string): Refusal {
  return refusal('password-to-change', `Change your first password before ${action}.`, 'a password of your own')
}

function notAllowed(rows: readonly Row[], action: string): Refusal {
  const roles = [...new Set<Role>(rows.flatMap((row) => row.roles))].join(', ')
  return refusal('not-allowed', `None of your offices allows ${action} here.`, `one of the roles ${roles}`)
}

function notInThisState(reached: readonly { readonly row: Row }[], action: string, { state }: Scope): Refusal {
  const states = [...new Set(reached.flatMap(({ row }) => row.states ?? []))].join(', ')
  return refusal(
    'not-in-this-state',
    `${action} is not possible in the state ${state ?? ''}.`,
    `one of the states ${states}`,
  )
}

function refusal(code: string, message: string, expected: string): Refusal {
  return new Refusal([{ code, field: '', message, expected, article: undefined }])
}
