import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestGateway, type TestGateway } from './testing/gateway.js'

let gateway: TestGateway
beforeAll(async () => {
  gateway = await startTestGateway()
})
afterAll(() => gateway.close())

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')
const block = (language: string) => new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'ms').exec(readme)?.[1] ?? ''

test("the README's query has the README's answer", async () => {
  const { body } = await gateway.ask(block('graphql'), {})
  expect(body).toEqual({ data: JSON.parse(block('json')) as unknown })
})
