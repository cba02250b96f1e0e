import { cap, from, packWith, source } from './good.js'
import type { BadPack } from './bad-pack.js'

/** Two values for the same days: which one holds? */
export const overlappingValues: BadPack = {
  pack: packWith({
    parameters: {
      cap: {
        ...cap,
        timeline: [
          { from, to: '2024-06-30', value: 300_000_000n, ...source },
          { from: '2024-06-30', value: 350_000_000n, ...source },
        ],
      },
    },
  }),
  expected: {
    code: 'overlap',
    severity: 'error',
    place: { kind: 'parameter', id: 'cap', from: '2024-06-30' },
    vi: 'Chồng lên khoảng từ 2023-01-01 đến 2024-06-30; mỗi ngày chỉ được có một giá trị hoặc nội dung.',
    en: 'Overlaps the period from 2023-01-01 to 2024-06-30; a day may have one value or text only.',
  },
}
