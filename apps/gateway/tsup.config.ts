import { defineConfig } from 'tsup'

// A program, not a library: no types, and no list of exports.
export default defineConfig({
  entry: ['src/main.ts'],
  format: 'esm',
  platform: 'node',
  target: 'node24',
  sourcemap: true,
  clean: true,
  // `node:sqlite` exists under that name only.
  removeNodeProtocol: false,
})
