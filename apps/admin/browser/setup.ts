import { build } from 'vite'
import type { TestProject } from 'vitest/node'
import { startGateway } from './gateway'

declare module 'vitest' {
  interface ProvidedContext {
    readonly url: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Vitest's own setting would build the app with the development version of React.
  process.env.NODE_ENV = 'production'
  await build({ root: `${import.meta.dirname}/..`, mode: 'production', logLevel: 'warn' })
  const gateway = await startGateway()
  project.provide('url', gateway.url)
  return () => gateway.stop()
}
