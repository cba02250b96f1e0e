import S3rver from '@20minutes/s3rver'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FilesPlace } from '../environment.js'
import { openFileStore } from './file-store.js'
import { receiveFile } from './receive-file.js'

const folder = mkdtempSync(join(tmpdir(), 'khuyencong-store-'))
const bucket: Extract<FilesPlace, { readonly kind: 's3' }> = {
  ...{ kind: 's3', endpoint: '', bucket: 'papers', region: 'us-east-1' },
  ...{ accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
}

let s3: S3rver
let endpoint: string
beforeAll(async () => {
  s3 = new S3rver({
    ...{ port: 0, address: '127.0.0.1', silent: true, directory: join(folder, 's3') },
    configureBuckets: [{ name: bucket.bucket, configs: [] }],
  })
  const { address, port } = await s3.run()
  endpoint = `http://${address}:${String(port)}`
})
afterAll(async () => {
  await s3.close()
  rmSync(folder, { recursive: true })
})

const content = Buffer.from('%PDF-1.7\nĐề án\n%%EOF\n')

describe.each([
  ['a folder', (): FilesPlace => ({ kind: 'folder', path: join(folder, 'files') })],
  ['a bucket', (): FilesPlace => ({ ...bucket, endpoint })],
])('%s', (kind, place) => {
  test('gives back what it was given, and nothing else', async () => {
    const store = await openFileStore(place())
    const receive = () => receiveFile(Readable.from([content]), store.workFolder, 1_000, (file) => store.keep(file))
    const { hash, size, type } = await receive()
    expect({ size, type }).toEqual({ size: content.length, type: 'application/pdf' })
    // The same again is the same.
    expect((await receive()).hash).toBe(hash)
    const read = await store.read(hash)
    if (read === undefined) throw new Error('It is gone')
    expect(await buffer(read)).toEqual(content)
    expect(await store.read('0'.repeat(64))).toBeUndefined()
    if (kind === 'a folder') expect(readdirSync(store.workFolder)).toEqual([])
  })
})

test('a bucket that refuses is an error that says so', async () => {
  const store = await openFileStore({ ...bucket, endpoint, bucket: 'none' })
  await expect(
    receiveFile(Readable.from([content]), store.workFolder, 1_000, (file) => store.keep(file)),
  ).rejects.toThrow(/refuses .* 404/)
})

test('a wrong key is refused by the bucket', async () => {
  const store = await openFileStore({ ...bucket, endpoint, secretAccessKey: 'wrong' })
  await expect(store.read('0'.repeat(64))).rejects.toThrow(/403/)
})
