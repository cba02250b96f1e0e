import { parameter } from '@khuyencong/rules'
import { from, packWith, source, text } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A number of working days that is written as money. */
export const daysAsMoney: BadPack = {
  pack: packWith({
    parameters: {
      term: parameter({ id: 'term', unit: 'working-days', title: text, timeline: [{ from, value: 15n, ...source }] }),
    },
  }),
  expected: {
    code: 'value-type',
    severity: 'error',
    place: { kind: 'parameter', id: 'term', from: '2023-01-01' },
    vi: "Giá trị 15n; đơn vị 'working-days' cần số nguyên.",
    en: "The value is 15n; the unit 'working-days' needs a whole number.",
  },
}
