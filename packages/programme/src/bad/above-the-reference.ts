import { extend } from '../extend.js'
import { description, good, source } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A province that gives more than the law that it builds on. */
export const aboveTheReference: BadPack = {
  pack: extend(
    good,
    { ...description, id: 'province' },
    { replace: { parameters: { 'cap.local': [{ from: '2024-01-01', value: 250_000_000n, ...source }] } } },
  ),
  expected: {
    code: 'above-reference',
    severity: 'warning',
    place: { kind: 'parameter', id: 'cap.local', from: '2024-01-01' },
    vi: '250.000.000 đồng, cao hơn mức 200.000.000 đồng của pack (ngày 2024-01-01).',
    en: '250,000,000 đồng is above the 200,000,000 đồng of pack (on 2024-01-01).',
  },
}
