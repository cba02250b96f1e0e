/**
 * Text reduced to what people type when they search: small letters, no diacritics, single spaces.
 * `searchable('Xã  Đoàn Tùng') === 'xa doan tung'`. It is stored beside the original, so that both databases
 * find and sort alike whatever their collations are.
 */
export function searchable(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
}
