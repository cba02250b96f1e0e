import { AwsClient } from 'aws4fetch'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { Readable } from 'node:stream'
import type { S3Place } from '../environment.js'
import type { FileStore } from './file-store.js'

/** Files in a bucket that speaks the protocol of Amazon S3, addressed by path: `<endpoint>/<bucket>/ab34…`. */
export function openS3Store(place: S3Place): Promise<FileStore> {
  const { endpoint, bucket, region, accessKeyId, secretAccessKey } = place
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3' })
  const ask = (hash: string, init?: RequestInit) => client.fetch(`${endpoint}/${bucket}/${hash}`, init)
  return Promise.resolve({
    workFolder: tmpdir(),
    keep: async ({ path, hash, type }) => {
      // The store compares the bytes that reach it with the hash.
      const headers = { 'content-type': type, 'x-amz-content-sha256': hash }
      const response = await ask(hash, { method: 'PUT', headers, body: await readFile(path) })
      const said = await response.text()
      if (!response.ok) throw new Error(`The file store refuses ${hash}: ${response.status} ${said.slice(0, 300)}`)
    },
    read: async (hash) => {
      const response = await ask(hash)
      if (response.status === 404) {
        await response.text()
        return undefined
      }
      if (!response.ok || response.body === null) {
        throw new Error(
          `The file store does not give ${hash}: ${response.status} ${(await response.text()).slice(0, 300)}`,
        )
      }
      return Readable.from(response.body)
    },
  })
}
