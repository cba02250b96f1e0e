import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Role } from '../generated/prisma/enums.js'
import { Refusal } from '../graphql/refusal.js'
import { startTestGateway, type TestGateway } from '../testing/gateway.js'
import type { Row } from './row.js'
import { accessTable, authorise, type Action } from './table.js'

// Written out by hand, a second time: `action`, or `action in STATE`, and the roles that may. A module that adds rows adds lines.
const written = `
people.read: ADMINISTRATOR
organisation.create: ADMINISTRATOR
person.create: ADMINISTRATOR
person.deactivate: ADMINISTRATOR
person.reactivate: ADMINISTRATOR
person.reset-password: ADMINISTRATOR
person.unlock: ADMINISTRATOR
membership.give: ADMINISTRATOR
membership.end: ADMINISTRATOR
audit.read: INSPECTOR, ADMINISTRATOR
event.read: INDUSTRY_DEPARTMENT, FINANCE_DEPARTMENT, ADMINISTRATOR
`

const rows: readonly Row[] = accessTable

/** Every state that the table knows for an action; one unnamed when it has none. */
function statesOf(action: Action): readonly (string | undefined)[] {
  const states = rows
    .filter((row) => row.action === action)
    .flatMap((row): readonly (string | undefined)[] => {
      return row.states ?? [undefined]
    })
  return [...new Set(states)]
}

function isAllowed(role: Role, action: Action, state: string | undefined): boolean {
  const place = { establishmentId: 'e', localityId: 'l' }
  const actor = { personId: 'p', name: 'An', offices: [{ role, organisationId: 'o', ...place }] }
  try {
    authorise(actor, action, { ...place, ...(state === undefined ? {} : { state }) })
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

describe('the table of access', () => {
  test('is what is written here: every role, action and state', () => {
    const actions = [...new Set(accessTable.map(({ action }) => action))]
    const lines = actions.flatMap((action) =>
      statesOf(action).map((state) => {
        const roles = Object.values(Role).filter((role) => isAllowed(role, action, state))
        return `${action}${state === undefined ? '' : ` in ${state}`}: ${roles.join(', ')}`
      }),
    )
    expect(lines).toEqual(written.trim().split('\n'))
  })

  test('nobody does anything without having signed in', () => {
    for (const { action } of accessTable) expect(() => authorise(undefined, action)).toThrow(Refusal)
  })
})

describe('the query', () => {
  let gateway: TestGateway
  beforeAll(async () => {
    gateway = await startTestGateway()
  })
  afterAll(() => gateway.close())

  test('shows every row to everybody', async () => {
    const { body } = await gateway.ask('{ accessTable { action roles states } }')
    expect(body).toEqual({
      data: { accessTable: rows.map(({ action, roles, states }) => ({ action, roles, states: states ?? null })) },
    })
  })
})
