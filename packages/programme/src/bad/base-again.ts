import { extend } from '../extend.js'
import { description, good, source } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A province whose own cap has a hole: there the cap of the law that it builds on stands again, and nobody would see. */
export const baseAgain: BadPack = {
  pack: extend(
    good,
    { ...description, id: 'province' },
    {
      replace: {
        parameters: {
          'cap.local': [
            { from: '2024-01-01', to: '2024-12-31', value: 150_000_000n, ...source },
            { from: '2025-07-01', value: 160_000_000n, ...source },
          ],
        },
      },
    },
  ),
  expected: {
    code: 'base-again',
    severity: 'warning',
    place: { kind: 'parameter', id: 'cap.local', from: '2024-01-01' },
    vi: 'Từ 2025-01-01 đến 2025-06-30 lại theo pack: nội dung riêng của bộ quy định không phủ hết thời gian.',
    en: "From 2025-01-01 to 2025-06-30 what pack has stands again: the pack's own does not cover its period.",
  },
}
