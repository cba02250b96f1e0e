import { isIsoDate, type Lang } from '@khuyencong/rules'

/** How a kind of value is typed: as people write it, against how the address keeps it. */
export interface Written {
  /** The address's text for what was typed, or undefined where it is no such value. */
  readonly read: (typed: string) => string | undefined
  /** What to show for the address's text. */
  readonly show: (kept: string, lang: Lang) => string
}

const grouped = /^\d{1,3}(?:([., \u00a0])\d{3})(?:\1\d{3})*$/

/** Digits, plain or in groups of three: `570000000`, `570.000.000`, `570,000,000`. A fraction or a sign is none. */
const digits =
  (most: number) =>
  (typed: string): string | undefined => {
    const text = typed.trim().replace(/\s*(đồng|đ|vnđ|vnd)$/i, '')
    if (!/^\d+$/.test(text) && !grouped.test(text)) return undefined
    const plain = text.replace(/\D/g, '').replace(/^0+(?=\d)/, '')
    return plain.length <= most ? plain : undefined
  }

const inGroups = (kept: string, lang: Lang): string =>
  /^\d+$/.test(kept) ? kept.replace(/\B(?=(\d{3})+$)/g, lang === 'vi' ? '.' : ',') : kept

/** `1/3/2024`, `01-03-2024` or `2024-03-01`. */
function day(typed: string): string | undefined {
  const text = typed.trim()
  const [, d = '', m = '', y = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  const iso = y === '' ? text : `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`
  return isIsoDate(iso) ? iso : undefined
}

export const written = {
  money: { read: digits(18), show: inGroups },
  count: { read: digits(9), show: inGroups },
  year: { read: (typed) => (/^\d{4}$/.test(typed.trim()) ? typed.trim() : undefined), show: (kept) => kept },
  date: {
    read: day,
    show: (kept, lang) => (lang === 'vi' && isIsoDate(kept) ? kept.split('-').reverse().join('/') : kept),
  },
} as const satisfies Record<string, Written>
