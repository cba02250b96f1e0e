import react from '@vitejs/plugin-react'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { defaultClientConditions, defaultServerConditions, defineConfig, runnerImport, type Plugin } from 'vite'

const gateway = process.env.GATEWAY ?? 'http://127.0.0.1:4000'

/** Writes `operations.json`: what the pages ask, by SHA-256. With a session the gateway carries out nothing else in production. */
const operationList: Plugin = {
  name: 'operation-list',
  apply: 'build',
  async generateBundle() {
    const { module } = await runnerImport<{ operations: readonly string[] }>(
      join(import.meta.dirname, 'src', 'graphql', 'operations.ts'),
      { configFile: false, resolve: { conditions: ['@khuyencong/source', ...defaultServerConditions] } },
    )
    const hash = (document: string) => createHash('sha256').update(document).digest('hex')
    const list = Object.fromEntries(module.operations.map((document) => [hash(document), document]))
    this.emitFile({ type: 'asset', fileName: 'operations.json', source: JSON.stringify(list, null, 2) })
  },
}

// The host stays the page's own, by which the gateway knows that a request comes from there.
const toGateway = { target: gateway, changeOrigin: false }

export default defineConfig({
  plugins: [react(), operationList],
  // Sibling packages resolve to their sources: a change in a rule shows at once, and the build waits for no other.
  resolve: { conditions: ['@khuyencong/source', ...defaultClientConditions] },
  build: { target: 'baseline-widely-available', sourcemap: true },
  server: { proxy: { '/graphql': toGateway, '/auth': toGateway } },
})
