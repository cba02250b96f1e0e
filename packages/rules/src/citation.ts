import type { Lang } from './text.js'

/** A place in a legal document: Điều (article), khoản (clause), điểm (point). */
export interface Citation {
  /** The document's number as lawyers write it, e.g. `NĐ 45/2012/NĐ-CP`. */
  readonly document: string
  /** Điều, or the part of a document that has no articles, e.g. `IV`. */
  readonly article?: string
  /** Khoản. */
  readonly clause?: string
  /** Điểm. */
  readonly point?: string
}

/** At least one citation: a rule or value without a source does not compile. */
export type Citations = readonly [Citation, ...Citation[]]

const places = {
  vi: { article: 'Điều', part: 'mục', annex: 'Phụ lục', clause: 'khoản', point: 'điểm' },
  en: { article: 'Article', part: 'part', annex: 'Annex', clause: 'clause', point: 'point' },
} as const

/** An article by its number, an annex by its own name, else a part of a document that has no articles. */
function placeText(article: string, lang: Lang): string {
  const word = places[lang]
  if (article.startsWith(places.vi.annex)) return article.replace(places.vi.annex, word.annex)
  return `${/^\d/.test(article) ? word.article : word.part} ${article}`
}

/** `điểm a khoản 2 Điều 1 NĐ 45/2012/NĐ-CP`; English: `point a, clause 2, Article 1, NĐ 45/2012/NĐ-CP`. */
export function citationText(citation: Citation, lang: Lang): string {
  const word = places[lang]
  const article = citation.article && placeText(citation.article, lang)
  const parts = [
    citation.point && `${word.point} ${citation.point}`,
    citation.clause && `${word.clause} ${citation.clause}`,
    article,
    citation.document,
  ]
  return parts.filter(Boolean).join(lang === 'vi' ? ' ' : ', ')
}
