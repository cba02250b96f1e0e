import type { Text } from '@khuyencong/rules'

/** A note of its own, after what a source already says of itself. */
export const noteOn = ({ note }: { readonly note?: Text }, own: Text): Text =>
  note ? { vi: `${note.vi} ${own.vi}`, en: `${note.en} ${own.en}` } : own
