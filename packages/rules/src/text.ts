/** A language that every text of the law is written in. */
export type Lang = 'vi' | 'en'

/** A text in Vietnamese and English. Vietnamese is the original; English is ours. */
export interface Text {
  readonly vi: string
  readonly en: string
}
