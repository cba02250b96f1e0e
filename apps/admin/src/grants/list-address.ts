import { isContentCode } from '@khuyencong/domain'
import type { Search } from '../address'
import { written } from '../inputs/written'
import { fundTexts } from './texts'

export const sorts = ['YEAR', 'PROVINCE', 'TOTAL_COST', 'SUPPORT'] as const
export type Sort = (typeof sorts)[number]
export type Fund = keyof typeof fundTexts

const pageSize = 20

const isSort = (text: string | undefined): text is Sort => sorts.some((sort) => sort === text)
const isFund = (text: string | undefined): text is Fund => text !== undefined && Object.hasOwn(fundTexts, text)

/** The list that an address asks for, as the gateway's query takes it. What means nothing is left out. */
export function readList(search: Search) {
  const { province, year, content, fund, text, sort, direction, after, before } = search
  const planYear = year === undefined ? undefined : planYearOf(year)
  return {
    filter: {
      ...(province && { province }),
      ...(planYear !== undefined && { yearFrom: planYear, yearTo: planYear }),
      ...(content && isContentCode(content) && { contentCode: content }),
      ...(isFund(fund) && { fund }),
      ...(text && { text }),
    },
    sort: isSort(sort) ? sort : 'YEAR',
    direction: direction === 'ASC' ? 'ASC' : 'DESC',
    ...(before ? { before, last: pageSize } : { first: pageSize, ...(after && { after }) }),
  } as const
}

/** A year that the gateway takes. */
export function planYearOf(text: string): number | undefined {
  const year = Number(written.year.read(text))
  return year >= 1990 && year <= 2100 ? year : undefined
}

/** The address with some entries changed. Another list begins at its first page. */
export function withList(search: Search, changes: Readonly<Record<string, string | undefined>>): Search {
  const first: Readonly<Record<string, string | undefined>> = { ...search, after: undefined, before: undefined }
  const kept = Object.entries({ ...first, ...changes })
  return Object.fromEntries(kept.flatMap(([key, value]) => (value === undefined || value === '' ? [] : [[key, value]])))
}
