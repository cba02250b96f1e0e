import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { carryOut } from '../../commands/carry-out.js'
import { refusalOfDatabase } from '../../commands/database-refusals.js'
import type { Database } from '../../database/database.js'
import { Prisma } from '../../generated/prisma/client.js'
import { migrationsFolder } from '../../database/migrations.js'
import { openTestDatabase } from '../../testing/database.js'
import { moneyPeople, yearOfMoney, type YearOfMoney } from '../../testing/money.js'
import { proposalAt } from '../../testing/proposals.js'

// Straight at the database, as somebody would who goes round the services.

const m = 1_000_000n

let database: Database
/** 1,000 million appropriated, 700 planned: 300 of them promised on a contract, 100 of that advanced. */
let money: YearOfMoney
let award: string
let next: YearOfMoney
beforeAll(async () => {
  database = await openTestDatabase()
  money = await yearOfMoney(database, {
    appropriated: 1_000n * m,
    lines: [{ approved: 300n * m }, { approved: 400n * m, ceiling: 400n * m }, { approved: 0n + 1n, proposal: true }],
  })
  next = await yearOfMoney(database, { programmeId: money.programmeId, year: 2025, appropriated: 10n * m, lines: [] })
  const people = moneyPeople(database)
  award = (await people.sign(money)).id
  await people.advance(award, 100n * m)
})
afterAll(() => database.close())

/** Statements in one transaction. */
const run = (statements: readonly string[]) =>
  database.engine.transaction(async (session) => {
    for (const statement of statements) await session.rows(statement)
  })

interface Side {
  readonly account: string
  readonly amount: bigint
  readonly appropriation?: string | null
  readonly award?: string | null
}

interface Attack {
  readonly kind: string
  readonly sides: readonly Side[]
  readonly appropriation?: string
  readonly award?: string | null
  readonly corrects?: string
  readonly reason?: string
  readonly payment?: string
}

const text = (value: string | null | undefined) => (value == null ? 'NULL' : `'${value}'`)

/** A posting as SQL, one statement for the head and one for each side. */
function posting({ kind, sides, appropriation = money.appropriationId, award: of = null, ...rest }: Attack): string[] {
  const id = randomUUID()
  return [
    `INSERT INTO postings (id, kind, appropriation_id, award_id, "on", document, person_id, corrects_id, reason, payment_id)
     VALUES ('${id}', '${kind}', '${appropriation}', ${text(of)}, '2024-06-01', '1', 'p', ${text(rest.corrects)},
       ${text(rest.reason)}, ${text(rest.payment)})`,
    ...sides.map(
      (side, index) =>
        `INSERT INTO posting_entries VALUES ('${id}', ${String(index)}, '${side.account}',
         ${text(side.account === 'OUTSIDE' ? null : side.appropriation === undefined ? appropriation : side.appropriation)},
         ${text(side.award)}, ${String(side.amount)})`,
    ),
  ]
}

const move = (from: string, to: string, amount: bigint, ofAward?: string): Side[] =>
  [
    { account: from, amount: -amount },
    { account: to, amount },
  ].map((side) => ({
    ...side,
    award: ['COMMITMENT', 'ADVANCE', 'SETTLEMENT'].includes(side.account) ? (ofAward ?? award) : null,
  }))

const refused = async (statements: readonly string[], constraint: string) => {
  await expect(run(statements)).rejects.toThrow(new RegExp(`\\b${constraint}\\b`))
}

const idOf = async (kind: string) => {
  const { id } = await database.prisma.posting.findFirstOrThrow({ where: { kind: kind as 'ADVANCE', awardId: award } })
  return id
}

