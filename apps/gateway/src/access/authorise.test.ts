import { describe, expect, test } from 'vitest'
import { Role } from '../generated/prisma/enums.js'
import { Refusal } from '../graphql/refusal.js'
import type { Actor, Office } from './actor.js'
import { authoriseBy, type Scope } from './authorise.js'
import type { Row } from './row.js'

const table: readonly Row[] = [
  { action: 'thing.write', roles: ['ESTABLISHMENT', 'CENTRE'], states: ['DRAFT', 'SUPPLEMENT'] },
  { action: 'thing.write', roles: ['CENTRE'], states: ['SUBMITTED'] },
  { action: 'thing.see', roles: ['LOCAL_COMMITTEE', 'INSPECTOR'] },
]

const office = (role: Role, place: Partial<Office> = {}): Office => ({ role, organisationId: 'o', ...place })
const actor = (...offices: readonly Office[]): Actor => ({ personId: 'p', name: 'An', offices })

function codeOf(who: Actor | undefined, action: string, scope: Scope = {}): string {
  try {
    authoriseBy(table, who, action, scope)
    return 'allowed'
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.problems.map(({ code }) => code).join()
  }
}

describe('authorise', () => {
  test('gives the office that allows it', () => {
    const who = actor(office('INSPECTOR'), office('CENTRE'))
    expect(authoriseBy(table, who, 'thing.write', { state: 'SUBMITTED' })).toBe(who.offices[1])
  })

  test('nobody does anything without having signed in', () => {
    expect(codeOf(undefined, 'thing.write', { state: 'DRAFT' })).toBe('not-signed-in')
  })

  test('a person without an office may do nothing', () => {
    expect(codeOf(actor(), 'thing.see')).toBe('not-allowed')
  })

  test('a first password is changed first', () => {
    expect(codeOf({ ...actor(), mustChangePassword: true }, 'thing.see')).toBe('password-to-change')
  })

  test('names the roles that may', () => {
    expect(() => authoriseBy(table, actor(office('COUNCIL_MEMBER')), 'thing.write', { state: 'DRAFT' })).toThrow(
      expect.objectContaining({
        problems: [
          expect.objectContaining({
            code: 'not-allowed',
            expected: expect.objectContaining({ en: 'one of the roles ESTABLISHMENT, CENTRE' }) as object,
          }),
        ],
      }) as Error,
    )
  })

  test('names the states in which it may be done', () => {
    expect(() => authoriseBy(table, actor(office('CENTRE')), 'thing.write', { state: 'CLOSED' })).toThrow(
      expect.objectContaining({
        problems: [
          expect.objectContaining({
            code: 'not-in-this-state',
            expected: expect.objectContaining({ en: 'one of the states DRAFT, SUPPLEMENT, SUBMITTED' }) as object,
          }),
        ],
      }) as Error,
    )
  })

  test('an establishment reaches its own things and no others, also not those of nobody', () => {
    const who = actor(office('ESTABLISHMENT', { establishmentId: 'e1' }))
    const state = 'DRAFT'
    expect(codeOf(who, 'thing.write', { state, establishmentId: 'e1' })).toBe('allowed')
    expect(codeOf(who, 'thing.write', { state, establishmentId: 'e2' })).toBe('not-allowed')
    expect(codeOf(who, 'thing.write', { state })).toBe('not-allowed')
    expect(codeOf(actor(office('ESTABLISHMENT')), 'thing.write', { state })).toBe('not-allowed')
  })

  test('a local committee reaches its own localities, and what lies in them', () => {
    const who = actor(office('LOCAL_COMMITTEE', { localityId: 'district' }))
    expect(codeOf(who, 'thing.see', { localityId: 'district' })).toBe('allowed')
    expect(codeOf(who, 'thing.see', { localityId: ['commune', 'district'] })).toBe('allowed')
    expect(codeOf(who, 'thing.see', { localityId: ['commune', 'other'] })).toBe('not-allowed')
    expect(codeOf(who, 'thing.see')).toBe('not-allowed')
    expect(codeOf(actor(office('LOCAL_COMMITTEE')), 'thing.see')).toBe('not-allowed')
  })

  test('an action that the table does not know is a fault of ours', () => {
    expect(() => codeOf(actor(office('CENTRE')), 'thing.burn')).toThrow('thing.burn')
  })

  test('so is a state that was not looked up', () => {
    expect(() => codeOf(actor(office('CENTRE')), 'thing.write')).toThrow('thing.write hangs on a state')
  })

  test('what no row says is refused: every role in every state', () => {
    const allowed = Object.values(Role).flatMap((role) =>
      ['DRAFT', 'SUPPLEMENT', 'SUBMITTED', 'CLOSED']
        .filter((state) => {
          const who = actor(office(role, { establishmentId: 'e', localityId: 'l' }))
          return codeOf(who, 'thing.write', { state, establishmentId: 'e', localityId: 'l' }) === 'allowed'
        })
        .map((state) => `${role} ${state}`),
    )
    expect(allowed).toEqual([
      'ESTABLISHMENT DRAFT',
      'ESTABLISHMENT SUPPLEMENT',
      'CENTRE DRAFT',
      'CENTRE SUPPLEMENT',
      'CENTRE SUBMITTED',
    ])
  })
})
