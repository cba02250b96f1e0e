import { cap, packWith } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A value that no rule uses. */
export const unusedParameter: BadPack = {
  pack: packWith({ parameters: { 'cap.old': { ...cap, id: 'cap.old' } } }),
  expected: {
    code: 'unused-parameter',
    severity: 'warning',
    place: { kind: 'parameter', id: 'cap.old' },
    vi: 'Không quy định nào dùng giá trị này.',
    en: 'No rule or amount uses this value.',
  },
}
