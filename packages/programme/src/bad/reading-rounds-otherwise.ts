import { from, packWith, rounding, source, text } from './good.js'
import type { BadPack } from './bad-pack.js'

/** Another reading of a way of rounding that is no way of rounding: asked for, it would throw. */
export const readingRoundsOtherwise: BadPack = {
  pack: packWith({
    parameters: {
      rounding: {
        ...rounding,
        values: { down: text, nearest: text },
        timeline: [{ from, ...source, value: 'down', readings: [{ value: 'nearest', title: text }] }],
      },
    },
  }),
  expected: {
    code: 'value-type',
    severity: 'error',
    place: { kind: 'amount', id: 'GRANT', from: '2023-01-01' },
    vi: "Làm tròn 'nearest'; cần down, up hoặc half-up, từ một giá trị của bộ quy định hoặc ghi sẵn.",
    en: "Rounds 'nearest'; expected down, up or half-up, from a parameter or a literal.",
  },
}
