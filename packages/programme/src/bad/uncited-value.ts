import { cap, from, packWith } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A value without an article. It does not compile; a pack that was read from a file may still have it. */
export const uncitedValue: BadPack = {
  pack: packWith({
    parameters: {
      // @ts-expect-error a value needs at least one citation
      cap: { ...cap, timeline: [{ from, value: 300_000_000n, trust: 'text', cites: [] }] },
    },
  }),
  expected: {
    code: 'uncited',
    severity: 'error',
    place: { kind: 'parameter', id: 'cap', from: '2023-01-01' },
    vi: 'Không dẫn văn bản nào; cần ít nhất một văn bản, điều.',
    en: 'Cites nothing; expected at least one document and article.',
  },
}
