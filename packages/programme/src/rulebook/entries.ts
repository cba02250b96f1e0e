import { isException, trustText, type Lang, type Period, type Sourced } from '@khuyencong/rules'
import { conditionOutline } from '../in-words/condition.js'
import { entryText, termOutline } from '../in-words/expression.js'
import { list, type Outline } from '../in-words/outline.js'
import { trustSign } from '../in-words/words.js'
import type { Pack } from '../pack.js'
import {
  anchorOf,
  dayText,
  dictionaryOf,
  linkTo,
  sourcesText,
  tableOf,
  type AmountItem,
  type RuleItem,
  type ValueItem,
} from './book.js'
import { words } from './words.js'

const heading = (kind: 'rule' | 'amount', id: string, title: string): string[] => [
  `#### <a id="${anchorOf(kind, id)}"></a>${title}`,
  '',
]

/** `code · days · how known · source`, under a heading. */
const byline = (id: string, version: Sourced, lang: Lang): string[] => [
  `\`${id}\` · ${spanOf(version, lang)} · ${trustSign[version.trust]} ${trustText[version.trust][lang]} · *${sourcesText(version.cites, lang)}*`,
  '',
]

const spanOf = ({ from, to }: Period, lang: Lang): string => {
  const word = words[lang]
  return to === undefined
    ? `${word.inForceFrom} ${dayText(from, lang)}`
    : `${word.inForceFrom} ${dayText(from, lang)} ${word.until} ${dayText(to, lang)}`
}

/** A label and a sentence, or a label and the points below it. */
const labelled = (label: string, { text, of }: Outline): string[] =>
  of.length === 0
    ? [`**${label}:** ${text}.`, '']
    : [`**${label}** — ${text.slice(0, 1).toLowerCase()}${text.slice(1)}:`, '', ...list(of), '']

const note = (version: Sourced, lang: Lang): string[] => (version.note ? [`> ${version.note[lang]}`, ''] : [])

/** A rule: what it is about, what it takes the place of, when it is asked, what it requires. */
export function ruleEntry({ item: rule, versions }: RuleItem, pack: Pack, lang: Lang): string[] {
  const word = words[lang]
  const { rules } = pack.law
  const link = (id: string) => {
    const other = rules[id]
    return other ? linkTo('rule', other, lang) : id
  }
  const exceptions = Object.values(rules).filter((other) => isException(other) && other.exceptionTo.includes(rule.id))
  return [
    ...heading('rule', rule.id, rule.title[lang]),
    ...versions.flatMap((version, index) => {
      const dictionary = dictionaryOf(pack, version)
      const { applies, requires } = version
      const lifted = requires === undefined || (requires.op === 'all' && requires.of.length === 0)
      return [
        ...byline(rule.id, version, lang),
        ...(index === 0 && rule.subjects
          ? [`**${word.forContents}:** ${subjectsText(rule.subjects, pack, lang)}.`, '']
          : []),
        ...(index === 0 && isException(rule)
          ? [
              `**${word.insteadOf}:** ${rule.exceptionTo.map(link).join('; ')}.`,
              '',
              ...(rule.over ? [`**${word.over}:** ${rule.over.map(link).join('; ')}.`, ''] : []),
            ]
          : []),
        ...(applies ? labelled(word.applies, conditionOutline(applies, dictionary, lang)) : []),
        ...(lifted
          ? [`**${word.requires}:** ${isException(rule) ? word.lifted : word.exempt}`, '']
          : labelled(word.requires, conditionOutline(requires, dictionary, lang))),
        ...(version.by === undefined ? [] : [`*${word.by}: ${version.by}.*`, '']),
        ...note(version, lang),
      ]
    }),
    ...(exceptions.length > 0
      ? [`**${word.exceptions}:** ${exceptions.map((other) => linkTo('rule', other, lang)).join('; ')}.`, '']
      : []),
  ]
}

/** More contents than this are named by their codes. */
const fewContents = 3

/** The contents that a rule is about; where it is most of them, those that it leaves out. */
function subjectsText(subjects: readonly string[], { law, subjects: questions = {} }: Pack, lang: Lang): string {
  const names = (ids: readonly string[]) =>
    ids
      .map((id) => {
        const amount = law.amounts[id]
        const title = amount?.title ?? questions[id]
        const name = title && ids.length <= fewContents ? `${title[lang]} (${id})` : id
        return amount ? `[${name}](#${anchorOf('amount', id)})` : name
      })
      .join(', ')
  const others = Object.keys(law.amounts).filter((id) => !subjects.includes(id))
  if (others.length === 0) return words[lang].everything
  return others.length < subjects.length / 2 ? `${words[lang].allBut} ${names(others)}` : names(subjects)
}

/** An amount: for what, how it is computed, which costs count. */
export function amountEntry({ item: amount, versions }: AmountItem, pack: Pack, lang: Lang): string[] {
  const word = words[lang]
  return [
    ...heading('amount', amount.id, pack.amountsAre ? amount.title[lang] : `${word.level}: ${amount.title[lang]}`),
    ...versions.flatMap((version) => [
      ...byline(amount.id, version, lang),
      `**${word.per}:** ${amount.per[lang]}.${version.costItems ? ` **${word.costItems}:** ${version.costItems[lang]}.` : ''}`,
      '',
      ...labelled(word.formula, termOutline(version.amount, dictionaryOf(pack, version), lang)),
      ...note(version, lang),
    ]),
  ]
}

/** The values of an article as one table over time, with their notes below it. */
export function valuesTable(items: readonly ValueItem[], lang: Lang): string[] {
  if (items.length === 0) return []
  const word = words[lang]
  const notes: string[] = []
  const marked = ({ trust, note: why }: ValueItem['versions'][number]) => {
    const text = `${trustSign[trust]} ${trustText[trust][lang]}`
    if (!why) return text
    if (!notes.includes(why[lang])) notes.push(why[lang])
    return `${text} (${notes.indexOf(why[lang]) + 1})`
  }
  const rows = items.flatMap(({ item, versions }) =>
    versions.map((entry, index) => [
      index === 0 ? `<a id="${anchorOf('value', item.id)}"></a>${item.title[lang]}` : '',
      entryText(entry, item, lang),
      dayText(entry.from, lang),
      entry.to === undefined ? '' : dayText(entry.to, lang),
      sourcesText(entry.cites, lang),
      marked(entry),
    ]),
  )
  return [
    ...tableOf([word.value, word.amount, word.from, word.to, word.source, word.known], rows),
    '',
    ...notes.map((text, index) => `(${index + 1}) ${text}${index === notes.length - 1 ? '' : '  '}`),
    ...(notes.length > 0 ? [''] : []),
  ]
}
