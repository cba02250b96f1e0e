import { packWith, text } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A value of no day, whose codes are looked for all the same. */
export const parameterWithoutTimeline: BadPack = {
  pack: packWith({
    parameters: {
      // @ts-expect-error only plain data can have it
      way: { id: 'way', title: text, unit: 'choice' },
    },
  }),
  expected: {
    code: 'malformed',
    severity: 'error',
    place: { kind: 'parameter', id: 'way' },
    vi: "'timeline' thiếu; cần một danh sách.",
    en: "'timeline' is missing; expected a list.",
  },
}
