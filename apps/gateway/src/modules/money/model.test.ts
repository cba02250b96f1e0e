import {
  accountKey,
  appropriate,
  balanceOf,
  carryIn,
  carryOut,
  commit,
  correct,
  cut,
  emptyLedger,
  ofAppropriation,
  ofAward,
  payAdvance as advancePosting,
  post,
  release,
  returnAdvance as returnPosting,
  returnUnused as unusedPosting,
  settleAward as settlementPosting,
  type Ledger,
  type Posting,
} from '@khuyencong/budget'
import { InputError } from '@khuyencong/rules'
import fc from 'fast-check'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RecordWritten } from '../../commands/record-written.js'
import type { Database } from '../../database/database.js'
import { Refusal } from '../../graphql/refusal.js'
import { openTestDatabase } from '../../testing/database.js'
import { actorIn, moneyHead, moneyPeople, workUnderWay, yearOfMoney, type YearOfMoney } from '../../testing/money.js'
import { requestAdvance } from './advance-service.js'
import { cutAppropriation, raiseAppropriation } from './appropriation-service.js'
import { releaseCommitment, returnAdvance } from './award-service.js'
import { correctPosting } from './correct-posting.js'
import { reconcileMoney } from './reconcile.js'
import { carryOver, returnUnused } from './year-end-service.js'

// A random life of the programme's money: every command is carried out by the services on a real database and by a small model
// around the pure ledger, and after each one both hold the same balances and refuse alike.
// MODEL_COMMANDS=10000 MODEL_SEED=1 npm run model -w @khuyencong/gateway
// MODEL_SHRINK=1 looks for the shortest life that fails, which takes long.

const wanted = Number(process.env['MODEL_COMMANDS'] ?? '300')
const seed = Number(process.env['MODEL_SEED'] ?? String(Date.now() % 2_147_483_647))
const commandsOfALife = 150

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

const people = { centre: actorIn('CENTRE'), finance: actorIn('FINANCE_DEPARTMENT') }
const years = [2024, 2025] as const
const afterTheYear = '2026-01-02'
const lineAmount = 100n
const lineCount = 6
const appropriated = 1_000n

/** An award as the model has it. */
interface ModelAward {
  /** In the database. */
  readonly id: string
  /** In the model's ledger. */
  readonly name: string
  readonly year: number
  readonly line: number
  readonly amount: bigint
  isVoid: boolean
}

interface ModelPosting {
  readonly id: string
  readonly posting: Posting
}

/** What the model knows: the pure ledger, and the rules that are not the ledger's own. */
interface Model {
  ledger: Ledger
  readonly awards: ModelAward[]
  readonly postings: ModelPosting[]
  /** What each year's plan wants. */
  readonly planned: bigint
}

/** The database, and which of its records the model's are. */
interface Real {
  readonly years: readonly YearOfMoney[]
  commands: number
}

const yearName = (year: number) => String(year)

/** A posting of the model: undefined where a rule of its own refuses, with the reason. */
type Expected = { readonly refused: string } | { readonly postings: readonly Posting[] }

/** Tries postings on the pure ledger, all or none; the refusal names the account that lacks the money. */
function expected(
  model: Model,
  postings: readonly Posting[],
): { readonly refused: string } | { readonly ledger: Ledger } {
  try {
    return { ledger: postings.reduce(post, model.ledger) }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    const [, kind] = /the account ([a-z-]+)\//.exec(error.message) ?? []
    const code = kind === undefined ? undefined : lackOf[kind]
    if (code === undefined) throw error
    return { refused: code }
  }
}

const lackOf: Readonly<Record<string, string>> = {
  appropriation: 'free-not-enough',
  commitment: 'commitment-not-enough',
  advance: 'advance-not-enough',
  settlement: 'settlement-not-enough',
  return: 'return-not-enough',
  'carry-over': 'carry-over-not-enough',
}

const head = (id: string) => ({ id, on: '2026-01-02' as const })

