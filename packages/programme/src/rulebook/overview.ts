import {
  isRatio,
  trustText,
  valueAt,
  type Expression,
  type Lang,
  type Parameter,
  type Reading,
  type Text,
  type Trust,
} from '@khuyencong/rules'
import { changeDates } from '../change-dates.js'
import { diff, type Difference, type LawDiff } from '../diff.js'
import { entryText, termText, valueText } from '../in-words/expression.js'
import { trustSign } from '../in-words/words.js'
import type { Pack } from '../pack.js'
import { anchorOf, dayText, dictionaryOf, linkTo, sourcesText, tableOf, type Item } from './book.js'
import { words } from './words.js'

/** From the firmest to the weakest. */
export const trusts: readonly Trust[] = ['text', 'secondary', 'inferred', 'assumed']

/** What the signs mean, and how many rules and values bear each. */
export function signs(items: readonly Item[], lang: Lang): string[] {
  const word = words[lang]
  const count = (trust: Trust, ...kinds: readonly Item['kind'][]) =>
    items
      .filter(({ kind }) => kinds.includes(kind))
      .flatMap((item): readonly { readonly trust: Trust }[] => item.versions)
      .filter((version) => version.trust === trust).length
  const rows = trusts.map((trust) => [
    trustSign[trust],
    trustText[trust][lang],
    String(count(trust, 'rule')),
    String(count(trust, 'value')),
  ])
  return [`## ${word.signs}`, '', ...tableOf([word.sign, word.meaning, word.rules, word.values], rows), '']
}

/** The levels of support on the last day on which anything changed, and the contents that have none. */
export function levels(pack: Pack, items: readonly Item[], lang: Lang): string[] {
  const day = changeDates(pack).at(-1)
  if (day === undefined) return []
  const word = words[lang]
  const { amounts } = pack.at(day)
  const dictionary = { ...dictionaryOf(pack, { from: day, to: day }), brief: true }
  const known = (term: Expression) => {
    const entries = parametersOf(term).flatMap((id) => {
      const parameter = pack.law.parameters[id]
      return (parameter && valueAt(parameter, day)) ?? []
    })
    return trusts.filter((trust) => entries.some((entry) => entry.trust === trust)).map((trust) => trustSign[trust])
  }
  const rows = amounts.flatMap(({ rule, version }) => {
    if (!version) return []
    const terms = version.amount.op === 'min' ? version.amount.of : [version.amount]
    const shown = terms.map((term) => [termText(term, dictionary, lang), ...known(term)].join(' '))
    return [[linkTo('amount', rule, lang), rule.id, rule.per[lang], shown.join('\n')]]
  })
  const hasEntry = new Set(items.flatMap((item) => (item.kind === 'amount' ? [item.item.id] : [])))
  const none = amounts.flatMap(({ rule: { id, title }, version, lack }) =>
    version
      ? []
      : [
          [
            `${hasEntry.has(id) ? '' : `<a id="${anchorOf('amount', id)}"></a>`}${title[lang]}`,
            id,
            lack?.text[lang] ?? '',
            lack ? sourcesText(lack.cites, lang) : '',
          ],
        ],
  )
  return [
    `## ${pack.amountsAre?.[lang] ?? word.levels}`,
    '',
    `${word.levelsOn} ${dayText(day, lang)}.`,
    '',
    ...tableOf([word.content, word.code, word.per, word.highest], rows),
    '',
    ...(none.length > 0
      ? [`### ${word.noLevels}`, '', ...tableOf([word.content, word.code, word.needs, word.source], none), '']
      : []),
  ]
}

/** The parameters that give a term its figures; how it is rounded is not one of them. */
function parametersOf(term: Expression): string[] {
  switch (term.op) {
    case 'parameter':
      return [term.parameter]
    case 'times':
      return [...parametersOf(term.factor), ...parametersOf(term.of)]
    case 'min':
    case 'max':
    case 'sum':
      return term.of.flatMap(parametersOf)
    case 'match':
      return Object.values(term.cases).flatMap(parametersOf)
    default:
      return []
  }
}

