import { roundingNames } from '@khuyencong/budget'
import {
  formatValue,
  type DatedValue,
  type Expression,
  type FactDefinitions,
  type Lang,
  type Parameter,
  type Text,
  type Value,
} from '@khuyencong/rules'
import { sameContent } from '../same-content.js'
import { point, type Outline } from './outline.js'
import { words } from './words.js'

/** Where names and values are looked up while the law is put into words. */
export interface Dictionary {
  readonly facts: FactDefinitions
  readonly parameters: Readonly<Record<string, Parameter>>
  /** The value of a parameter, if it has one value only over the days that are spoken of; else its title stands. */
  readonly value: (parameter: string) => Value | undefined
  /** Leave out how results are rounded. */
  readonly brief?: boolean
}

/** A value of a parameter with its unit, e.g. `200 persons`; codes by their names. */
export function valueText(value: Value, parameter: Parameter | undefined, lang: Lang): string {
  const unit = parameter && words[lang].unit[parameter.unit]
  const suffix = unit ? ` ${unit[Math.abs(Number(value)) === 1 ? 0 : 1]}` : ''
  // Names have commas in them.
  const parts = Array.isArray(value) && value.length > 0 ? (value as readonly string[]) : [value]
  return `${parts.map((part) => formatValue(part, lang, parameter)).join('; ')}${suffix}`
}

/** A value over some days: where the law is open, in the words of what is taken. */
export const entryText = (
  { title, value }: Pick<DatedValue, 'title' | 'value'>,
  parameter: Parameter,
  lang: Lang,
): string => title?.[lang] ?? valueText(value, parameter, lang)

/** A term on one line, e.g. `50% × Eligible cost`. */
export function termText(expression: Expression, dictionary: Dictionary, lang: Lang): string {
  const { text, of } = termOutline(expression, dictionary, lang)
  if (of.length === 0) return text
  const parts = of.map(bracketed).join('; ')
  return expression.op === 'match' ? `${text} (${parts})` : `${text}: ${parts}`
}

/** A part and the parts of it, so that none is lost on one line. */
const bracketed = ({ text, of }: Outline): string =>
  of.length === 0 ? text : `${text} (${of.map(bracketed).join('; ')})`

/** A term with its parts: what a lowest chooses from, what a table has for each case. */
export function termOutline(expression: Expression, dictionary: Dictionary, lang: Lang): Outline {
  const plain = unnamed(expression, dictionary, lang)
  const title = expression.title?.[lang]
  // A fact that is named as it is called would only be said twice.
  return title === undefined || title === plain.text ? plain : point(`${title}: ${plain.text}`, plain.of)
}

function unnamed(expression: Expression, dictionary: Dictionary, lang: Lang): Outline {
  const word = words[lang]
  const text = (term: Expression) => termText(term, dictionary, lang)
  switch (expression.op) {
    case 'fact':
      return point(dictionary.facts[expression.fact]?.title[lang] ?? expression.fact)
    case 'parameter':
      return point(parameterText(expression.parameter, dictionary, lang))
    case 'literal':
      return point(formatValue(expression.value, lang))
    case 'times': {
      const product = factors([expression.factor, expression.of].map(text))
      return point(
        dictionary.brief === true ? product : `${product}, ${roundingText(expression.rounding, dictionary, lang)}`,
      )
    }
    case 'sum':
      return point(expression.of.map(text).join(' + ').replaceAll('+ -', '− '))
    case 'add-years':
      return point(`${text(expression.date)} ${word.plusYears} ${years(text(expression.years), lang)}`)
    case 'end-of-year':
      return point(`${word.endOf} (${text(expression.year)})`)
    case 'min':
    case 'max': {
      const terms = expression.of.map((term) => termOutline(term, dictionary, lang))
      const [only] = terms
      return only && terms.length === 1 ? only : point(word[expression.op], terms)
    }
    case 'match':
      return table(expression, dictionary, lang)
  }
}

const factors = (terms: readonly string[]): string =>
  terms.map((term) => (/[;+]/.test(term) ? `(${term})` : term)).join(' × ')

/** `5 years` as it is, a bare name with the word for years. */
const years = (text: string, lang: Lang): string =>
  /(years?|năm)$/.test(text) ? text : `${text} ${words[lang].yearsMore}`

function parameterText(id: string, { parameters, value }: Dictionary, lang: Lang): string {
  const parameter = parameters[id]
  const constant = value(id)
  return constant === undefined ? `«${parameter?.title[lang] ?? id}»` : valueText(constant, parameter, lang)
}

function roundingName(value: Value | undefined, lang: Lang): string | undefined {
  const known: Readonly<Record<string, Text>> = roundingNames
  return typeof value === 'string' && Object.hasOwn(known, value) ? known[value]?.[lang] : undefined
}

function roundingText(rounding: Expression, dictionary: Dictionary, lang: Lang): string {
  const value =
    rounding.op === 'literal'
      ? rounding.value
      : rounding.op === 'parameter'
        ? dictionary.value(rounding.parameter)
        : undefined
  return roundingName(value, lang) ?? `${words[lang].roundedBy} ${termText(rounding, dictionary, lang)}`
}

/** Cases of the same content share a line. Where all do, there is no table to show. */
function table({ fact, cases }: Expression & { readonly op: 'match' }, dictionary: Dictionary, lang: Lang): Outline {
  const definition = dictionary.facts[fact]
  const grouped: { readonly keys: string[]; readonly text: string }[] = []
  for (const [key, term] of Object.entries(cases)) {
    const text = termText(term, dictionary, lang)
    const same = grouped.find((group) => sameContent(group.text, text))
    if (same) same.keys.push(key)
    else grouped.push({ keys: [key], text })
  }
  const [only] = grouped
  if (only && grouped.length === 1) return point(only.text)
  const shown = grouped.map(
    ({ keys, text }) => `${keys.map((key) => formatValue(key, lang, definition)).join(', ')}: ${text}`,
  )
  return point(
    `${words[lang].by} ${lower(definition?.title[lang] ?? fact)}`,
    shown.map((line) => point(line)),
  )
}

const lower = (text: string): string => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`
