import type { Row } from '../../access/row.js'

/** Who may administer people and organisations. */
export const peopleActions = [
  { action: 'people.read', roles: ['ADMINISTRATOR'] },
  { action: 'organisation.create', roles: ['ADMINISTRATOR'] },
  { action: 'person.create', roles: ['ADMINISTRATOR'] },
  { action: 'person.deactivate', roles: ['ADMINISTRATOR'] },
  { action: 'person.reactivate', roles: ['ADMINISTRATOR'] },
  { action: 'person.reset-password', roles: ['ADMINISTRATOR'] },
  { action: 'person.unlock', roles: ['ADMINISTRATOR'] },
  { action: 'membership.give', roles: ['ADMINISTRATOR'] },
  { action: 'membership.end', roles: ['ADMINISTRATOR'] },
] as const satisfies readonly Row[]
