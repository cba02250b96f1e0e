import { packWith, text } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A rule that says at no time anything. */
export const ruleWithoutVersions: BadPack = {
  pack: packWith({
    rules: {
      // @ts-expect-error only plain data can have it
      R: { id: 'R', title: text, group: 'g' },
    },
  }),
  expected: {
    code: 'malformed',
    severity: 'error',
    place: { kind: 'rule', id: 'R' },
    vi: "'versions' thiếu; cần một danh sách.",
    en: "'versions' is missing; expected a list.",
  },
}
