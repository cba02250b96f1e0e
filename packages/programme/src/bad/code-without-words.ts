import { parameter } from '@khuyencong/rules'
import type { BadPack } from './bad-pack.js'
import { from, packWith, source, text } from './good.js'

const rounding = parameter({
  id: 'rounding',
  unit: 'choice',
  title: text,
  values: { up: text },
  timeline: [{ from, value: 'down', ...source }],
})

/** A value whose code no words stand for: an officer would read `down` in the rulebook. */
export const codeWithoutWords: BadPack = {
  pack: packWith({ parameters: { rounding } }),
  expected: {
    code: 'unnamed-code',
    severity: 'error',
    place: { kind: 'parameter', id: 'rounding' },
    vi: "Mã 'down' không có tên gọi; cần nêu trong 'values', hoặc là mã của một quy định, giá trị.",
    en: "The code 'down' has no name; expected one in 'values', or the id of a rule or value.",
  },
}
