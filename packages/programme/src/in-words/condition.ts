import { formatValue, type Condition, type Expression, type Lang, type Relation } from '@khuyencong/rules'
import { termOutline, termText, type Dictionary } from './expression.js'
import { point, type Outline } from './outline.js'
import { words } from './words.js'

const opposite: Readonly<Record<Relation, Relation>> = { '=': '≠', '≠': '=', '<': '≥', '≥': '<', '≤': '>', '>': '≤' }

/** A longer list of names becomes a list of points. */
const longest = 70

/** A condition as the law has it, without a case: sentences, with the parts of a combination below it. */
export function conditionOutline(condition: Condition, dictionary: Dictionary, lang: Lang, negated = false): Outline {
  const plain = untitled(condition, dictionary, lang, negated)
  // A title says what the condition says; denied, it would say the contrary.
  const title = negated ? undefined : condition.title?.[lang]
  if (title === undefined) return plain
  if (condition.op === 'all') return point(title, plain.of)
  return point(title, [plain])
}

function untitled(condition: Condition, dictionary: Dictionary, lang: Lang, negated: boolean): Outline {
  const word = words[lang]
  switch (condition.op) {
    case 'not':
      return conditionOutline(condition.of, dictionary, lang, !negated)
    case 'all':
    case 'any': {
      const op = (condition.op === 'all') === negated ? 'any' : 'all'
      const parts = partsOf(condition, negated, op).map(([part, not]) => conditionOutline(part, dictionary, lang, not))
      const [only] = parts
      if (!only) return point(op === 'all' ? word.nothing : word.never)
      return parts.length === 1 ? only : point(word[op], parts)
    }
    case 'compare':
      return comparison(condition, dictionary, lang, negated)
    default: {
      const definition = condition.left.op === 'fact' ? dictionary.facts[condition.left.fact] : undefined
      const values = condition.values.map((value) => formatValue(value, lang, definition))
      const what = `${termText(condition.left, dictionary, lang)} ${word[condition.op][negated ? 1 : 0]}`
      if (values.length === 1) {
        const one = condition.op === 'one-of' ? word.relation[negated ? '≠' : '='] : word.has[negated ? 1 : 0]
        return point(`${termText(condition.left, dictionary, lang)} ${one} ${values.join('')}`)
      }
      const line = values.join('; ')
      // Names that have a semicolon in them, or many of them, read better one below the other.
      return line.length > longest || values.some((value) => value.includes(';'))
        ? point(
            what,
            values.map((value) => point(value)),
          )
        : point(`${what}: ${line}`)
    }
  }
}

type Combination = Condition & { readonly op: 'all' | 'any' }

/** The parts of a combination; all of several among all of others are parts like them, unless they have a title of their own. */
function partsOf(
  { of }: Combination,
  negated: boolean,
  op: 'all' | 'any',
): (readonly [part: Condition, negated: boolean])[] {
  return of.flatMap((part) => {
    const [inner, not] = part.op === 'not' ? [part.of, !negated] : [part, negated]
    const titled = part.title !== undefined || (inner.title !== undefined && !not)
    if (titled || (inner.op !== 'all' && inner.op !== 'any')) return [[part, negated] as const]
    return (inner.op === 'all') === ((op === 'all') !== not) ? partsOf(inner, not, op) : [[part, negated] as const]
  })
}

function comparison(
  { left, relation: as, right }: Condition & { readonly op: 'compare' },
  dictionary: Dictionary,
  lang: Lang,
  negated: boolean,
): Outline {
  const word = words[lang]
  const relation = negated ? opposite[as] : as
  const definition = left.op === 'fact' ? dictionary.facts[left.fact] : undefined
  const name = termText(left, dictionary, lang)
  if (definition?.kind === 'flag' && right.op === 'literal' && (relation === '=' || relation === '≠'))
    return point(`${name}: ${(right.value === true) === (relation === '=') ? word.yes : word.no}`)
  const by = (isDay(left, dictionary) || isDay(right, dictionary) ? word.day : word.relation)[relation]
  if (right.op === 'literal') return point(`${name} ${by} ${formatValue(right.value, lang, definition)}`)
  const limit = termOutline(right, dictionary, lang)
  // A table stands below the sentence, a line for each case.
  return right.op === 'match' && limit.of.length > 0
    ? point(`${name} ${by}, ${limit.text}`, limit.of)
    : point(`${name} ${by} ${termText(right, dictionary, lang)}`)
}

const isDay = (expression: Expression, { facts }: Dictionary): boolean =>
  expression.op === 'add-years' ||
  expression.op === 'end-of-year' ||
  (expression.op === 'fact' && facts[expression.fact]?.kind === 'date')
