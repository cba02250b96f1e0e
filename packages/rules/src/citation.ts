import type { Lang } from './text.js'

/** A place in a legal document: Điều (article), mục (part), khoản (clause), điểm (point). */
export interface Citation {
  /** The document's number as lawyers write it, e.g. `NĐ 45/2012/NĐ-CP`. */
  readonly document: string
  /** Điều. */
  readonly article?: string
  /** Mục of what an article approves, or of a document without articles, e.g. `IV.2`. */
  readonly part?: string
  /** Khoản. */
  readonly clause?: string
  /** Điểm. */
  readonly point?: string
}

/** At least one citation: a rule or value without a source does not compile. */
export type Citations = readonly [Citation, ...Citation[]]

const places = {
  vi: { article: 'Điều', part: 'mục', clause: 'khoản', point: 'điểm' },
  en: { article: 'Article', part: 'part', clause: 'clause', point: 'point' },
} as const

/** From the smallest place to the document that it is in. */
const order = ['point', 'clause', 'part', 'article'] as const

/** `điểm a khoản 2 Điều 1 NĐ 45/2012/NĐ-CP`; English: `point a, clause 2, Article 1, NĐ 45/2012/NĐ-CP`. */
export function citationText(citation: Citation, lang: Lang): string {
  const within = order.flatMap((place) => (citation[place] ? `${places[lang][place]} ${citation[place]}` : []))
  return [...within, citation.document].filter(Boolean).join(lang === 'vi' ? ' ' : ', ')
}
