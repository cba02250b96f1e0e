import { cap, from, packWith, source } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A value that was put in for lack of the text and does not say so. */
export const assumedWithoutNote: BadPack = {
  pack: packWith({
    parameters: { cap: { ...cap, timeline: [{ from, value: 300_000_000n, ...source, trust: 'assumed' }] } },
  }),
  expected: {
    code: 'assumed-without-note',
    severity: 'warning',
    place: { kind: 'parameter', id: 'cap', from: '2023-01-01' },
    vi: 'Là giả định nhưng không ghi rõ vì sao; cần có ghi chú (note) bằng cả hai thứ tiếng.',
    en: 'Is assumed, and no note says why; expected a note in both languages.',
  },
}
