import { cap, from, packWith, source } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A value that says in words of its own how it is known. */
export const misspeltTrust: BadPack = {
  pack: packWith({
    parameters: {
      // @ts-expect-error no degree of trust
      cap: { ...cap, timeline: [{ from, value: 300_000_000n, ...source, trust: 'sure' }] },
    },
  }),
  expected: {
    code: 'unknown-trust',
    severity: 'error',
    place: { kind: 'parameter', id: 'cap', from: '2023-01-01' },
    vi: "'sure' không phải là một mức tin cậy; cần text, secondary, inferred hoặc assumed.",
    en: "'sure' is no degree of trust; expected text, secondary, inferred or assumed.",
  },
}