/** Carries both out, and compares what came of it and every balance. */
async function both(
  model: Model,
  real: Real,
  command: string,
  expectation: Expected,
  doing: () => Promise<unknown>,
  done: (ids: readonly string[]) => void = () => undefined,
): Promise<void> {
  const before = await newest()
  const outcome = 'refused' in expectation ? expectation : expected(model, expectation.postings)
  const answer = await doing().then(
    () => 'done',
    (error: unknown) => {
      if (!(error instanceof Refusal)) throw error
      return error.problems.map(({ code }) => code).join()
    },
  )
  real.commands += 1
  expect(`${command}: ${answer}`).toBe(`${command}: ${'refused' in outcome ? outcome.refused : 'done'}`)
  if ('ledger' in outcome && 'postings' in expectation) {
    model.ledger = outcome.ledger
    const written = await database.prisma.posting.findMany({
      where: { sequence: { gt: before } },
      orderBy: { sequence: 'asc' },
    })
    model.postings.push(...expectation.postings.map((posting, index) => ({ id: written[index]?.id ?? '', posting })))
    done(written.map(({ id }) => id))
  }
  await compare(model, real)
}

async function newest(): Promise<bigint> {
  const last = await database.prisma.posting.aggregate({ _max: { sequence: true } })
  return last._max.sequence ?? 0n
}

/** Every account of both. */
async function compare(model: Model, real: Real): Promise<void> {
  const names = new Map([
    ...real.years.map(({ appropriationId }, index) => [appropriationId, yearName(years[index] ?? 0)] as const),
    ...model.awards.map(({ id, name }) => [id, name] as const),
  ])
  const rows = await database.prisma.accountBalance.findMany({
    where: { appropriationId: { in: real.years.map(({ appropriationId }) => appropriationId) }, balance: { not: 0n } },
  })
  const inDatabase = rows.map(({ key, balance }) => {
    const [kind, appropriation = '', award] = key.split('/')
    return `${[kind, names.get(appropriation), ...(award === undefined ? [] : [names.get(award)])].join('/')} ${String(balance)}`
  })
  const inModel = [...model.ledger.balances].flatMap(([key, balance]) =>
    key === 'outside' || balance === 0n ? [] : [`${key} ${String(balance)}`],
  )
  expect(inDatabase.sort()).toEqual(inModel.sort())
}

const received = (model: Model, year: number): bigint =>
  model.postings.reduce((sum, { posting }) => {
    const root =
      posting.corrects === undefined
        ? posting
        : model.postings.find(({ posting: { id } }) => id === posting.corrects)?.posting
    const across = posting.entries.some(({ account }) => account.kind === 'carry-over')
    const isIn = root?.kind === 'appropriation' || root?.kind === 'cut' || (across && crosses(posting))
    const own = posting.entries.filter(({ account }) => accountKey(account) === `appropriation/${yearName(year)}`)
    return isIn ? own.reduce((all, { amount }) => all + amount, sum) : sum
  }, 0n)

const crosses = ({ entries }: Posting): boolean =>
  new Set(entries.flatMap(({ account }) => ('appropriation' in account ? [account.appropriation] : []))).size > 1

const uncorrected = (model: Model, of: (posting: Posting) => boolean) =>
  model.postings.filter(
    ({ posting }) => of(posting) && !model.postings.some(({ posting: { corrects } }) => corrects === posting.id),
  )

/** Whether a year has been given something of its own, apart from one posting. */
const given = (model: Model, year: number, without?: Posting): boolean =>
  uncorrected(
    model,
    ({ id, kind, entries }) =>
      kind === 'appropriation' &&
      id !== without?.id &&
      entries.some(({ account }) => accountKey(account) === `appropriation/${yearName(year)}`),
  ).length > 0

const ofAwardNamed = (award: string) => (posting: Posting) =>
  posting.entries.some(({ account }) => 'award' in account && account.award === award)

