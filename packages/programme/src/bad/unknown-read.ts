import type { BadPack } from './bad-pack.js'
import { good } from './good.js'

/** A pack that says that functions read a value which it does not have. */
export const unknownRead: BadPack = {
  pack: { ...good, readByFunctions: ['kap'] },
  expected: {
    code: 'unknown-parameter',
    severity: 'error',
    place: { kind: 'pack', id: 'pack' },
    vi: "Nói rằng có hàm đọc giá trị 'kap' không có trong bộ quy định.",
    en: "Says that functions read the parameter 'kap', which the pack does not have.",
  },
}
