import { searchable } from '../../searchable.js'

/** Words that say of what legal form somebody is, and not who. Longer ones first. */
const forms = [
  'chi nhanh',
  'cong ty',
  'trach nhiem huu han',
  'mot thanh vien',
  'hai thanh vien tro len',
  'co phan',
  'hop danh',
  'doanh nghiep tu nhan',
  'lien hiep hop tac xa',
  'hop tac xa',
  'to hop tac',
  'ho kinh doanh',
  'co so san xuat',
  'co so',
  'xuong san xuat',
  'xuong',
  ...['cty', 'ctcp', 'tnhh', 'mtv', 'cp', 'dntn', 'lhhtx', 'htx', 'tht', 'hkd', 'cssx', '1tv', '2tv'],
]

/** As they are written in names. */
const abbreviations: Readonly<Record<string, string>> = {
  tm: 'thuong mai',
  dv: 'dich vu',
  sx: 'san xuat',
  xnk: 'xuat nhap khau',
  xd: 'xay dung',
  ck: 'co khi',
  vlxd: 'vat lieu xay dung',
}

/**
 * What is left of a name to tell one establishment from another: no diacritics, no case, no signs, no legal form,
 * abbreviations written out. `nameKey('Cty TNHH MTV SX & TM Minh Phát') === 'san xuat thuong mai minh phat'`.
 * A name of which nothing would be left stays whole.
 */
export function nameKey(name: string): string {
  const words = searchable(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  const left = forms.reduce((text, form) => text.replaceAll(` ${form} `, ' '), ` ${words} `)
  const written = left
    .trim()
    .split(/\s+/)
    .filter((word) => word !== 'va')
    .map((word) => abbreviations[word] ?? word)
    .join(' ')
  return written === '' ? words : written
}

/** From here on two names in one commune are asked about: as PostgreSQL's pg_trgm measures, and a little above its default. */
const alike = 0.5

/** Whether two keys are near enough for somebody to have to say that they are two establishments. */
export const areAlike = (a: string, b: string): boolean => a !== '' && b !== '' && similarity(a, b) >= alike

/** Trigrams that two keys share, of all that they have: 1 for the same words in whatever order, 0 for nothing in common. */
export function similarity(a: string, b: string): number {
  const [first, second] = [trigrams(a), trigrams(b)]
  const shared = [...first].filter((gram) => second.has(gram)).length
  return shared / (first.size + second.size - shared)
}

/** Of each word by itself, with two blanks before and one after it. */
const trigrams = (key: string): Set<string> =>
  new Set(
    key.split(' ').flatMap((word) => {
      const padded = `  ${word} `
      return Array.from({ length: padded.length - 2 }, (_, index) => padded.slice(index, index + 3))
    }),
  )