/** Whether any money is promised to an award, or paid on it. */
const holds = (model: Model, award: ModelAward): boolean => Object.values(moneyOf(model, award)).some((one) => one > 0n)

class Command implements fc.AsyncCommand<Model, Real> {
  constructor(
    private readonly name: string,
    private readonly picks: {
      readonly year: number
      readonly which: number
      readonly amount: bigint
      readonly line: number
    },
  ) {}

  check(): boolean {
    return true
  }

  toString(): string {
    const { year, which, amount, line } = this.picks
    return `${this.name}(${String(years[year])}, ${String(which)}, ${String(line)}, ${String(amount)})`
  }

  async run(model: Model, real: Real): Promise<void> {
    const { year: index, which, amount, line } = this.picks
    const year = years[index] ?? 2024
    const money = real.years[index]
    if (money === undefined) throw new Error('No such year')
    const { prisma } = database
    const id = randomUUID()
    const { appropriationId } = money
    const papers = moneyHead(afterTheYear)
    const version = async () =>
      (await prisma.appropriation.findUniqueOrThrow({ where: { id: appropriationId } })).version
    const award = model.awards.length === 0 ? undefined : model.awards[which % model.awards.length]
    const run = (expectation: Expected, doing: () => Promise<unknown>, done?: (ids: readonly string[]) => void) =>
      both(model, real, this.toString(), expectation, doing, done)
    switch (this.name) {
      case 'raise': {
        const asked = { ...papers, appropriationId, expectedVersion: await version(), amount }
        const posting = appropriate(head(id), yearName(year), amount)
        // What the year was given may have been corrected away under its plan; what it is given next covers it again.
        const below = received(model, year) + amount < model.planned
        await run(below ? { refused: 'below-plan' } : { postings: [posting] }, () =>
          raiseAppropriation(prisma, people.finance, asked),
        )
        return
      }
      case 'cut': {
        const asked = { ...papers, appropriationId, expectedVersion: await version(), amount }
        const posting = cut(head(id), yearName(year), amount)
        const free = balanceOf(model.ledger, ofAppropriation('appropriation', yearName(year)))
        const below = free >= amount && given(model, year) && received(model, year) - amount < model.planned
        await run(below ? { refused: 'below-plan' } : { postings: [posting] }, () =>
          cutAppropriation(prisma, people.finance, asked),
        )
        return
      }
      case 'unused': {
        const asked = { ...papers, appropriationId, expectedVersion: await version(), amount }
        const posting = unusedPosting(head(id), yearName(year), amount)
        await run({ postings: [posting] }, () => returnUnused(prisma, people.finance, asked))
        return
      }
      case 'carry': {
        const free = balanceOf(model.ledger, ofAppropriation('appropriation', yearName(year)))
        const moved = free < amount ? free : amount
        const asked = { ...papers, appropriationId, expectedVersion: await version(), allowed: amount }
        const [from, to] = [yearName(year), yearName(year + 1)]
        const expectation: Expected =
          year === 2025
            ? { refused: 'last-year' }
            : moved === 0n
              ? { refused: 'nothing-to-carry' }
              : { postings: [carryOut(head(id), from, moved), carryIn(head(`${id}-in`), from, to, moved)] }
        await run(expectation, () => carryOver(prisma, people.finance, asked))
        return
      }
      case 'sign': {
        const taken = model.awards.some((one) => one.year === year && one.line === line && holds(model, one))
        const promised = model.awards
          .filter((one) => one.year === year)
          .reduce(
            (sum, one) =>
              sum + moneyOf(model, one).committed + moneyOf(model, one).advanced + moneyOf(model, one).settled,
            0n,
          )
        const ref = { appropriation: yearName(year), award: id }
        const expectation: Expected = taken
          ? { refused: 'already-awarded' }
          : amount > lineAmount
            ? { refused: 'above-plan' }
            : promised + amount > model.planned
              ? { refused: 'above-plan' }
              : { postings: [commit(head(id), ref, amount)] }
        const signed = { id: '' }
        await run(
          expectation,
          async () => {
            signed.id = (await moneyPeople(database, afterTheYear).sign(money, line, amount)).id
          },
          () => {
            model.awards.push({ id: signed.id, name: id, year, line, amount, isVoid: false })
          },
        )
        return
      }
      case 'correct': {
        const chosen = model.postings.length === 0 ? undefined : model.postings[which % model.postings.length]
        if (chosen === undefined) return
        const { posting } = chosen
        const again = model.postings.some(({ posting: { corrects } }) => corrects === posting.id)
        const undone = correct({ ...head(id), reason: 'nhầm' }, posting)
        const own = posting.entries.flatMap(({ account, amount: moved }) =>
          account.kind === 'appropriation' &&
          (posting.kind === 'appropriation' || posting.kind === 'cut' || crosses(posting))
            ? [{ year: Number(account.appropriation), moved }]
            : [],
        )
        const below = own.some(
          (one) =>
            one.moved > 0n && given(model, one.year, posting) && received(model, one.year) - one.moved < model.planned,
        )
        const [name] = posting.entries.flatMap(({ account }) => ('award' in account ? [account.award] : []))
        const of = model.awards.find((one) => one.name === name)
        // What was released comes again to no award whose place another has taken.
        const replaced =
          posting.kind === 'release' &&
          model.awards.some((one) => one !== of && one.year === of?.year && one.line === of.line && holds(model, one))
        const expectation: Expected =
          posting.kind === 'correction'
            ? { refused: 'correction-of-correction' }
            : again
              ? { refused: 'already-corrected' }
              : replaced
                ? { refused: 'already-awarded' }
                : 'refused' in expected(model, [undone])
                  ? { postings: [undone] }
                  : below
                    ? { refused: 'below-plan' }
                    : { postings: [undone] }
        await run(
          expectation,
          () => correctPosting(prisma, people.finance, { ...papers, postingId: chosen.id, reason: 'nhầm' }),
          () => {
            if (posting.kind === 'commitment' && of !== undefined) of.isVoid = true
          },
        )
        return
      }
    }
    if (award === undefined) return
    const ref = { appropriation: yearName(award.year), award: award.name }
    const held = moneyOf(model, award)
    const expectedVersion = async () => (await prisma.award.findUniqueOrThrow({ where: { id: award.id } })).version
    switch (this.name) {
      case 'release':
      case 'return': {
        const isRelease = this.name === 'release'
        const posting = (isRelease ? release : returnPosting)(head(id), ref, amount)
        const asked = { ...papers, awardId: award.id, expectedVersion: await expectedVersion(), amount }
        await run({ postings: [posting] }, () =>
          isRelease ? releaseCommitment(prisma, people.centre, asked) : returnAdvance(prisma, people.finance, asked),
        )
        return
      }
      case 'advance': {
        const advanced = uncorrected(
          model,
          (posting) => posting.kind === 'advance' && ofAwardNamed(award.name)(posting),
        )
          .flatMap(({ posting }) => posting.entries.map(({ amount: moved }) => (moved > 0n ? moved : 0n)))
          .reduce((sum, moved) => sum + moved, 0n)
        const expectation: Expected = award.isVoid
          ? { refused: 'award-void' }
          : held.settled > 0n
            ? { refused: 'already-settled' }
            : // 70% of the award, rounded down (TTLT 26/2014 Điều 8.2.b).
              amount > (award.amount * 70n) / 100n - advanced
              ? { refused: 'above-advance-limit' }
              : { postings: [advancePosting(head(id), ref, amount)] }
        await run(expectation, async () => {
          const asked = { ...papers, awardId: award.id, amount, facts: workUnderWay }
          const request: RecordWritten = await requestAdvance(prisma, people.centre, asked)
          return await pay(request)
        })
        return
      }
      case 'settle': {
        const settled = amount < award.amount ? amount : award.amount
        const fromAdvance = held.advanced < settled ? held.advanced : settled
        const expectation: Expected = award.isVoid
          ? { refused: 'award-void' }
          : held.settled > 0n
            ? { refused: 'already-settled' }
            : { postings: [settlementPosting(head(id), ref, { advanced: fromAdvance, rest: settled - fromAdvance })] }
        const acts = moneyPeople(database, afterTheYear)
        await run(expectation, async () => await acts.settle(award.id, amount))
        return
      }
      default:
        throw new Error(`No command ${this.name}`)
    }
  }
}

