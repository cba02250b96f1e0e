import {
  citationText,
  formatValue,
  trustText,
  type BoundLaw,
  type Condition,
  type Lang,
  type ParameterInForce,
  type RuleInForce,
  type Sourced,
} from '@khuyencong/rules'
import type { Difference, LawDiff } from './diff.js'
import { conditionOutline } from './in-words/condition.js'
import { entryText, termOutline, type Dictionary } from './in-words/expression.js'
import { inline } from './in-words/outline.js'

const words = {
  vi: {
    title: (a: string, b: string) => `Khác nhau giữa ${a} và ${b}`,
    same: 'Không có khác biệt.',
    rules: 'Quy định',
    parameters: 'Giá trị',
    amounts: 'Mức hỗ trợ',
    head: ['', 'Trước', 'Sau', 'Căn cứ'],
    change: { added: 'bổ sung', removed: 'bỏ', changed: 'sửa đổi' },
    none: '—',
    applies: 'chỉ áp dụng khi',
    requires: 'yêu cầu',
    lifted: 'không áp dụng',
    exceptionTo: 'thay cho',
    subjects: 'nội dung',
    everything: 'tất cả các nội dung',
    on: 'ngày',
    formerly: 'trước đây',
  },
  en: {
    title: (a: string, b: string) => `What differs between ${a} and ${b}`,
    same: 'Nothing differs.',
    rules: 'Rules',
    parameters: 'Values',
    amounts: 'Amounts',
    head: ['', 'Before', 'After', 'Source'],
    change: { added: 'added', removed: 'removed', changed: 'changed' },
    none: '—',
    applies: 'applies only where',
    requires: 'requires',
    lifted: 'does not apply',
    exceptionTo: 'in place of',
    subjects: 'contents',
    everything: 'every content',
    on: 'on',
    formerly: 'formerly',
  },
} as const

/** A table of differences in Markdown: what changed, as it was, as it is, and the article that says so. */
export function diffTable({ before, after, rules, parameters, amounts }: LawDiff, lang: Lang): string {
  const word = words[lang]
  const dictionaries = { before: dictionaryOf(before), after: dictionaryOf(after) }
  const tables = [
    table(
      word.rules,
      rules,
      lang,
      ({ version }) => version,
      (side, { parts, change }, item) =>
        ruleCell(item, change === 'changed' ? parts : ['applies', 'requires', 'exceptionTo'], dictionaries[side], lang),
    ),
    table(
      word.parameters,
      parameters,
      lang,
      ({ entry }) => entry,
      (_, { parts, change }, item) => valueCell(item, change === 'changed' ? parts : ['value'], lang),
    ),
    table(
      word.amounts,
      amounts,
      lang,
      ({ version }) => version,
      (side, { parts, change }, { rule, version }) => {
        const outline = version && termOutline(version.amount, dictionaries[side], lang)
        const shown = change === 'changed' ? parts : ['amount']
        return [
          ...(outline && shown.includes('amount') ? [inline(outline)] : []),
          ...(shown.includes('per') ? [rule.per[lang]] : []),
          ...(version && shown.includes('costItems') ? [version.costItems?.[lang] ?? word.none] : []),
          ...(version ? trustCell(version, shown, lang) : []),
        ]
      },
    ),
  ].filter((lines) => lines.length > 0)
  const title = `## ${word.title(nameOf(before, lang), nameOf(after, lang))}`
  return [[title], ...(tables.length === 0 ? [[word.same]] : tables)].map((lines) => lines.join('\n')).join('\n\n')
}

const nameOf = ({ identity: { pack, version, asOf } }: BoundLaw, lang: Lang): string =>
  `${pack} ${version} ${words[lang].on} ${formatValue(asOf, lang)}`

/** Names and values as they stand in one law on its day. */
const dictionaryOf = ({ facts, parameters }: BoundLaw): Dictionary => {
  const byId = new Map(parameters.map(({ parameter, entry }) => [parameter.id, { parameter, entry }]))
  return {
    facts,
    parameters: Object.fromEntries(parameters.map(({ parameter }) => [parameter.id, parameter])),
    value: (id) => byId.get(id)?.entry.value,
  }
}

type Side = 'before' | 'after'

function table<T>(
  heading: string,
  differences: readonly Difference<T>[],
  lang: Lang,
  sourceOf: (item: T) => Pick<Sourced, 'cites'> | undefined,
  cells: (side: Side, difference: Difference<T>, item: T) => readonly string[],
): string[] {
  if (differences.length === 0) return []
  const word = words[lang]
  const [, ...columns] = word.head
  const cell = (side: Side, difference: Difference<T>): string => {
    const item = difference[side]
    return item === undefined ? word.none : cells(side, difference, item).join('<br>') || word.none
  }
  return [
    `### ${heading}`,
    '',
    row([heading, ...columns]),
    row(['---', '---', '---', '---']),
    ...differences.map((difference) =>
      row([
        `${difference.title[lang]} (${difference.id}; ${word.change[difference.change]})`,
        cell('before', difference),
        cell('after', difference),
        sourceCell(difference, sourceOf, lang),
      ]),
    ),
  ]
}

/** The articles of what holds now, and of what held before where they are others. */
function sourceCell<T>(
  { before, after }: Difference<T>,
  sourceOf: (item: T) => Pick<Sourced, 'cites'> | undefined,
  lang: Lang,
): string {
  const [was, is] = [before, after].map((item) => {
    const cites = (item === undefined ? undefined : sourceOf(item))?.cites ?? []
    return cites.map((citation) => citationText(citation, lang)).join('; ')
  })
  return is && was && is !== was ? `${is}; ${words[lang].formerly} ${was}` : (is ?? '') || (was ?? '')
}

const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`

function ruleCell(
  { rule, version }: RuleInForce,
  parts: readonly string[],
  dictionary: Dictionary,
  lang: Lang,
): string[] {
  const word = words[lang]
  const { applies, requires } = version
  return [
    ...(parts.includes('title') ? [rule.title[lang]] : []),
    ...(parts.includes('subjects') ? [`${word.subjects}: ${rule.subjects?.join(', ') ?? word.everything}`] : []),
    ...(parts.includes('exceptionTo') && 'exceptionTo' in rule
      ? [`${word.exceptionTo}: ${rule.exceptionTo.join(', ')}`]
      : []),
    ...(parts.includes('applies') && applies
      ? [`${word.applies}: ${inline(conditionOutline(applies, dictionary, lang))}`]
      : []),
    ...(parts.includes('requires')
      ? [
          requires && !isLifted(requires)
            ? `${word.requires}: ${inline(conditionOutline(requires, dictionary, lang))}`
            : word.lifted,
        ]
      : []),
    ...trustCell(version, parts, lang),
  ]
}

/** The value stands in every row, also where its source alone changed. */
const valueCell = ({ parameter, entry }: ParameterInForce, parts: readonly string[], lang: Lang): string[] => [
  entryText(entry, parameter, lang),
  ...trustCell(entry, parts, lang),
]

/** An exemption, which is written as a requirement of nothing. */
const isLifted = (requires: Condition): boolean => requires.op === 'all' && requires.of.length === 0

/** How it is known and its note, where those differ; the source has a column of its own. */
const trustCell = (
  { trust, note }: Pick<Sourced, 'trust' | 'note'>,
  parts: readonly string[],
  lang: Lang,
): string[] => [
  ...(parts.includes('trust') ? [trustText[trust][lang]] : []),
  ...(parts.includes('note') && note ? [note[lang]] : []),
]
