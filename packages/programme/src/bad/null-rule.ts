import { good } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A rule that is not there. */
export const nullRule: BadPack = {
  pack: {
    ...good,
    law: {
      ...good.law,
      // @ts-expect-error only plain data can have it
      rules: { R: null },
    },
  },
  expected: {
    code: 'malformed',
    severity: 'error',
    place: { kind: 'rule', id: 'R' },
    vi: 'Mục này là null; cần một đối tượng.',
    en: 'The item is null; expected an object.',
  },
}
