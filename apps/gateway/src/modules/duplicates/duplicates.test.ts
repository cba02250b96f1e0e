import { encodeGlobalID } from '@pothos/plugin-relay'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { ProposalState } from '../../generated/prisma/enums.js'
import { Refusal } from '../../graphql/refusal.js'
import { startTestGateway, type TestGateway } from '../../testing/gateway.js'
import { codes, mutate, REFUSED } from '../../testing/mutations.js'
import { signIn, type Caller } from '../../testing/people.js'
import { actorFor, proposalAt } from '../../testing/proposals.js'
import { nameKey } from '../establishments/names.js'
import { takeStep } from '../proposals/take-step.js'
import { checkDuplicates } from './check.js'

let gateway: TestGateway
let centre: Caller
let department: Caller
beforeAll(async () => {
  gateway = await startTestGateway()
  centre = await signIn(gateway, 'CENTRE')
  department = await signIn(gateway, 'INDUSTRY_DEPARTMENT')
})
afterAll(() => gateway.close())

const locality = '2023-04-01/11011'

/** An establishment with a site. */
async function establishment(taxCode: string | null, name = `Cơ sở ${randomUUID()}`) {
  const { id, sites } = await gateway.database.prisma.establishment.create({
    data: {
      ...{ name, nameKey: nameKey(name), form: 'ENTERPRISE', taxCode, origin: 'RECORDED' },
      ...{ provinceName: 'Hải Dương', provinceSort: 'hai duong', searchText: '' },
      sites: { create: { provinceName: 'Hải Dương', localityId: locality } },
    },
    include: { sites: true },
  })
  return { id, name, siteId: sites[0]?.id ?? '' }
}
type Establishment = Awaited<ReturnType<typeof establishment>>

interface Item {
  readonly item: string
  readonly support?: bigint
  readonly from?: string
  readonly to?: string
}

let count = 0
/** A proposal for some items, as it stands in the records. */
async function proposal(
  of: Establishment,
  items: readonly Item[],
  state: ProposalState = 'SUBMITTED',
  by = 'somebody',
) {
  const { id: programmeId } = await gateway.database.prisma.programme.findFirstOrThrow()
  count += 1
  const number = `2024-${String(count).padStart(4, '0')}`
  const { id, version } = await proposalAt(gateway.database, state, {
    ...{ number, title: 'Đầu tư máy CNC', programmeId, establishmentId: of.id, siteId: of.siteId },
    ...{ totalCost: 1_000n, eligibleCost: 1_000n, requestedSupport: 300n, createdBy: by },
    expenses: {
      create: items.map(({ item, support = 300n, from, to }, index) => ({
        ...{ position: index + 1, establishmentId: of.id, item, cost: 1_000n, support },
        periodFrom: from === undefined ? null : new Date(from),
        periodTo: to === undefined ? null : new Date(to),
      })),
    },
  })
  return { id, number, version }
}

const year = (item: string) => ({ item, from: '2024-01-01', to: '2024-12-31' })

/** What the check says: nothing when it passes. */
async function check(id: string): Promise<readonly { code: string; message: string }[]> {
  try {
    await gateway.database.prisma.$transaction((tx) => checkDuplicates(tx, id))
    return []
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.problems.map(({ code, message }) => ({
      code,
      message: typeof message === 'string' ? message : message.en,
    }))
  }
}
const checked = async (id: string) => (await check(id)).map(({ code }) => code)

const IMPORT = `mutation ($key: String!, $csv: String!, $source: String!) {
  importOutsideSupport(idempotencyKey: $key, csv: $csv, source: $source) { __typename
    ... on OutsideSupportImportReport { recorded corrected unchanged } ${REFUSED} } }`
