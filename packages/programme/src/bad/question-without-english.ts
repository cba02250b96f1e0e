import type { BadPack } from './bad-pack.js'
import { good } from './good.js'

/** A question whose name is in one language only. */
export const questionWithoutEnglish: BadPack = {
  pack: { ...good, subjects: { RETURN: { vi: 'Thu hồi tạm ứng', en: '' } } },
  expected: {
    code: 'missing-translation',
    severity: 'error',
    place: { kind: 'pack', id: 'pack' },
    vi: "'subjects.RETURN' thiếu bản tiếng Anh.",
    en: "'subjects.RETURN' has no English.",
  },
}