describe('no account falls below zero', () => {
  test('what is promised to nobody', () =>
    refused(
      posting({ kind: 'RETURN', sides: move('APPROPRIATION', 'RETURN', 700n * m + 1n) }),
      'balances_free_not_negative',
    ))

  test('what is committed', () =>
    refused(
      posting({ kind: 'RELEASE', award, sides: move('COMMITMENT', 'APPROPRIATION', 200n * m + 1n) }),
      'balances_committed_not_negative',
    ))

  test('what is advanced', () =>
    refused(
      posting({ kind: 'RETURN', award, sides: move('ADVANCE', 'RETURN', 100n * m + 1n) }),
      'balances_advanced_not_negative',
    ))

  test('what is settled', () =>
    refused(
      posting({ kind: 'RELEASE', award, sides: move('SETTLEMENT', 'APPROPRIATION', 1n) }),
      'balances_settled_not_negative',
    ))

  test('what has gone back', () =>
    refused(posting({ kind: 'RELEASE', sides: move('RETURN', 'APPROPRIATION', 1n) }), 'balances_returned_not_negative'))

  test('what was carried over', () =>
    refused(
      posting({
        kind: 'CARRY_OVER',
        appropriation: next.appropriationId,
        sides: [
          { account: 'CARRY_OVER', amount: -1n, appropriation: money.appropriationId },
          { account: 'APPROPRIATION', amount: 1n },
        ],
      }),
      'balances_carried_over_not_negative',
    ))
})

describe('balances', () => {
  test.each([
    'UPDATE account_balances SET balance = balance + 1',
    `INSERT INTO account_balances VALUES ('mine', 'RETURN', (SELECT min(id) FROM appropriations), NULL, 5)`,
    'DELETE FROM account_balances',
    'TRUNCATE account_balances',
  ])('are moved by postings alone: %s', (statement) => refused([statement], 'balances_by_postings_only'))
})

describe('a posting', () => {
  test('sums to zero', () =>
    refused(
      posting({
        kind: 'APPROPRIATION',
        sides: [
          { account: 'OUTSIDE', amount: -2n },
          { account: 'APPROPRIATION', amount: 3n },
        ],
      }),
      'postings_balanced',
    ))

  test('has entries', () => refused(posting({ kind: 'RELEASE', sides: [] }), 'postings_balanced'))

  test('gets no entries later', async () => {
    const id = await idOf('ADVANCE')
    await refused(
      [
        `INSERT INTO posting_entries VALUES ('${id}', 8, 'COMMITMENT', '${money.appropriationId}', '${award}', -1)`,
        `INSERT INTO posting_entries VALUES ('${id}', 9, 'ADVANCE', '${money.appropriationId}', '${award}', 1)`,
      ],
      'postings_paths',
    )
  })

  test('is not before the contract', () =>
    refused(
      posting({ kind: 'RELEASE', award, sides: move('COMMITMENT', 'APPROPRIATION', 1n) }).map((statement) =>
        statement.replace('2024-06-01', '2024-03-01'),
      ),
      'postings_not_before_contract',
    ))

  test('moves something', () =>
    refused(posting({ kind: 'RETURN', sides: move('APPROPRIATION', 'RETURN', 0n) }), 'posting_entries_something_moves'))

  test('that pays nothing has no request', async () => {
    const payment = await database.prisma.paymentRequest.findFirstOrThrow()
    await refused(
      posting({ kind: 'RELEASE', award, payment: payment.id, sides: move('COMMITMENT', 'APPROPRIATION', 1n) }),
      'postings_payment_on_request',
    )
  })

  test('moves it between accounts that somebody has', () =>
    refused(
      posting({ kind: 'RETURN', sides: [{ account: 'APPROPRIATION', amount: -1n, appropriation: null }] }),
      'posting_entries_account_has_owner',
    ))

  test.each([
    ['ADVANCE', 'APPROPRIATION', 'ADVANCE'],
    ['SETTLEMENT', 'APPROPRIATION', 'SETTLEMENT'],
  ])('for a payment needs a request: %s', (kind, from, to) =>
    refused(posting({ kind, award, sides: move(from, to, 1n) }), 'postings_payment_confirmed'),
  )

  test.each([
    ['COMMITMENT', 'COMMITMENT', 'APPROPRIATION'],
    ['RELEASE', 'ADVANCE', 'APPROPRIATION'],
    ['RETURN', 'COMMITMENT', 'RETURN'],
    ['CARRY_OVER', 'COMMITMENT', 'CARRY_OVER'],
    ['CUT', 'COMMITMENT', 'OUTSIDE'],
    ['APPROPRIATION', 'OUTSIDE', 'RETURN'],
  ])('takes a way of its kind: %s not from %s to %s', (kind, from, to) => {
    const touches = [from, to].some((account) => ['COMMITMENT', 'ADVANCE'].includes(account))
    return refused(posting({ kind, award: touches ? award : null, sides: move(from, to, 1n) }), 'postings_paths')
  })

  test('does not move the money of another award', () =>
    refused(
      posting({ kind: 'RELEASE', award: null, sides: move('COMMITMENT', 'APPROPRIATION', 1n) }),
      'postings_of_one_award',
    ))

  test('does not move money from one year into another but by carrying over', () =>
    refused(
      posting({
        kind: 'RETURN',
        sides: [
          { account: 'APPROPRIATION', amount: -1n },
          { account: 'RETURN', amount: 1n, appropriation: next.appropriationId },
        ],
      }),
      'postings_paths',
    ))

  test('carries over into the next year of the source and no other', async () => {
    const out = posting({ kind: 'CARRY_OVER', sides: move('APPROPRIATION', 'CARRY_OVER', 1n) })
    const into = posting({
      kind: 'CARRY_OVER',
      sides: [
        { account: 'CARRY_OVER', amount: -1n },
        { account: 'APPROPRIATION', amount: 1n },
      ],
    })
    await refused([...out, ...into], 'postings_paths|postings_carry_to_next_year')
  })

  test.each(['postings', 'posting_entries', 'payment_vouchers'])('is never changed: %s', async (table) => {
    await refused(
      [`UPDATE ${table} SET ${table === 'postings' ? "document = 'x'" : 'amount = 1'}`],
      `on ${table} is refused`,
    )
    await refused([`DELETE FROM ${table}`], `on ${table} is refused`)
    await refused([`TRUNCATE ${table} CASCADE`], 'is refused')
  })
})