const HEAD = 'Chương trình,Số hồ sơ,MST,Tên cơ sở,Nội dung chi,Từ ngày,Đến ngày,Số tiền'
const send = (lines: readonly string[], rest: object = {}, caller: Pick<Caller, 'ask'> = centre) =>
  mutate(caller, IMPORT, { csv: [HEAD, ...lines].join('\n'), source: 'Công văn 12/SKHCN', ...rest })

describe('in this programme', () => {
  test('the same item in the same period blocks, naming the other record', async () => {
    const who = await establishment('0300588569', 'Sữa Việt')
    const first = await proposal(who, [year('Máy CNC số 4711')])
    const second = await proposal(who, [year('máy CNC  SỐ 4711'), year('Máy phay')], 'DRAFT')
    expect(await check(second.id)).toEqual([
      {
        code: 'supported-already',
        message: `The expense item 'Máy CNC số 4711' of Sữa Việt (0300588569) is supported twice: ${second.number} (Chương trình khuyến công địa phương giai đoạn 2023-2025) and ${first.number} (Chương trình khuyến công địa phương giai đoạn 2023-2025).`,
      },
    ])
  })

  test('another period, item or establishment does not', async () => {
    const who = await establishment(null)
    await proposal(who, [year('Máy ép')])
    const later = { item: 'Máy ép', from: '2025-01-01' }
    expect(await checked((await proposal(who, [later, year('Máy cắt')])).id)).toEqual([])
    expect(await checked((await proposal(await establishment(null), [year('Máy ép')])).id)).toEqual([])
  })

  test.each<[ProposalState, string[]]>([
    ['DRAFT', []],
    ['REFUSED', []],
    ['CANCELLED', []],
    ['SUPPLEMENT_ASKED', ['supported-already']],
    ['FORCE_MAJEURE', ['supported-already']],
    ['CLOSED', ['supported-already']],
  ])('of another proposal that is %s: %j', async (state, found) => {
    const who = await establishment(null)
    await proposal(who, [year('Lò nung')], state)
    expect(await checked((await proposal(who, [year('Lò nung')])).id)).toEqual(found)
  })

  test('a period that is not known is asked about', async () => {
    const who = await establishment(null)
    await proposal(who, [{ item: 'Gian hàng' }])
    expect(await checked((await proposal(who, [year('Gian hàng')])).id)).toEqual(['supported-perhaps'])
  })

  test('twice in one proposal blocks too', async () => {
    const who = await establishment(null)
    expect(await checked((await proposal(who, [year('Máy in'), year('Máy in')])).id)).toEqual(['supported-already'])
  })

  test('of two proposals at once, one passes', async () => {
    const who = await establishment(null)
    const both = [await proposal(who, [year('Nồi hơi')], 'DRAFT'), await proposal(who, [year('Nồi hơi')], 'DRAFT')]
    const submitted = await Promise.allSettled(
      both.map(({ id }) =>
        gateway.database.prisma.$transaction(async (tx) => {
          await takeStep(tx, actorFor('submitProposal'), 'submitProposal', { proposalId: id, on: '2024-03-02' })
          await checkDuplicates(tx, id)
        }),
      ),
    )
    expect(submitted.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('in another programme', () => {
  test('by the tax code blocks; by the name or the enterprise of a dependent unit it is asked about', async () => {
    const fpt = await establishment('0101248141', 'Công ty FPT')
    const unit = await establishment('0101248141-001', 'Chi nhánh')
    const named = await establishment(null, 'Hợp tác xã Gốm Chu Đậu')
    const other = await establishment('0100109106', 'Công ty FPT')
    expect(
      await send([
        'Đổi mới công nghệ,KHCN-12,0101248141,,Máy đo,01/01/2024,31/12/2024,100.000.000',
        'Đổi mới công nghệ,KHCN-13,,HTX gốm Chu Đậu,Lò gas,2024-01-01,,50000000',
      ]),
    ).toEqual({ __typename: 'OutsideSupportImportReport', recorded: 2, corrected: 0, unchanged: 0 })
    const found = await check((await proposal(fpt, [year('Máy đo')])).id)
    expect(found).toMatchObject([{ code: 'supported-already' }])
    expect(found[0]?.message).toContain('KHCN-12 (Đổi mới công nghệ)')
    expect(await checked((await proposal(unit, [year('Máy đo')])).id)).toEqual(['supported-perhaps'])
    expect(await checked((await proposal(named, [year('Lò gas')])).id)).toEqual(['supported-perhaps'])
    expect(await checked((await proposal(other, [year('Máy đo')])).id)).toEqual([])
    // Before the other programme began there is no doubt, whoever it is.
    const before = { item: 'Lò gas', from: '2023-01-01', to: '2023-12-31' }
    expect(await checked((await proposal(named, [before])).id)).toEqual([])
  })
})

describe('the list of another programme', () => {
  const line = (amount: string) => `Hỗ trợ SME,SME-1,0900189284,Hòa Phát,Tư vấn,2024-01-01,2024-06-30,${amount}`

  test('sent again changes nothing; an amount that differs is corrected, and the audit keeps both', async () => {
    expect(await send([line('10')])).toMatchObject({ recorded: 1 })
    expect(await send([line('10')])).toMatchObject({ recorded: 0, corrected: 0, unchanged: 1 })
    expect(await send([line('20')])).toMatchObject({ recorded: 0, corrected: 1, unchanged: 0 })
    const entries = await gateway.database.prisma.auditEntry.findMany({
      where: { entity: 'OutsideSupport' },
      orderBy: { sequence: 'desc' },
      take: 1,
    })
    expect(JSON.parse(entries[0]?.content ?? '')).toMatchObject({ before: { amount: '10' }, after: { amount: '20' } })
  })

  test('with bad lines is refused whole, and every one is named', async () => {
    const rows = gateway.database.prisma.outsideSupport
    const before = await rows.count()
    const answer = await send([
      'P,1,,Một cơ sở,A,2024-01-01,,100',
      'P,,,Một cơ sở,A,2024-02-30,,100',
      'P,2,0900189285,,A,2024-02-01,2024-01-01,1e9',
      'P,3,,,A,,,100',
      'P,1,,MỘT CƠ SỞ,a,01/01/2024,,100',
    ])
    expect(codes(answer)).toEqual([
      'csv.3.Record number: empty',
      'csv.3.From: day',
      'csv.4.Tax code: tax-code-check',
      'csv.4.To: days-in-order',
      'csv.4.Amount (VND): amount',
      'csv.5.Name: nobody',
      'csv.6.Item: line-twice',
    ])
    expect(await rows.count()).toBe(before)
  })

  test('holds only what the database can tell apart; the line that is too long is named', async () => {
    // Characters that do not repeat themselves, three bytes each.
    const text = (first: number, length = 500) =>
      String.fromCodePoint(...Array.from({ length }, (_, n) => first + n * 7))
    const long = `${text(0x4e00)},${text(0x4e01)},,${text(0x4e02)},${text(0x4e03)},,,100`
    expect(codes(await send([line('30'), long]))).toEqual(['csv.3: line-too-long'])
    const latin = Array.from({ length: 500 }, (_, n) => 'ăâđêôơưýỳỷ'.charAt((n * n) % 10)).join('')
    expect(await send([`${latin},${latin},,${latin},${latin},,,100`])).toMatchObject({ recorded: 1 })
  })

  test('is sent and seen by those who compare', async () => {
    expect(codes(await send([line('10')], {}, await signIn(gateway, 'LOCAL_COMMITTEE')))).toEqual([': not-allowed'])
    expect(codes(await send([line('10')], { source: ' ' }))).toEqual(['source: empty'])
    const query = '{ outsideSupports(text: "hoa phat") { totalCount nodes { recordNumber amount taxCode source } } }'
    expect((await centre.ask(query)).body).toMatchObject({
      data: { outsideSupports: { totalCount: 1, nodes: [{ recordNumber: 'SME-1', taxCode: '0900189284' }] } },
    })
    expect((await gateway.ask(query)).body).toMatchObject({ errors: [expect.anything()] })
  })
})

const FINDINGS = `... on ProposalDuplicates { duplicates { key certainty settled item otherRecord otherProgramme amount
  message(lang: EN) cites { text } answers { kind reason personId personName role on } } } ${REFUSED}`
const ARGUMENTS = '$key: String!, $proposal: ID!, $version: Int!, $duplicate: String!, $on: Date!, $reason: String!'
const GIVEN =
  'idempotencyKey: $key, proposal: $proposal, expectedVersion: $version, duplicate: $duplicate, on: $on, reason: $reason'
const OVERRIDE = `mutation (${ARGUMENTS}) { overrideDuplicate(${GIVEN}) { __typename ${FINDINGS} } }`
const ACKNOWLEDGE = `mutation (${ARGUMENTS}) { acknowledgeDuplicate(${GIVEN}) { __typename ${FINDINGS} } }`
const SEE =
  'query ($proposal: ID!) { proposalDuplicates(proposal: $proposal) { duplicates { key settled otherRecord } } }'

const Seen = z.object({
  data: z.object({
    proposalDuplicates: z.object({
      duplicates: z.array(z.object({ key: z.string(), settled: z.boolean(), otherRecord: z.string() })),
    }),
  }),
})
const globalId = (id: string) => encodeGlobalID('Proposal', id)
const findings = async (id: string, caller = centre) =>
  Seen.parse((await caller.ask(SEE, { proposal: globalId(id) })).body).data.proposalDuplicates.duplicates

async function conflict(item: Item, by = 'somebody') {
  const who = await establishment(null)
  const first = await proposal(who, [item])
  const second = await proposal(who, [item], 'SUBMITTED', by)
  const [finding] = await findings(second.id)
  return {
    who,
    first,
    second,
    variables: { proposal: globalId(second.id), version: second.version, duplicate: finding?.key ?? '' },
  }
}

describe('an override', () => {
  test('of the department lets it pass, and is shown with the proposal', async () => {
    const { first, second, variables } = await conflict(year('Máy dệt'))
    const asked = { ...variables, key: randomUUID(), reason: 'Hai máy cùng loại, hai hóa đơn' }
    const done = await mutate(department, OVERRIDE, asked)
    expect(done).toMatchObject({
      duplicates: [
        {
          ...{ certainty: 'CERTAIN', settled: true, item: 'Máy dệt', otherRecord: first.number, amount: '600' },
          answers: [
            {
              ...{ kind: 'OVERRIDE', reason: 'Hai máy cùng loại, hai hóa đơn', role: 'INDUSTRY_DEPARTMENT' },
              ...{ personId: department.personId, personName: 'Cán bộ INDUSTRY_DEPARTMENT', on: '2024-03-01' },
            },
          ],
        },
      ],
    })
    expect(await mutate(department, OVERRIDE, asked)).toEqual(done)
    expect(await checked(second.id)).toEqual([])
    const entry = { where: { entity: 'DuplicateAnswer', action: 'overrideDuplicate' } }
    expect(await gateway.database.prisma.auditEntry.count(entry)).toBe(1)
    expect(codes(await mutate(department, OVERRIDE, { ...asked, key: randomUUID() }))).toEqual([
      'duplicate: answered-already',
    ])
    // Another amount is another finding.
    await gateway.database.prisma.proposalExpense.updateMany({
      where: { proposalId: first.id },
      data: { support: 301n },
    })
    expect(await checked(second.id)).toEqual(['supported-already'])
  })

  test('needs the department, a reason, the version, a finding, and a day that has come', async () => {
    const { variables } = await conflict(year('Máy tiện'))
    const asked = { ...variables, reason: 'Lý do' }
    expect(codes(await mutate(centre, OVERRIDE, asked))).toEqual([': not-allowed'])
    expect(codes(await mutate(gateway, OVERRIDE, asked))).toEqual([': not-signed-in'])
    expect(codes(await mutate(department, OVERRIDE, { ...asked, reason: ' ' }))).toEqual(['reason: empty'])
    expect(codes(await mutate(department, OVERRIDE, { ...asked, version: 99 }))).toEqual(['expectedVersion: stale'])
    expect(codes(await mutate(department, OVERRIDE, { ...asked, duplicate: 'x' }))).toEqual(['duplicate: not-found'])
    expect(codes(await mutate(department, OVERRIDE, { ...asked, on: '2999-01-01' }))).toEqual(['on: on-in-future'])
    expect(codes(await mutate(department, OVERRIDE, { ...asked, proposal: globalId('none') }))).toEqual([
      'proposalId: not-found',
    ])
  })

  test('is not of whoever made the proposal: neither by the gateway nor in the database', async () => {
    const { second, variables } = await conflict(year('Máy xay'), department.personId)
    expect(codes(await mutate(department, OVERRIDE, { ...variables, reason: 'Lý do' }))).toEqual([': four-eyes'])
    const row = { proposalId: second.id, finding: 'x', reason: 'r', role: 'INDUSTRY_DEPARTMENT', message: 'm' }
    const answers = gateway.database.prisma.duplicateAnswer
    await expect(
      answers.create({ data: { ...row, kind: 'OVERRIDE', personId: department.personId, on: new Date() } }),
    ).rejects.toThrow(/duplicate_answers_not_own_proposal/)
    const { id } = await answers.create({ data: { ...row, kind: 'OVERRIDE', personId: 'another', on: new Date() } })
    await expect(answers.update({ where: { id }, data: { reason: 'other' } })).rejects.toThrow(
      /is_append_only|never changed/,
    )
    await expect(answers.delete({ where: { id } })).rejects.toThrow(/is_append_only|never changed/)
  })
})

describe('an acknowledgement', () => {
  test('lets pass what is only possible, also of the establishment itself', async () => {
    const { who, second, variables } = await conflict({ item: 'Gian hàng' })
    const own = await signIn(gateway, 'ESTABLISHMENT', { establishmentId: who.id })
    const other = await signIn(gateway, 'ESTABLISHMENT')
    const asked = { ...variables, reason: 'Hội chợ khác, năm khác' }
    expect(codes(await mutate(other, ACKNOWLEDGE, asked))).toEqual([': not-allowed'])
    expect(await mutate(own, ACKNOWLEDGE, asked)).toMatchObject({
      duplicates: [
        { certainty: 'POSSIBLE', settled: true, answers: [{ kind: 'ACKNOWLEDGEMENT', role: 'ESTABLISHMENT' }] },
      ],
    })
    expect(await checked(second.id)).toEqual([])
  })

  test('is not enough for what is certain', async () => {
    const { variables, second } = await conflict(year('Máy bào'))
    expect(codes(await mutate(centre, ACKNOWLEDGE, { ...variables, reason: 'Lý do' }))).toEqual(['duplicate: certain'])
    expect(await checked(second.id)).toEqual(['supported-already'])
  })
})

test('the findings are for those who are concerned', async () => {
  const { who, second, first } = await conflict(year('Máy may'))
  const own = await signIn(gateway, 'ESTABLISHMENT', { establishmentId: who.id })
  expect(await findings(second.id, own)).toMatchObject([{ settled: false, otherRecord: first.number }])
  for (const caller of [gateway, await signIn(gateway, 'ESTABLISHMENT')])
    expect((await caller.ask(SEE, { proposal: globalId(second.id) })).body).toMatchObject({
      errors: [expect.anything()],
    })
  expect((await centre.ask(SEE, { proposal: encodeGlobalID('Site', 'x') })).body).toMatchObject({
    errors: [{ message: expect.stringContaining('not of a Proposal') as unknown }],
  })
})
