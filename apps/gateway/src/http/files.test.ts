import { createHash } from 'node:crypto'
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  addHousehold,
  attach,
  machineProposal,
  mutate,
  pdf,
  upload,
  type Household,
  type Outcome,
} from '../testing/apply.js'
import { startTestGateway, type TestGateway } from '../testing/gateway.js'
import { signIn, type Caller } from '../testing/people.js'

const most = 64 * 1024

let gateway: TestGateway
let household: Household
let applicant: Caller
let draft: Outcome
beforeAll(async () => {
  gateway = await startTestGateway({ maxFileBytes: most })
  household = await addHousehold(gateway)
  applicant = await signIn(gateway, 'ESTABLISHMENT', { establishmentId: household.establishmentId })
  draft = await mutate(applicant, 'createProposal', { proposal: machineProposal(household) })
})
afterAll(() => gateway.close())

const Stored = z.object({ hash: z.string(), size: z.number(), type: z.string() })

const get = (hash: string, cookie?: string, name = '') =>
  fetch(`${gateway.url}/files/${hash}${name}`, { headers: cookie === undefined ? {} : { cookie } })

const bytesOf = async (blob: Blob) => Buffer.from(await blob.arrayBuffer())

/** A picture of one point. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

describe('PUT /files', () => {
  test('keeps a file under the hash of its bytes, once', async () => {
    const file = pdf('once')
    const hash = createHash('sha256')
      .update(await bytesOf(file))
      .digest('hex')
    for (let time = 0; time < 2; time += 1)
      expect(await upload(gateway, applicant.cookie, file)).toEqual({
        status: 201,
        body: { hash, size: file.size, type: 'application/pdf' },
      })
    expect(await gateway.database.prisma.storedFile.count({ where: { hash } })).toBe(1)
  })

  test('takes pictures, and no page of HTML under whatever name', async () => {
    expect((await upload(gateway, applicant.cookie, new Blob([png]))).body).toMatchObject({ type: 'image/png' })
    for (const bytes of ['<!doctype html><script>alert(1)</script>', '{"a":1}', 'MZ', '%PD'])
      expect(await upload(gateway, applicant.cookie, bytes)).toMatchObject({ status: 415, body: { code: 'TYPE' } })
    expect(await upload(gateway, applicant.cookie, '')).toMatchObject({ status: 400, body: { code: 'EMPTY' } })
  })

  test('takes as much as it may have, and not a byte more, announced or in chunks', async () => {
    const head = '%PDF-1.7\n'
    const exactly = head + 'x'.repeat(most - head.length)
    expect(await upload(gateway, applicant.cookie, exactly)).toMatchObject({ status: 201, body: { size: most } })
    expect(await upload(gateway, applicant.cookie, `${exactly}x`)).toMatchObject({
      status: 413,
      body: { code: 'TOO_LONG' },
    })
    expect(await inChunks([exactly])).toBe(201)
    expect(await inChunks([exactly, 'x'])).toBe(413)
    // Much more than can be on its way at once.
    expect(await inChunks(Array.from({ length: 200 }, () => exactly))).toBe(413)
  })

  test('is for people who have signed in and put proposals forward', async () => {
    expect(await upload(gateway, undefined, pdf('x'))).toMatchObject({ status: 401, body: { code: 'NOT_SIGNED_IN' } })
    const administrator = await signIn(gateway, 'ADMINISTRATOR')
    expect(await upload(gateway, administrator.cookie, pdf('x'))).toMatchObject({
      status: 403,
      body: { code: 'NOT_ALLOWED' },
    })
  })

  test('only', async () => {
    const response = await fetch(`${gateway.url}/files`, { method: 'POST', body: 'x' })
    expect(response.status).toBe(405)
    expect((await fetch(`${gateway.url}/files/..%2f..%2fetc`)).status).toBe(405)
    // No other site's page may send one: the browser asks first, and gets no leave.
    const preflight = await fetch(`${gateway.url}/files`, { method: 'OPTIONS', headers: { origin: 'https://x.test' } })
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull()
  })

  /** Without a length in advance. */
  const inChunks = (chunks: readonly string[]) =>
    new Promise<number>((resolve, reject) => {
      const { hostname, port } = new URL(gateway.url)
      const sending = request({ hostname, port, path: '/files', method: 'PUT', headers: { cookie: applicant.cookie } })
      sending.on('response', (response) => {
        response.resume()
        resolve(response.statusCode ?? 0)
      })
      sending.on('error', reject)
      for (const chunk of chunks) sending.write(chunk)
      sending.end()
    })
})

