import { isIsoDate } from './iso-date.js'
import { isRatio, type Ratio } from './ratio.js'
import type { Lang, Text } from './text.js'
import type { Value } from './value.js'

const locale = { vi: 'vi-VN', en: 'en-US' } as const
const yesNo = { vi: ['có', 'không'], en: ['yes', 'no'] } as const
const nothing = { vi: 'không có', en: 'none' } as const

/** `1.234.567 đồng` in Vietnamese, `1,234,567 đồng` in English. */
export const formatDong = (amount: bigint, lang: Lang): string => `${amount.toLocaleString(locale[lang])} đồng`

/** A ratio in percent where that is exact in hundredths, else as a fraction. */
export function formatRatio({ numerator, denominator }: Ratio, lang: Lang): string {
  const hundredths = numerator * 10_000n
  if (hundredths % denominator !== 0n) return `${numerator}/${denominator}`
  return `${(Number(hundredths / denominator) / 100).toLocaleString(locale[lang])}%`
}

/** A day as it is written in the language: `31/12/2023` or `2023-12-31`. */
const formatDate = (date: string, lang: Lang): string => (lang === 'vi' ? date.split('-').reverse().join('/') : date)

/** What a definition tells of its values: of what kind they are, and what codes are called. */
interface Named {
  readonly kind?: string
  readonly values?: Readonly<Record<string, Text>>
}

/** A value in words. The definition of its fact or parameter gives codes their names. */
export function formatValue(value: Value, lang: Lang, definition?: Named): string {
  if (typeof value === 'boolean') return yesNo[lang][value ? 0 : 1]
  if (typeof value === 'bigint') return formatDong(value, lang)
  if (typeof value === 'number')
    return definition?.kind === 'count' ? value.toLocaleString(locale[lang]) : String(value)
  if (typeof value === 'string') {
    if (definition?.values) return definition.values[value]?.[lang] ?? value
    return isIsoDate(value) ? formatDate(value, lang) : value
  }
  if (isRatio(value)) return formatRatio(value, lang)
  return value.length === 0 ? nothing[lang] : value.map((item) => formatValue(item, lang, definition)).join(', ')
}
