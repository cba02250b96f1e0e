import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'

const gateway = process.env.GATEWAY ?? 'http://127.0.0.1:4000'

export default defineConfig({
  plugins: [react()],
  // Sibling packages resolve to their sources: a change in a rule shows at once, and the build waits for no other.
  resolve: { conditions: ['@khuyencong/source', ...defaultClientConditions] },
  build: { target: 'baseline-widely-available', sourcemap: true },
  server: { proxy: { '/graphql': gateway } },
})