describe('GET /files/<hash>', () => {
  test('gives a paper to those who may see its proposal, as a download that nobody else keeps', async () => {
    const file = pdf(`project of ${draft.id}`)
    draft = await attach(gateway, applicant, draft, 'project')
    const hash = createHash('sha256')
      .update(await bytesOf(file))
      .digest('hex')
    const centre = await signIn(gateway, 'CENTRE')
    for (const { cookie } of [applicant, centre]) {
      const response = await get(hash, cookie, `?name=${encodeURIComponent('Đề án "1".pdf')}`)
      expect(response.status).toBe(200)
      expect(Buffer.from(await response.arrayBuffer())).toEqual(await bytesOf(file))
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-type': 'application/pdf',
        'content-length': String(file.size),
        'content-disposition': `attachment; filename*=UTF-8''%C4%90%E1%BB%81%20%C3%A1n%20%221%22.pdf`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      })
    }
    const { establishmentId } = await addHousehold(gateway)
    const stranger = await signIn(gateway, 'ESTABLISHMENT', { establishmentId })
    expect((await get(hash, stranger.cookie)).status).toBe(404)
    expect((await get(hash)).status).toBe(401)
    expect((await get('0'.repeat(64), applicant.cookie)).status).toBe(404)
  })

  test('gives no file that no proposal has', async () => {
    const { body } = await upload(gateway, applicant.cookie, pdf('of nobody'))
    expect((await get(Stored.parse(body).hash, applicant.cookie)).status).toBe(404)
  })
})

describe('a paper', () => {
  const put = (caller: Caller, more: Readonly<Record<string, unknown>>) =>
    mutate(caller, 'attachPaper', {
      ...{ id: draft.id, expectedVersion: draft.version, paper: 'pledge', fileName: 'cam-ket.pdf' },
      ...more,
    })
  const uploaded = async (caller: Caller, text: string) =>
    Stored.parse((await upload(gateway, caller.cookie, pdf(text))).body).hash

  test('is a file that one has uploaded oneself, under a name of the checklist', async () => {
    const fileHash = await uploaded(applicant, 'pledge')
    expect((await put(applicant, { fileHash: '0'.repeat(64) })).refused).toEqual(['file-not-uploaded'])
    expect((await put(applicant, { fileHash, paper: 'poem' })).refused).toEqual(['paper-unknown'])
    expect((await put(applicant, { fileHash, fileName: '../x' })).refused).toEqual(['file-name'])
    expect((await put(applicant, { fileHash, expectedVersion: 99 })).refused).toEqual(['stale'])
    const centre = await signIn(gateway, 'CENTRE')
    expect((await put(centre, { fileHash })).refused).toEqual(['file-not-uploaded'])
    draft = await put(applicant, { fileHash })
    expect(draft.refused).toEqual([])
  })

  test('shows in the dossier, and can be withdrawn once', async () => {
    const Dossier = z.object({
      data: z.object({
        dossier: z.array(
          z.object({
            ...{ paper: z.string(), need: z.string(), there: z.boolean(), missing: z.boolean(), trust: z.string() },
            papers: z.array(z.object({ id: z.string(), fileName: z.string() })),
          }),
        ),
      }),
    })
    const dossier = async () => {
      const query =
        'query ($id: ID!) { dossier(proposal: $id) { paper need there missing trust papers { id fileName } } }'
      return Dossier.parse((await applicant.ask(query, { id: draft.id })).body).data.dossier
    }
    const before = await dossier()
    expect(before.map(({ paper, need, missing }) => [paper, need, missing])).toEqual([
      ['project', 'REQUIRED', false],
      ['request', 'REQUIRED', true],
      ['pledge', 'REQUIRED', false],
      ['registration', 'REQUIRED', true],
      ['type-papers', 'OPTIONAL', false],
      ['acceptance.contract', 'REQUIRED', true],
      ['acceptance.acceptance-record', 'REQUIRED', true],
      ['acceptance.liquidation', 'REQUIRED', true],
    ])
    // The list of the national fund stands in for the province's own.
    expect(before[0]?.trust).toBe('ASSUMED')

    const paperId = before.find(({ paper }) => paper === 'pledge')?.papers[0]?.id
    const withdraw = (version: number) => mutate(applicant, 'withdrawPaper', { paperId, expectedVersion: version })
    expect((await withdraw(1)).refused).toEqual(['stale'])
    draft = await withdraw(draft.version)
    expect((await withdraw(draft.version)).refused).toEqual(['paper-withdrawn'])
    expect((await dossier()).find(({ paper }) => paper === 'pledge')?.missing).toBe(true)
    expect(await gateway.database.prisma.proposalPaper.count({ where: { id: paperId ?? '' } })).toBe(1)
    await expect(
      gateway.database.prisma.proposalPaper.update({ where: { id: paperId ?? '' }, data: { fileName: 'x' } }),
    ).rejects.toThrow(/proposal_papers_stay/)
  })
})
