import { encodeGlobalID } from '@pothos/plugin-relay'
import { expect } from 'vitest'
import { z } from 'zod'
import type { Role } from '../generated/prisma/enums.js'
import { giveMembership } from '../modules/people/service.js'
import { pdf, upload } from './apply.js'
import { command, type Commanded } from './command.js'
import type { TestGateway } from './gateway.js'
import { signIn, type Caller, type SignInOptions } from './people.js'
import { programmeId } from './plan-team.js'

// The story of one proposal, told by the people who live it. Before each step everybody else tries to take it.

/** Who takes part, by what he is to the proposal. */
const cast = {
  owner: 'ESTABLISHMENT',
  neighbour: 'ESTABLISHMENT',
  district: 'LOCAL_COMMITTEE',
  otherDistrict: 'LOCAL_COMMITTEE',
  centre: 'CENTRE',
  /** Works for the centre and for the finance department. */
  clerk: 'CENTRE',
  appraiser: 'INDUSTRY_DEPARTMENT',
  director: 'INDUSTRY_DEPARTMENT',
  acceptor: 'INDUSTRY_DEPARTMENT',
  council: 'COUNCIL_MEMBER',
  planner: 'FINANCE_DEPARTMENT',
  cashier: 'FINANCE_DEPARTMENT',
  chairman: 'PROVINCIAL_COMMITTEE',
  inspector: 'INSPECTOR',
  otherDepartment: 'OTHER_DEPARTMENT',
  administrator: 'ADMINISTRATOR',
} as const satisfies Readonly<Record<string, Role>>

export type Part = keyof typeof cast
const parts = Object.keys(cast).filter((name): name is Part => Object.hasOwn(cast, name))

/** Those of Sở Công Thương. */
export const department = ['appraiser', 'director', 'acceptor'] as const satisfies readonly Part[]

/** A step as it is taken, and what becomes of everybody else who tries it first. */
export interface Deed {
  readonly by: Part
  readonly does: string
  readonly with: Readonly<Record<string, unknown>>
  /** Who may do it as well, and is therefore not asked to try. */
  readonly orBy?: readonly Part[]
  /** Whose office allows it, and who had a hand in what is judged. */
  readonly fourEyes?: readonly Part[]
  /** Whose office allows it in other states. */
  readonly notNow?: readonly Part[]
}

const Money = z.object({
  data: z.object({
    moneyFlow: z.array(
      z.object({
        free: z.string(),
        committed: z.string(),
        advanced: z.string(),
        settled: z.string(),
      }),
    ),
  }),
})
const Read = z.object({
  data: z.object({
    node: z.object({
      id: z.string(),
      version: z.number(),
      state: z.string(),
      nextSteps: z.array(z.object({ name: z.string() })),
    }),
  }),
})
const Uploaded = z.object({ hash: z.string() })