const pay = async (request: RecordWritten) => {
  const acts = moneyPeople(database, afterTheYear)
  return await acts.pay(request)
}

const moneyOf = (model: Model, { name, year }: ModelAward) => ({
  committed: balanceOf(model.ledger, ofAward('commitment', yearName(year), name)),
  advanced: balanceOf(model.ledger, ofAward('advance', yearName(year), name)),
  settled: balanceOf(model.ledger, ofAward('settlement', yearName(year), name)),
})

const picks = fc.record({
  year: fc.nat({ max: 1 }),
  which: fc.nat(),
  line: fc.nat({ max: lineCount - 1 }),
  amount: fc.oneof(fc.bigInt({ min: 1n, max: 130n }), fc.constantFrom(1n, 70n, 71n, 100n, 101n, 400n, 1_000n)),
})
/** Weighted, so that awards live long enough to be paid and settled. */
const weights = {
  ...{ raise: 1, cut: 1, unused: 1, carry: 1, sign: 6, release: 2, advance: 6, return: 2, settle: 3, correct: 4 },
} as const
const names = Object.entries(weights).flatMap(([name, weight]) => Array<string>(weight).fill(name))
const command = fc.tuple(fc.constantFrom(...names), picks).map(([name, picked]) => new Command(name, picked))

