import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { encodeGlobalID } from '@pothos/plugin-relay'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'
import { Refusal } from '../../graphql/refusal.js'
import { balancesIn, moneyHead, moneyPeople, yearOfMoney } from '../../testing/money.js'
import { signIn } from '../../testing/people.js'
import { releaseCommitment } from './award-service.js'
import { reconcileMoney } from './reconcile.js'
import { returnUnused } from './year-end-service.js'

let gateway: TestGateway
beforeAll(async () => {
  gateway = await startTestGateway()
})
afterAll(() => gateway.close())

const m = 1_000_000n
const writers = 20

/** Codes of the refusals, and how many were done. Anything else fails the test. */
async function outcomes(doing: readonly Promise<unknown>[]) {
  const results = await Promise.allSettled(doing)
  const refusals = results.flatMap((result) => {
    if (result.status === 'fulfilled') return []
    const reason: unknown = result.reason
    if (!(reason instanceof Refusal)) throw reason
    return [reason.problems.map(({ code }) => code).join()]
  })
  return { done: results.length - refusals.length, refusals }
}

const nothingDiffers = async (programmeId: string) => {
  const { differences } = await reconcileMoney(gateway.database.prisma, { programmeId })
  expect(differences).toEqual([])
}

describe('twenty writers at once', () => {
  test('on one appropriation: contracts as far as the money goes', async () => {
    const lines = Array.from({ length: writers }, () => ({ approved: 100n * m }))
    const money = await yearOfMoney(gateway.database, { appropriated: 2_000n * m, lines })
    // Half of it has gone back after the year: the plan wants more than there is.
    const people = moneyPeople(gateway.database)
    await returnUnused(gateway.database.prisma, people.finance, {
      ...moneyHead('2024-12-31'),
      ...{ appropriationId: money.appropriationId, expectedVersion: 1, amount: 1_000n * m },
    })
    const { done, refusals } = await outcomes(lines.map((_, index) => people.sign(money, index)))
    expect(done).toBe(10)
    expect(refusals).toEqual(Array(10).fill('free-not-enough'))
    expect(await balancesIn(gateway.database, money.appropriationId)).toEqual({
      COMMITMENT: 1_000n * m,
      RETURN: 1_000n * m,
    })
    await nothingDiffers(money.programmeId)
  })

  test('on one award: advances as far as its cap goes', async () => {
    const money = await yearOfMoney(gateway.database, { appropriated: 100n * m, lines: [{ approved: 100n * m }] })
    const people = moneyPeople(gateway.database)
    const award = await people.sign(money)
    const requests = await Promise.all(Array.from({ length: writers }, () => people.requestAdvance(award.id, 5n * m)))
    const { done, refusals } = await outcomes(requests.map((request) => people.pay(request)))
    expect(done).toBe(14)
    expect(refusals).toEqual(Array(6).fill('above-advance-limit'))
    expect(await balancesIn(gateway.database, money.appropriationId)).toEqual({ COMMITMENT: 30n * m, ADVANCE: 70n * m })
    await nothingDiffers(money.programmeId)
  })

  test('on one record as they all saw it: one of them, and the others are told', async () => {
    const money = await yearOfMoney(gateway.database, { appropriated: 100n * m, lines: [{ approved: 100n * m }] })
    const people = moneyPeople(gateway.database)
    const { id: awardId, version: expectedVersion } = await people.sign(money)
    const release = () =>
      releaseCommitment(gateway.database.prisma, people.centre, {
        ...moneyHead(),
        awardId,
        expectedVersion,
        amount: 1n,
      })
    const { done, refusals } = await outcomes(Array.from({ length: writers }, release))
    expect(done).toBe(1)
    expect(refusals).toEqual(Array(writers - 1).fill('stale'))
  })

  test('of different kinds on one appropriation: every đồng is somewhere', async () => {
    const lines = Array.from({ length: writers }, () => ({ approved: 50n * m }))
    const money = await yearOfMoney(gateway.database, { appropriated: 1_000n * m, lines })
    const people = moneyPeople(gateway.database)
    const first = await Promise.all(lines.slice(0, 10).map((_, index) => people.sign(money, index)))
    await outcomes([
      ...first.map(({ id }, index) => (index % 2 === 0 ? people.advance(id, 30n * m) : people.settle(id, 40n * m))),
      ...first.map(({ id: awardId, version: expectedVersion }) =>
        releaseCommitment(gateway.database.prisma, people.centre, {
          ...moneyHead(),
          awardId,
          expectedVersion,
          amount: 10n * m,
        }),
      ),
      ...lines.slice(10).map((_, index) => people.sign(money, index + 10)),
    ])
    await nothingDiffers(money.programmeId)
  })
})

test('the same request fifty times at once is carried out once', async () => {
  const caller = await signIn(gateway, 'FINANCE_DEPARTMENT')
  const money = await yearOfMoney(gateway.database, { appropriated: 100n * m, lines: [] })
  const id = encodeGlobalID('Appropriation', money.appropriationId)
  const key = randomUUID()
  const raise = `mutation { raiseAppropriation(idempotencyKey: "${key}", id: "${id}", expectedVersion: 1, amount: "7", on: "2024-06-01",
    document: "1") { __typename ... on Appropriation { version } } }`
  const answers = await Promise.all(Array.from({ length: 50 }, () => caller.ask(raise)))
  const Raised = z.object({ data: z.object({ raiseAppropriation: z.object({ version: z.number() }) }) })
  expect(new Set(answers.map(({ body }) => Raised.parse(body).data.raiseAppropriation.version))).toEqual(new Set([2]))
  expect(await balancesIn(gateway.database, money.appropriationId)).toEqual({ APPROPRIATION: 100n * m + 7n })
})
