import { is, packWith, small, source } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A rule in force from a day that the calendar does not have. */
export const notADay: BadPack = {
  pack: packWith({
    rules: { SMALL: { ...small, versions: [{ from: '2023-02-30', ...source, requires: is('fund', 'local') }] } },
  }),
  expected: {
    code: 'period-malformed',
    severity: 'error',
    place: { kind: 'rule', id: 'SMALL', from: '2023-02-30' },
    vi: "'2023-02-30' không phải là một ngày; cần ngày có thật, dạng NNNN-TT-NN.",
    en: "'2023-02-30' is not a calendar day; expected a real day written YYYY-MM-DD.",
  },
}