/** Begins the story: everybody signs in but the owner, whose establishment nobody knows yet. */
export async function beginLife(gateway: TestGateway) {
  const people = new Map<Part, Caller>()
  const enter = async (part: Part, options: SignInOptions = {}) => {
    people.set(part, await signIn(gateway, cast[part], { ...options, name: part }))
  }
  const other = await gateway.database.prisma.locality.findFirstOrThrow({
    where: { id: { startsWith: '2023-04-01/', not: '2023-04-01/288' }, parentId: null },
  })
  for (const part of parts)
    if (part !== 'owner') await enter(part, part === 'otherDistrict' ? { localityId: other.id } : {})
  await secondOffice(gateway, person('clerk'), person('cashier').organisationId)

  function person(part: Part): Caller {
    const found = people.get(part)
    if (found === undefined) throw new Error(`${part} has not signed in yet`)
    return found
  }

  /** Everybody else tries: nobody gets through, and nothing is written. */
  async function refuseOthers({
    by,
    does,
    with: variables,
    orBy = [],
    fourEyes = [],
    notNow = [],
  }: Deed): Promise<void> {
    const before = await traces(gateway)
    const others = [...people].filter(([part]) => part !== by && !orBy.includes(part))
    const refusals: Record<string, string> = {}
    for (const [part, caller] of others) refusals[part] = (await command(caller, does, variables)).refused.join()
    const code = (part: Part) =>
      fourEyes.includes(part) ? 'four-eyes' : notNow.includes(part) ? 'not-in-this-state' : 'not-allowed'
    const expected = others.map(([part]) => [part, code(part)])
    expect({ [does]: refusals }).toEqual({ [does]: Object.fromEntries(expected) })
    expect((await command(gateway, does, variables)).refused).toEqual(['not-signed-in'])
    expect(await traces(gateway)).toEqual(before)
  }

  /** Everybody else is refused, and then it is done. */
  async function step(deed: Deed): Promise<Commanded> {
    await refuseOthers(deed)
    const done = await command(person(deed.by), deed.does, deed.with)
    if (done.refused.length > 0) throw new Error(`${deed.by}, ${deed.does}: ${JSON.stringify(done['problems'])}`)
    return done
  }

  /** A proposal as somebody reads it. */
  async function read(by: Part, { id }: Pick<Commanded, 'id'>) {
    const { body } = await person(by).ask(
      'query ($id: ID!) { node(id: $id) { id ... on Proposal { version state nextSteps { name } } } }',
      { id },
    )
    return Read.parse(body).data.node
  }

  return {
    person: (part: Part) => ({ ...person(part), read: (proposal: Pick<Commanded, 'id'>) => read(part, proposal) }),
    enter,
    step,
    /** Uploads a paper and puts it into the dossier. */
    attach: async (by: Part, { id, version }: Commanded, paper: string): Promise<Commanded> => {
      const { cookie } = person(by)
      const { hash } = Uploaded.parse((await upload(gateway, cookie, pdf(`${paper} of ${id}`))).body)
      const file = { paper, fileName: `${paper}.pdf`, fileHash: hash }
      // The department puts in papers of what it judges: of a draft it does not, of the proof of work that runs it does.
      const running = paper.startsWith('acceptance.')
      return await step({
        ...{ by, does: 'attachPaper', with: { id, expectedVersion: version, ...file } },
        orBy: ['district', 'centre', 'clerk', ...(running ? department : [])],
        notNow: running ? [] : department,
      })
    },
    /** A record as it was last seen, for a mutation of it. */
    now: ({ id, version }: Pick<Commanded, 'id' | 'version'>) => ({ id, expectedVersion: version }),
    /** The state of the proposal, what somebody may do with it next, and where the money of the year is, in million đồng. */
    seen: async (proposal: Pick<Commanded, 'id'>, by: Part) => {
      const { state, nextSteps } = await read(by, proposal)
      const money = await person('planner').ask(
        'query ($programme: ID!) { moneyFlow(programme: $programme, year: 2024) { free committed advanced settled } }',
        { programme: programmeId },
      )
      const [flow] = Money.parse(money.body).data.moneyFlow
      const millions = (dong: string) => Number(dong) / 1_000_000
      return {
        state,
        next: nextSteps.map(({ name }) => name),
        ...(flow && {
          money: [flow.free, flow.committed, flow.advanced, flow.settled].map(millions),
        }),
      }
    },
  }
}

async function secondOffice({ database: { prisma } }: TestGateway, { personId }: Caller, organisationId: string) {
  await prisma.$transaction((tx) =>
    giveMembership(tx, { personId, organisationId, role: 'FINANCE_DEPARTMENT', from: '2023-01-01' }),
  )
}

/** Everything that a command leaves behind. */
async function traces({ database: { prisma } }: TestGateway): Promise<unknown> {
  return await prisma.$queryRaw`
    SELECT (SELECT size::int FROM audit_state) AS audit, (SELECT count(*)::int FROM commands) AS commands,
      (SELECT count(*)::int FROM outbox) AS outbox, (SELECT count(*)::int FROM decisions) AS decisions,
      (SELECT count(*)::int FROM proposal_steps) AS steps, (SELECT count(*)::int FROM postings) AS postings,
      (SELECT coalesce(sum(version), 0)::int FROM proposals) AS proposals,
      (SELECT coalesce(sum(version), 0)::int FROM plans) AS plans,
      (SELECT coalesce(sum(version), 0)::int FROM payment_requests) AS payments`
}

/** The id of the first of the records that a record has. */
export const firstOf = (record: Commanded, field: 'sites' | 'lines'): string =>
  z.tuple([z.object({ id: z.string() })]).parse(record[field])[0].id

/** The commune in which the household produces. */
export const commune = encodeGlobalID('Locality', '2023-04-01/11011')