describe('a correction', () => {
  test('gives a reason', async () => {
    const corrects = await idOf('ADVANCE')
    const sides = move('ADVANCE', 'COMMITMENT', 100n * m)
    await refused(
      posting({ kind: 'CORRECTION', award, corrects, sides, reason: ' ' }),
      'postings_correction_has_reason',
    )
  })

  test('corrects something', () =>
    refused(
      posting({ kind: 'CORRECTION', award, reason: 'sai', sides: move('ADVANCE', 'COMMITMENT', 100n * m) }),
      'postings_correction_of_something',
    ))

  test.each([
    ['another amount', 'ADVANCE', 'COMMITMENT', 99n * m],
    ['another account', 'ADVANCE', 'RETURN', 100n * m],
    ['the same again', 'COMMITMENT', 'ADVANCE', 100n * m],
  ] as const)('mirrors what it undoes: not %s', async (_what, from, to, amount) => {
    const corrects = await idOf('ADVANCE')
    await refused(
      posting({ kind: 'CORRECTION', award, corrects, reason: 'sai', sides: move(from, to, amount) }),
      'postings_correction_is_mirror',
    )
  })

  test('is made once, and not of a correction', async () => {
    const corrects = await idOf('ADVANCE')
    const [id, again] = [randomUUID(), randomUUID()]
    const mirror = (of: string, undone: string, sides: readonly Side[]) =>
      posting({ kind: 'CORRECTION', award, corrects: undone, reason: 'sai', sides }).map((statement) =>
        statement.replace(/VALUES \('[^']+'/, `VALUES ('${of}'`),
      )
    const first = mirror(id, corrects, move('ADVANCE', 'COMMITMENT', 100n * m))
    await refused(
      [...first, ...mirror(again, corrects, move('ADVANCE', 'COMMITMENT', 100n * m))],
      'postings_corrects_id_key',
    )
    await refused(
      [...first, ...mirror(again, id, move('COMMITMENT', 'ADVANCE', 100n * m))],
      'postings_correction_of_correction',
    )
  })
})

describe('a payment request', () => {
  const request = (id: string, columns = '', values = '') =>
    `INSERT INTO payment_requests (id, award_id, kind, amount, document, "on", facts, requested_by ${columns})
     VALUES ('${id}', '${award}', 'ADVANCE', 50, '1', '2024-06-01', '{}', 'a' ${values})`
  const confirm = (id: string, by = 'b') =>
    `UPDATE payment_requests SET state = 'CONFIRMED', decided_by = '${by}', decided_on = '2024-06-01',
       decision_document = '2' WHERE id = '${id}'`

  test('is decided by another person', async () => {
    const id = randomUUID()
    await refused([request(id), confirm(id, 'a')], 'payments_four_eyes')
  })

  test('is not decided before it was made', async () => {
    const id = randomUUID()
    await refused([request(id), confirm(id).replace('2024-06-01', '2024-05-31')], 'payments_decided_after_request')
  })

  test('is decided once', async () => {
    const id = randomUUID()
    await refused(
      [request(id), confirm(id), `UPDATE payment_requests SET state = 'REQUESTED' WHERE id = '${id}'`],
      'payments_decided_once',
    )
  })

  test('of an activity names its acceptance, and what it pays', async () => {
    const id = randomUUID()
    const accepted = [', acceptance_document, accepted_on', `, ' ', '2024-05-30'`] as const
    await refused([request(id, ...accepted)], 'payments_acceptance_named')
    const voucher = (number: string, item: string) =>
      `INSERT INTO payment_vouchers VALUES ('${id}', 1, '${number}', '${item}', 5, true, 5)`
    await refused([request(id), voucher(' ', 'máy')], 'payment_vouchers_named')
    await refused([request(id), voucher('1', ' ')], 'payment_vouchers_named')
  })

  test('stays as it was asked', async () => {
    const id = randomUUID()
    await refused(
      [request(id), `UPDATE payment_requests SET amount = 51 WHERE id = '${id}'`],
      'payments_request_unchanged',
    )
    await refused(['DELETE FROM payment_requests'], 'on payment_requests is refused')
  })

  test('is decided whole', async () => {
    const id = randomUUID()
    await refused(
      [request(id), `UPDATE payment_requests SET state = 'CONFIRMED' WHERE id = '${id}'`],
      'payments_decided_whole',
    )
    const refusing = confirm(id).replace('CONFIRMED', 'REFUSED')
    await refused([request(id), refusing], 'payments_refused_with_reason')
  })

  test('is confirmed before anything is posted', async () => {
    const id = randomUUID()
    const pay = posting({ kind: 'ADVANCE', award, payment: id, sides: move('COMMITMENT', 'ADVANCE', 50n) })
    await refused([request(id), ...pay], 'postings_payment_confirmed')
    await refused(
      [request(id), confirm(id), ...pay, ...pay.map((s) => s.replaceAll(/VALUES \('[^']+'/g, "VALUES ('again'"))],
      'postings_payment_id_key',
    )
  })

  test('is paid as it was confirmed', async () => {
    const id = randomUUID()
    const pay = posting({ kind: 'ADVANCE', award, payment: id, sides: move('COMMITMENT', 'ADVANCE', 49n) })
    await refused([request(id), confirm(id), ...pay], 'postings_payment_amount')
  })

  test('does not lift advances above the cap of the award', async () => {
    const id = randomUUID()
    const most = 210n * m - 100n * m
    const ask = request(id).replace(' 50,', ` ${String(most + 1n)},`)
    const pay = posting({ kind: 'ADVANCE', award, payment: id, sides: move('COMMITMENT', 'ADVANCE', most + 1n) })
    await refused([ask, confirm(id), ...pay], 'awards_advances_within_cap')
  })

  test('is not settled before the work is accepted', async () => {
    const id = randomUUID()
    const ask = request(id).replace('ADVANCE', 'SETTLEMENT')
    const pay = posting({ kind: 'SETTLEMENT', award, payment: id, sides: move('COMMITMENT', 'SETTLEMENT', 50n) })
    await refused([ask, confirm(id), ...pay], 'postings_settled_after_acceptance')
  })

  test('of a proposal waits for its acceptance, and an advance for the contract', async () => {
    const [awardId, id] = [randomUUID(), randomUUID()]
    const line = money.lines[2]
    const proposal = await database.prisma.proposal.findUniqueOrThrow({ where: { id: line?.proposalId ?? '' } })
    const sign = `INSERT INTO awards (id, appropriation_id, plan_line_id, proposal_id, content_code, plan_date, amount,
      contract, signed_on, created_by) VALUES ('${awardId}', '${money.appropriationId}', '${line?.id ?? ''}', '${proposal.id}',
      '${proposal.contentCode}', '2024-03-01', 1, 'HĐ', '2024-03-02', 'p')`
    const commit = posting({
      kind: 'COMMITMENT',
      award: awardId,
      sides: move('APPROPRIATION', 'COMMITMENT', 1n, awardId),
    })
    const ask = (kind: string) => request(id).replace(award, awardId).replace('ADVANCE', kind).replace(' 50,', ' 1,')
    const pay = (kind: string) =>
      posting({ kind, award: awardId, payment: id, sides: move('COMMITMENT', kind, 1n, awardId) })
    await refused([sign, ...commit, ask('ADVANCE'), confirm(id), ...pay('ADVANCE')], 'postings_advance_on_contract')
    await refused(
      [sign, ...commit, ask('SETTLEMENT'), confirm(id), ...pay('SETTLEMENT')],
      'postings_settled_after_acceptance',
    )
  })
})

describe('an award', () => {
  const sign = (line: number, columns: Readonly<Record<string, string>> = {}) => {
    const values = {
      id: `'${randomUUID()}'`,
      appropriation_id: `'${money.appropriationId}'`,
      plan_line_id: `'${money.lines[line]?.id ?? ''}'`,
      content_code: `'MEDIA'`,
      plan_date: `'2024-02-01'`,
      amount: '1000',
      ceiling: line === 1 ? '400000000' : 'NULL',
      contract: `'HĐ'`,
      signed_on: `'2024-03-02'`,
      created_by: `'p'`,
      ...columns,
    }
    return `INSERT INTO awards (${Object.keys(values).join(', ')}) VALUES (${Object.values(values).join(', ')})`
  }

  test.each([
    ['above its line', 1, { amount: String(400n * m + 1n) }, 'awards_within_plan_line'],
    ['above its ceiling', 1, { amount: '2', ceiling: '1' }, 'awards_within_ceiling'],
    ['with another ceiling than its line', 1, { ceiling: String(500n * m) }, 'awards_ceiling_of_line'],
    ['without the ceiling of its line', 1, { ceiling: 'NULL' }, 'awards_ceiling_of_line'],
    ['of nothing', 1, { amount: '0' }, 'awards_amount_positive'],
    ['with a cap on advances above it', 1, { advance_cap: '1001' }, 'awards_advance_cap_within_amount'],
    ['for something else than its line', 1, { content_code: `'TRAIN'` }, 'awards_of_plan_line'],
    ['a second one', 0, {}, 'awards_once'],
  ] as const)('is not made %s', (_what, line, columns, constraint) => refused([sign(line, columns)], constraint))

  test('is not made from another year', () =>
    refused([sign(1, { appropriation_id: `'${next.appropriationId}'` })], 'awards_of_plan_line'))

  test('is not made for a proposal that is not approved', async () => {
    const proposal = await proposalAt(database, 'REFUSED', { contentCode: 'MEDIA' })
    const year = await yearOfMoney(database, { appropriated: 9n, lines: [{ approved: 9n, proposal: true }] })
    const line = year.lines[0]
    expect(proposal.state).toBe('REFUSED')
    await database.prisma.$transaction(async (tx) => {
      const step = { action: 'cancelProposal', fromState: 'APPROVED', toState: 'CANCELLED', judges: true } as const
      const last = await tx.proposalStep.count({ where: { proposalId: line?.proposalId ?? '' } })
      await tx.proposalStep.create({
        data: {
          ...step,
          proposalId: line?.proposalId ?? '',
          position: last + 1,
          personId: 'x',
          role: 'r',
          on: new Date('2024-06-01'),
        },
      })
      await tx.proposal.update({ where: { id: line?.proposalId ?? '' }, data: { state: 'CANCELLED' } })
    })
    const of = {
      appropriation_id: `'${year.appropriationId}'`,
      plan_line_id: `'${line?.id ?? ''}'`,
      proposal_id: `'${line?.proposalId ?? ''}'`,
      amount: '9',
    }
    await refused([sign(1, { ...of, ceiling: 'NULL' })], 'awards_of_approved_proposal')
  })

  test('keeps to what was decided of its proposal since, which keeps to it', async () => {
    const year = await yearOfMoney(database, { appropriated: 9n, lines: [{ approved: 9n, proposal: true }] })
    const [line] = year.lines
    const { proposalId = '' } = line ?? {}
    const of = {
      appropriation_id: `'${year.appropriationId}'`,
      plan_line_id: `'${line?.id ?? ''}'`,
      proposal_id: `'${proposalId ?? ''}'`,
      ...{ amount: '9', ceiling: 'NULL' },
    }
    const change = (what: string) => [
      `INSERT INTO proposal_changes (id, proposal_id, version, fields, before, after, person_id, role, "on", reason, document)
       SELECT '${randomUUID()}', id, version + 1, '{x}', '{}', '{}', 'p', 'r', '2024-06-01', 'x', 'x'
       FROM proposals WHERE id = '${proposalId ?? ''}'`,
      `UPDATE proposals SET version = version + 1, ${what} WHERE id = '${proposalId ?? ''}'`,
    ]
    await refused([...change('requested_support = 8'), sign(1, of)], 'awards_within_support')
    await refused([...change(`content_code = 'TRAIN'`), sign(1, of)], 'awards_content_of_proposal')
    await moneyPeople(database).sign(year)
    await refused(change('requested_support = 8'), 'proposals_above_awards')
    await refused(change(`content_code = 'TRAIN'`), 'proposals_content_of_awards')
    await run(change('requested_support = 10'))
  })

  test('is promised no more than it says', () =>
    refused(
      posting({ kind: 'COMMITMENT', award, sides: move('APPROPRIATION', 'COMMITMENT', 1n) }),
      'awards_commitment_within_amount',
    ))

  test('is never changed, but for its version', async () => {
    await refused([`UPDATE awards SET amount = 1`], 'awards_unchanged')
    await refused(['DELETE FROM awards'], 'on awards is refused')
    await run([`UPDATE awards SET version = version + 0`])
  })
})

describe('an appropriation', () => {
  test('is not cut below what the plan wants of it', async () => {
    await refused(
      posting({ kind: 'CUT', sides: move('APPROPRIATION', 'OUTSIDE', 300n * m) }),
      'appropriations_cover_plan',
    )
  })

  test('is not corrected below it either', async () => {
    const { id } = await database.prisma.posting.findFirstOrThrow({
      where: { kind: 'APPROPRIATION', appropriationId: money.appropriationId },
    })
    await run(posting({ kind: 'APPROPRIATION', sides: move('OUTSIDE', 'APPROPRIATION', 500n * m) }))
    await refused(
      posting({ kind: 'CORRECTION', corrects: id, reason: 'sai', sides: move('APPROPRIATION', 'OUTSIDE', 1_000n * m) }),
      'appropriations_cover_plan',
    )
  })

  test('stays what it is for', async () => {
    await refused(['UPDATE appropriations SET year = 2023'], 'appropriations_unchanged')
    await refused(['DELETE FROM appropriations'], 'on appropriations is refused')
  })
})

describe('whoever meets a rule is told', () => {
  const told = async (statements: readonly string[]) =>
    await carryOut(
      database.prisma,
      { name: 'recordAppropriation', personId: 'p', key: randomUUID(), input: {} },
      async (tx) => {
        for (const statement of statements) await tx.$executeRawUnsafe(statement)
        return { answer: null, changes: [] }
      },
    )

  test.each([
    [
      'at once',
      () => posting({ kind: 'RETURN', sides: move('APPROPRIATION', 'RETURN', 9_000n * m) }),
      'free-not-enough',
    ],
    [
      'at once, by a trigger',
      () => posting({ kind: 'CUT', sides: move('APPROPRIATION', 'OUTSIDE', 800n * m) }),
      'below-plan',
    ],
    ['when it is to be kept', () => posting({ kind: 'RETURN', sides: [] }), 'rule-of-the-ledger'],
  ])('%s', async (_when, statements, code) => {
    await expect(told(statements())).rejects.toMatchObject({ problems: [{ code }] })
  })

  test('of every rule there is a sentence', () => {
    const migrations = [
      '20261123065551_money_ledger',
      '20261123100648_settle_by_parts',
      '20261123132500_decisions_bind_money',
    ].map((name) => readFileSync(join(migrationsFolder, name, 'migration.sql'), 'utf8'))
    const rules = migrations.flatMap((migration) =>
      [...migration.matchAll(/refuse_money\('(\w+)'/g), ...migration.matchAll(/ADD CONSTRAINT "(\w+)" CHECK/g)].map(
        ([, rule]) => rule ?? '',
      ),
    )
    expect(rules.length).toBeGreaterThan(40)
    const silent = rules.filter((rule) => refusalOfDatabase(errorNaming(rule)) === undefined)
    expect(silent).toEqual([])
  })

  const errorNaming = (rule: string) =>
    new Prisma.PrismaClientKnownRequestError(rule, { code: 'P2010', clientVersion: 'of the test' })
})
