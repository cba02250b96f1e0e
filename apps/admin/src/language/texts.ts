import type { Text } from '@khuyencong/rules'

/** A dictionary of one part of the app. Both languages stand side by side: one that is missing does not compile. */
export const texts = <const T extends Readonly<Record<string, Text | ((...values: never[]) => Text)>>>(entries: T): T =>
  entries

/** A text with a place for values, written once for both languages. */
export const both = (write: (lang: 'vi' | 'en') => string): Text => ({ vi: write('vi'), en: write('en') })