async function begin(): Promise<{ model: Model; real: Real }> {
  const programmeId = randomUUID()
  const lines = Array.from({ length: lineCount }, () => ({ approved: lineAmount }))
  const made: YearOfMoney[] = []
  let ledger = emptyLedger
  const postings: ModelPosting[] = []
  for (const year of years) {
    const money = await yearOfMoney(database, { programmeId, year, appropriated, lines })
    made.push(money)
    const posting = appropriate({ id: `start-${yearName(year)}`, on: '2024-01-02' }, yearName(year), appropriated)
    ledger = post(ledger, posting)
    const { id } = await database.prisma.posting.findFirstOrThrow({ where: { appropriationId: money.appropriationId } })
    postings.push({ id, posting })
  }
  const planned = lineAmount * BigInt(lineCount)
  return { model: { ledger, awards: [], postings, planned }, real: { years: made, commands: 0 } }
}

test(`a random life of ${String(wanted)} commands is the same in the database as in the model`, async () => {
  console.log(`MODEL_SEED=${String(seed)} MODEL_COMMANDS=${String(wanted)}`)
  let carriedOut = 0
  const began = Date.now()
  for (let life = 0; carriedOut < wanted; life += 1) {
    await fc.assert(
      fc.asyncProperty(
        fc.array(command, { minLength: commandsOfALife, maxLength: commandsOfALife }),
        async (commands) => {
          const { model, real } = await begin()
          await fc.asyncModelRun(() => ({ model, real }), commands)
          carriedOut += real.commands
          const programmeId = (
            await database.prisma.appropriation.findUniqueOrThrow({
              where: { id: real.years[0]?.appropriationId ?? '' },
            })
          ).programmeId
          expect((await reconcileMoney(database.prisma, { programmeId })).differences).toEqual([])
        },
      ),
      { numRuns: 1, seed: seed + life, endOnFailure: process.env['MODEL_SHRINK'] === undefined },
    )
  }
  console.log(`${String(carriedOut)} commands in ${String(Math.round((Date.now() - began) / 1000))} s`)
}, 3_600_000)
