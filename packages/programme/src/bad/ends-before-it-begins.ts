import { cap, from, packWith, source } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A value whose last day lies before its first. */
export const endsBeforeItBegins: BadPack = {
  pack: packWith({ parameters: { cap: { ...cap, timeline: [{ from, to: '2022-12-31', value: 1n, ...source }] } } }),
  expected: {
    code: 'period-malformed',
    severity: 'error',
    place: { kind: 'parameter', id: 'cap', from: '2023-01-01' },
    vi: 'Kết thúc ngày 2022-12-31, trước khi bắt đầu ngày 2023-01-01.',
    en: 'Ends on 2022-12-31, before it begins on 2023-01-01.',
  },
}
