import type { Text } from '@khuyencong/rules'

/** A title (danh hiệu) that the law gives to artisans. */
export interface Title {
  readonly name: Text
  /** Who gives it. */
  readonly level: 'state' | 'province'
}

const declare = <const T extends Readonly<Record<string, Title>>>(titles: T): T => titles

/** The titles, by code. Those of associations and those of intangible heritage are not among them. */
export const titles = declare({
  NNUT: {
    level: 'state',
    name: { vi: 'Nghệ nhân Ưu tú (nghề thủ công mỹ nghệ)', en: 'Merited Artisan (handicrafts)' },
  },
  NNND: {
    level: 'state',
    name: { vi: 'Nghệ nhân Nhân dân (nghề thủ công mỹ nghệ)', en: "People's Artisan (handicrafts)" },
  },
  'NN-TINH': { level: 'province', name: { vi: 'Nghệ nhân cấp tỉnh', en: 'Artisan of the province' } },
  'THO-GIOI': { level: 'province', name: { vi: 'Thợ giỏi cấp tỉnh', en: 'Skilled worker of the province' } },
})

export type TitleCode = keyof typeof titles

/** Every title code, State titles first. */
export const titleCodes = Object.keys(titles) as readonly TitleCode[]

export const isTitleCode = (code: string): code is TitleCode => Object.hasOwn(titles, code)
