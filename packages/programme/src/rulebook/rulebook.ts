import { documents as known, type LegalDocument } from '@khuyencong/domain'
import { citationText, trustText, type Citation, type Lang } from '@khuyencong/rules'
import { trustSign } from '../in-words/words.js'
import type { Pack } from '../pack.js'
import { citedBy, dayText, itemsOf, linkTo, placeOf, type Item } from './book.js'
import { amountEntry, ruleEntry, valuesTable } from './entries.js'
import { changes, levels, openQuestions, signs, trusts } from './overview.js'
import { words } from './words.js'

/**
 * A pack as a document to read, in Markdown: the levels at a glance, the days on which the law changes, what is open, and
 * then article by article the rules in sentences, the amounts as formulas and the values over time, each with its source
 * and how it is known. Shows what is in force on some day of the pack's period. The same pack gives the same text.
 */
export function rulebook(pack: Pack, lang: Lang): string {
  const items = itemsOf(pack)
  const lines = [
    ...front(pack, lang),
    ...levels(pack, items, lang),
    ...changes(pack, lang),
    ...openQuestions(items, lang),
    ...signs(items, lang),
    ...documentNumbers(items).flatMap((number) => documentSection(number, items, pack, lang)),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

function front({ id, version, title, period, base }: Pack, lang: Lang): string[] {
  const word = words[lang]
  const until = period.to === undefined ? '' : ` ${word.until} ${dayText(period.to, lang)}`
  return [
    `# ${title[lang]}`,
    '',
    word.how,
    '',
    trusts.map((trust) => `${trustSign[trust]} ${trustText[trust][lang]}`).join(' · '),
    '',
    `- ${word.pack}: \`${id}\`, ${word.version} ${version}`,
    `- ${word.period}: ${word.inForceFrom} ${dayText(period.from, lang)}${until}`,
    ...(base ? [`- ${word.builtOn}: ${base.title[lang]} (\`${base.id}\` ${base.version})`] : []),
    '',
  ]
}

/** The documents that anything is placed under, in the order of the library of documents. */
function documentNumbers(items: readonly Item[]): string[] {
  const used = new Set(items.flatMap((item) => placeOf(item)?.document ?? []))
  const order = Object.keys(known).filter((number) => used.has(number))
  return [...order, ...[...used].filter((number) => !order.includes(number)).sort()]
}

const library: Readonly<Record<string, LegalDocument>> = known

function documentSection(number: string, items: readonly Item[], pack: Pack, lang: Lang): string[] {
  const document = library[number]
  const here = items.filter((item) => placeOf(item)?.document === number)
  const articles = [...new Set(here.map((item) => placeOf(item)?.article))].sort(byNumber)
  return [
    `## ${number}`,
    '',
    ...(document ? [describe(document, lang), ''] : []),
    ...articles.flatMap((article) =>
      articleSection({ document: number, ...(article && { article }) }, items, pack, lang),
    ),
  ]
}

function describe({ title, issued, inForce, read }: LegalDocument, lang: Lang): string {
  const word = words[lang]
  const reading = { whole: word.read, part: word.readPart, reported: word.reported, 'not-read': word.notRead }
  const days = [
    ...(issued ? [`${word.issued} ${dayText(issued, lang)}`] : []),
    ...(inForce ? [`${word.inForce} ${dayText(inForce, lang)}`] : []),
  ]
  const dates = days.length > 0 ? ` ${capital(days.join('; '))}.` : ''
  return `${title[lang]}.${dates} ${reading[read]}`
}

const sameArticle = (a: Citation | undefined, b: Citation): boolean =>
  a?.document === b.document && a.article === b.article

function articleSection(article: Citation, items: readonly Item[], pack: Pack, lang: Lang): string[] {
  const word = words[lang]
  const here = items.filter((item) => sameArticle(placeOf(item), article))
  const also = items.filter(
    (item) => !here.includes(item) && citedBy(item).some((citation) => sameArticle(citation, article)),
  )
  return [
    `### ${article.article === undefined ? word.whole : articleName(article, lang)}`,
    '',
    ...here.flatMap((item) => (item.kind === 'rule' ? ruleEntry(item, pack, lang) : [])),
    ...here.flatMap((item) => (item.kind === 'amount' ? amountEntry(item, pack, lang) : [])),
    ...valuesTable(
      here.filter((item) => item.kind === 'value'),
      lang,
    ),
    ...(also.length > 0
      ? [`*${word.also}: ${also.map((item) => linkTo(item.kind, item.item, lang)).join('; ')}.*`, '']
      : []),
  ]
}

const articleName = ({ article }: Citation, lang: Lang): string =>
  citationText({ document: '', ...(article && { article }) }, lang)

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`

/** Articles by number; what names no article comes first. */
function byNumber(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1
  return Number.parseInt(a, 10) - Number.parseInt(b, 10)
}
