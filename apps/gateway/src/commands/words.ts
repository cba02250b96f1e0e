import { refusal } from '../graphql/refusal.js'

/** What was written, without blanks around it; null where nothing was. */
export function said(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? ''
  return trimmed === '' ? null : trimmed
}

/** @throws Refusal `empty`, where something must be written */
export function mustSay(text: string | null | undefined, field: string): string {
  const words = said(text)
  if (words !== null) return words
  throw refusal(
    'empty',
    field,
    { vi: 'Chưa ghi nội dung này.', en: 'This is empty.' },
    { vi: 'một nội dung', en: 'some text' },
  )
}
