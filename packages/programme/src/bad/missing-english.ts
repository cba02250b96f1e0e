import { packWith, small } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A title without its English. */
export const missingEnglish: BadPack = {
  pack: packWith({ rules: { SMALL: { ...small, title: { vi: 'Cơ sở nhỏ', en: '' } } } }),
  expected: {
    code: 'missing-translation',
    severity: 'error',
    place: { kind: 'rule', id: 'SMALL' },
    vi: "'title' thiếu bản tiếng Anh.",
    en: "'title' has no English.",
  },
}
