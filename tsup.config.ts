import { copyFileSync, readFileSync } from 'node:fs'
import { defineConfig } from 'tsup'

// Found by every package: tsup looks for its configuration upwards and resolves entries against the package's folder.
// The `exports` of a package are the only list of its entry points: './schema' is built from its source to dist/schema.js.
// An export that is a plain path is a file to publish as it is.
interface Manifest {
  exports: Record<string, { '@khuyencong/source': string } | string>
}
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest
const entries = Object.entries(manifest.exports).flatMap(([path, target]) =>
  typeof target === 'string'
    ? []
    : [[path === '.' ? 'index' : path.slice('./'.length), target['@khuyencong/source']] as const],
)

// Dependencies and peers stay imports: tsup leaves out of the bundle whatever the manifest names.
export default defineConfig({
  entry: Object.fromEntries(entries),
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  dts: true,
  sourcemap: true,
  clean: true,
  // npm puts it into what is published; the licence asks for a copy with each.
  onSuccess: () => {
    copyFileSync(`${import.meta.dirname}/LICENSE`, 'LICENSE')
    return Promise.resolve()
  },
})