/** Each day on which the law changes, and what does. */
export function changes(pack: Pack, lang: Lang): string[] {
  const word = words[lang]
  const days = changeDates(pack)
  const entries = days.slice(1).flatMap((day, index) => {
    const before = days[index]
    return before === undefined ? [] : changesOn(diff(pack.at(before), pack.at(day)), dayText(day, lang), lang)
  })
  return [`## ${word.changes}`, '', ...(entries.length > 0 ? entries : [word.noChanges, ''])]
}

/** Fields that say where something stands and how it is known, not what it says. */
const ofSource = new Set(['by', 'cites', 'note', 'trust'])

const inContent = ({ change, parts }: Difference<unknown>): boolean =>
  change !== 'changed' || parts.some((part) => !ofSource.has(part))

function changesOn({ rules, parameters, amounts }: LawDiff, day: string, lang: Lang): string[] {
  const word = words[lang]
  const rest = [...rules, ...amounts, ...parameters].filter((difference) => !inContent(difference)).length
  return [
    `### ${day}`,
    '',
    ...rules.filter(inContent).map((difference) => change('rule', difference, lang)),
    ...amounts.filter(inContent).map((difference) => change('amount', difference, lang)),
    ...parameters.filter(inContent).map((difference) => {
      const [was, is] = [difference.before, difference.after].map(
        (found) => found && entryText(found.entry, found.parameter, lang),
      )
      const shown = was !== undefined && is !== undefined ? `${was} → ${is}` : (is ?? was ?? '')
      return `${change('value', difference, lang)}: ${shown}`
    }),
    ...(rest > 0 ? [`- ${word.changedSource}: ${rest}`] : []),
    '',
  ]
}

const change = (kind: Item['kind'], { id, title, change: what }: Difference<unknown>, lang: Lang): string =>
  `- ${words[lang][what]}: ${linkTo(kind, { id, title }, lang)}`

/** What the law leaves open: other readings, and what stands in for a text that could not be read. */
export function openQuestions(items: readonly Item[], lang: Lang): string[] {
  const word = words[lang]
  const readings = items.flatMap((item) =>
    item.kind === 'value'
      ? item.versions.flatMap(({ value, title, readings: others = [], note, cites }) =>
          others.length === 0
            ? []
            : [
                [
                  linkTo('value', item.item, lang),
                  entryText({ value, ...(title && { title }) }, item.item, lang),
                  others.map((other) => readingText(other, item.item, lang)).join('\n'),
                  note?.[lang] ?? '',
                  sourcesText(cites, lang),
                ],
              ],
        )
      : [],
  )
  const assumed = assumptions(items, lang)
  return [
    `## ${word.open}`,
    '',
    ...(readings.length > 0
      ? [
          `### ${word.readings}`,
          '',
          ...tableOf([word.question, word.taken, word.others, word.why, word.source], readings),
          '',
        ]
      : []),
    ...(assumed.length > 0 ? [`### ${word.assumed}`, '', ...tableOf([word.why, word.concerns], assumed), ''] : []),
    ...(readings.length + assumed.length === 0 ? [word.noOpen, ''] : []),
  ]
}

/** A reading that was not taken, with its share or money; a code or a bare number would say nothing more. */
const readingText = ({ title, value }: Reading, parameter: Parameter, lang: Lang): string =>
  typeof value === 'bigint' || isRatio(value) ? `${title[lang]} (${valueText(value, parameter, lang)})` : title[lang]

/** Each reason for an assumption, with everything that it stands for. */
function assumptions(items: readonly Item[], lang: Lang): string[][] {
  const byNote = new Map<string, Set<string>>()
  for (const item of items)
    for (const { trust, note } of item.versions as readonly { readonly trust: Trust; readonly note?: Text }[]) {
      if (trust !== 'assumed') continue
      const links = byNote.get(note?.[lang] ?? '') ?? new Set()
      byNote.set(note?.[lang] ?? '', links.add(linkTo(item.kind, item.item, lang)))
    }
  return [...byNote].map(([note, links]) => [note, [...links].join('; ')])
}
