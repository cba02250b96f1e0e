import { extend } from '../extend.js'
import { description, good, source } from './good.js'
import type { BadPack } from './bad-pack.js'

/** A cap of the programme before, put into this one. */
export const replacedForOtherDays: BadPack = {
  pack: extend(
    good,
    { ...description, id: 'province' },
    {
      replace: {
        parameters: { 'cap.local': [{ from: '2020-01-01', to: '2022-12-31', value: 150_000_000n, ...source }] },
      },
    },
  ),
  expected: {
    code: 'never-in-force',
    severity: 'warning',
    place: { kind: 'parameter', id: 'cap.local', from: '2020-01-01' },
    vi: 'Không có hiệu lực vào ngày nào trong thời gian của bộ quy định.',
    en: "Is not in force on any day of the pack's period.",
  },
}
