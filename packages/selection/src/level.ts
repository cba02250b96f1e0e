import type { Text } from '@khuyencong/rules'

const declare = <const L extends Readonly<Record<string, Text>>>(levels: L): L => levels

/** The levels of a contest, lowest first. The district level ended on 30 June 2025; the commune level took its place. */
export const levels = declare({
  DISTRICT: { vi: 'cấp huyện', en: 'district' },
  COMMUNE: { vi: 'cấp xã', en: 'commune' },
  PROVINCE: { vi: 'cấp tỉnh', en: 'province' },
  REGION: { vi: 'cấp khu vực', en: 'region' },
  NATION: { vi: 'cấp quốc gia', en: 'nation' },
})

export type Level = keyof typeof levels

export const levelCodes = Object.keys(levels) as readonly Level[]

/** The question "may this round be held so?" of a level; the level's own code asks "may this product enter?". */
export const roundOf = <L extends Level>(level: L): `${L}-ROUND` => `${level}-ROUND`

/** The question "may this certificate be withdrawn?", the same at every level. */
export const withdrawal = 'WITHDRAWAL'
