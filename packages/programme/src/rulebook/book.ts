import {
  citationText,
  formatValue,
  type AmountRule,
  type AmountVersion,
  type Citation,
  type Citations,
  type DatedValue,
  type ExceptionVersion,
  type IsoDate,
  type Lang,
  type Parameter,
  type Period,
  type RequirementVersion,
  type Rule,
} from '@khuyencong/rules'
import { common } from '../change-dates.js'
import type { Dictionary } from '../in-words/expression.js'
import type { Pack } from '../pack.js'
import { sameContent } from '../same-content.js'

export interface RuleItem {
  readonly kind: 'rule'
  readonly item: Rule
  readonly versions: readonly (RequirementVersion | ExceptionVersion)[]
}
export interface AmountItem {
  readonly kind: 'amount'
  readonly item: AmountRule
  readonly versions: readonly AmountVersion[]
}
export interface ValueItem {
  readonly kind: 'value'
  readonly item: Parameter
  readonly versions: readonly DatedValue[]
}

/** One entry of a rulebook, with what of it is in force in the pack's period, oldest first. */
export type Item = RuleItem | AmountItem | ValueItem

/** Everything of a pack that is in force on some day of its period. */
export function itemsOf({ law, period }: Pack): Item[] {
  const during = <V extends Period>(versions: readonly V[]) => versions.filter((version) => common(version, period))
  const items: Item[] = [
    ...Object.values(law.rules).map((item) => ({
      kind: 'rule' as const,
      item,
      versions: during<RequirementVersion | ExceptionVersion>(item.versions),
    })),
    ...Object.values(law.amounts).map((item) => ({
      kind: 'amount' as const,
      item,
      versions: during(item.versions),
    })),
    ...Object.values(law.parameters).map((item) => ({
      kind: 'value' as const,
      item,
      versions: during(item.timeline),
    })),
  ]
  return items.filter(({ versions }) => versions.length > 0)
}

/** The article under which an item stands: the first that its latest text cites. */
export const placeOf = ({ versions }: Item): Citation | undefined => versions.at(-1)?.cites[0]

/** Every article that an item cites. */
export const citedBy = ({ versions }: Item): Citation[] =>
  versions.flatMap((version): readonly Citation[] => version.cites)

/** The name of an item in a link: `#rule-el-03`. */
export const anchorOf = (kind: Item['kind'], id: string): string => `${kind}-${slug(id)}`

/** Latin small letters, digits and hyphens. */
const slug = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replace(/[^a-z0-9]+/g, '-')

export const linkTo = (kind: Item['kind'], { id, title }: Pick<Rule, 'id' | 'title'>, lang: Lang): string =>
  `[${title[lang]}](#${anchorOf(kind, id)})`

export const sourcesText = (cites: Citations, lang: Lang): string =>
  cites.map((citation) => citationText(citation, lang)).join('; ')

export const dayText = (day: IsoDate, lang: Lang): string => formatValue(day, lang)

/** A row of a Markdown table. */
const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', '<br>')).join(' | ')} |`

export const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  row(head),
  row(head.map(() => '---')),
  ...rows.map(row),
]

/** Names and values for some days: a value that is the same on all of them stands itself, else its name does. */
export const dictionaryOf = ({ facts, law, period }: Pack, days: Period): Dictionary => ({
  facts,
  parameters: law.parameters,
  value: (id) => {
    const within = common(days, period) ?? days
    const entries = law.parameters[id]?.timeline.filter((entry) => common(entry, within)) ?? []
    const [first, ...rest] = entries
    return first && rest.every((entry) => sameContent(entry.value, first.value)) ? first.value : undefined
  },
})
