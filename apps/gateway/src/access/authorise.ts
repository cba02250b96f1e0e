import type { Role } from '../generated/prisma/enums.js'
import { refusal, type Refusal } from '../graphql/refusal.js'
import type { Actor, Office } from './actor.js'
import type { Row } from './row.js'
import { signedIn } from './signed-in.js'

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
  const { offices, mustChangePassword } = signedIn(actor)
  const reached = rows.flatMap((row) =>
    offices
      .filter((office) => row.roles.includes(office.role) && reaches(office, scope))
      .map((office) => ({ row, office })),
  )
  if (reached.length === 0) throw mustChangePassword === true ? passwordToChange() : notAllowed(rows, action)
  const found = reached.find(({ row }) => row.states === undefined || inState(row.states, scope, action))
  if (found === undefined) throw notInThisState(reached, action, scope.state)
  return found.office
}

/** Whether an office extends to a thing: an establishment only to its own, a committee only to its localities. */
export function reaches({ role, establishmentId, localityId }: Office, scope: Scope): boolean {
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

function passwordToChange(): Refusal {
  return refusal(
    'password-to-change',
    '',
    {
      vi: 'Mật khẩu do người khác đặt phải được đổi trước.',
      en: 'A password that somebody else set is changed first.',
    },
    { vi: 'đổi mật khẩu', en: 'change your password' },
  )
}

function notAllowed(rows: readonly Row[], action: string): Refusal {
  const roles = [...new Set<Role>(rows.flatMap((row) => row.roles))].join(', ')
  return refusal(
    'not-allowed',
    '',
    {
      vi: `Không vai trò nào của bạn được làm việc này (${action}) ở đây.`,
      en: `None of your offices allows ${action} here.`,
    },
    { vi: `một trong các vai trò ${roles}`, en: `one of the roles ${roles}` },
  )
}

function notInThisState(reached: readonly { readonly row: Row }[], action: string, state = ''): Refusal {
  const states = [...new Set(reached.flatMap(({ row }) => row.states ?? []))].join(', ')
  return refusal(
    'not-in-this-state',
    '',
    {
      vi: `Không làm được việc này (${action}) ở trạng thái ${state}.`,
      en: `${action} is not possible in the state ${state}.`,
    },
    { vi: `một trong các trạng thái ${states}`, en: `one of the states ${states}` },
  )
}
