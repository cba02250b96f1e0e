import type { Relation } from './condition.js'
import type { FactDefinitions } from './facts.js'
import { factsSeen } from './facts-seen.js'
import { formatValue } from './format.js'
import { isIsoDate } from './iso-date.js'
import { partsOf } from './parts.js'
import type { Change } from './remedy.js'
import type { Citations } from './citation.js'
import type { Lang, Text } from './text.js'
import type { Trust } from './trust.js'
import { compareValues, sameValue, type Value } from './value.js'
import type { ConditionTrace, Leaf, Truth, ValueTrace } from './trace.js'

/** What a condition is to its rule: what is demanded, or what the rule's application hangs on. */
export type ConditionRole = 'demand' | 'scope'

type Relations = Readonly<Record<Relation, string>>

const hangsOnVi = {
  relation: {
    '=': 'là',
    '≠': 'không phải là',
    '<': 'dưới',
    '≤': 'không quá',
    '>': 'trên',
    '≥': 'không dưới',
  } as Relations,
  day: {
    '=': 'là',
    '≠': 'không phải là',
    '<': 'trước',
    '≤': 'không sau',
    '>': 'sau',
    '≥': 'không trước',
  } as Relations,
  'one-of': ['là một trong', 'không phải là'],
  'some-of': ['gồm ít nhất một trong', 'không gồm'],
  'all-of': ['gồm đủ', 'không gồm đủ'],
  has: ['gồm', 'không gồm'],
  all: 'Tất cả các điều kiện sau',
  any: 'Ít nhất một trong các điều kiện sau',
} as const

const hangsOnEn = {
  relation: {
    '=': 'is',
    '≠': 'is not',
    '<': 'is below',
    '≤': 'is at most',
    '>': 'is above',
    '≥': 'is at least',
  } as Relations,
  day: {
    '=': 'is',
    '≠': 'is not',
    '<': 'is before',
    '≤': 'is not after',
    '>': 'is after',
    '≥': 'is not before',
  } as Relations,
  'one-of': ['is one of', 'is not'],
  // Of facts with several values, whose titles are plurals.
  'some-of': ['include at least one of', 'include none of'],
  'all-of': ['include all of', 'do not include all of'],
  has: ['include', 'do not include'],
  all: 'All of the following',
  any: 'At least one of the following',
} as const

/** How a condition is said as what a rule hangs on, or where no facts are at hand. */
export const conditionWords = { vi: hangsOnVi, en: hangsOnEn } as const

const words = {
  vi: {
    unknown: 'chưa biết',
    least: 'ít nhất',
    most: 'không quá',
    demand: {
      relation: {
        '=': 'phải là',
        '≠': 'không được là',
        '<': 'phải dưới',
        '≤': 'không được quá',
        '>': 'phải trên',
        '≥': 'không được dưới',
      } as Relations,
      day: {
        '=': 'phải là',
        '≠': 'không được là',
        '<': 'phải trước',
        '≤': 'không được sau',
        '>': 'phải sau',
        '≥': 'không được trước',
      } as Relations,
      'one-of': ['phải là một trong', 'không được là'],
      'some-of': ['phải có ít nhất một trong', 'không được có'],
      'all-of': ['phải có đủ', 'không được có đủ'],
      has: ['phải có', 'không được có'],
      all: 'Phải đáp ứng tất cả các điều kiện sau',
      any: 'Phải đáp ứng ít nhất một trong các điều kiện sau',
    },
    scope: hangsOnVi,
    flag: 'yêu cầu',
    here: 'ở đây',
    plusYears: 'cộng số năm',
    endOf: '31/12 của',
    by: 'mức theo',
    lowest: 'mức thấp nhất của',
    highest: 'mức cao nhất của',
    change: { hold: 'Cần', fail: 'Không được' },
    from: 'hiện là',
    to: 'cần là',
    rounded: { down: 'làm tròn xuống', up: 'làm tròn lên', 'half-up': 'làm tròn nửa lên' },
  },
  en: {
    unknown: 'not known',
    least: 'at least',
    most: 'at most',
    demand: {
      relation: {
        '=': 'must be',
        '≠': 'must not be',
        '<': 'must be below',
        '≤': 'must be at most',
        '>': 'must be above',
        '≥': 'must be at least',
      } as Relations,
      day: {
        '=': 'must be',
        '≠': 'must not be',
        '<': 'must be before',
        '≤': 'must not be after',
        '>': 'must be after',
        '≥': 'must not be before',
      } as Relations,
      'one-of': ['must be one of', 'must not be'],
      'some-of': ['must include at least one of', 'must not include'],
      'all-of': ['must include all of', 'must not include all of'],
      has: ['must include', 'must not include'],
      all: 'All of the following must hold',
      any: 'At least one of the following must hold',
    },
    scope: hangsOnEn,
    flag: 'required',
    here: 'here',
    plusYears: 'plus years',
    endOf: '31 December of',
    by: 'the value by',
    lowest: 'the lowest of',
    highest: 'the highest of',
    change: { hold: 'Needed', fail: 'Must not be' },
    from: 'now',
    to: 'must become',
    rounded: { down: 'rounded down', up: 'rounded up', 'half-up': 'rounded half up' },
  },
} as const

/** A value's name, e.g. the fact's title, or the terms it is made of. */
function label(trace: ValueTrace, facts: FactDefinitions, lang: Lang): string {
  const word = words[lang]
  switch (trace.op) {
    case 'fact':
      return facts[trace.fact]?.title[lang] ?? trace.fact
    case 'parameter':
      return trace.title[lang]
    case 'literal':
      return formatValue(trace.value, lang)
    default: {
      if (trace.title) return trace.title[lang]
      const terms = trace.of.map((term) => label(term, facts, lang))
      const [first = '', second = ''] = terms
      const byOp: Record<typeof trace.op, string> = {
        times: `${first} × ${second}`,
        sum: terms.join(' + '),
        min: `${word.lowest} ${terms.join('; ')}`,
        max: `${word.highest} ${terms.join('; ')}`,
        'add-years': `${first} ${word.plusYears} ${second}`,
        'end-of-year': `${word.endOf} ${first}`,
        // Which case it will be is not known, where none was taken and they do not agree.
        match: trace.value === undefined && trace.chosen === undefined ? `${word.by} ${first}` : second || first,
      }
      return byOp[trace.op]
    }
  }
}

/** What gives the codes of a value their names: its fact's definition, or the parameter itself. */
const definitionOf = (trace: ValueTrace, facts: FactDefinitions) =>
  trace.op === 'fact' ? facts[trace.fact] : trace.op === 'parameter' ? trace : undefined

function seen(trace: ValueTrace, facts: FactDefinitions, lang: Lang): string {
  if (trace.value !== undefined) return formatValue(trace.value, lang, definitionOf(trace, facts))
  const { unknown, least, most } = words[lang]
  const [atLeast, atMost] = 'of' in trace ? [trace.atLeast, trace.atMost] : []
  const end = (word: string, value: Value | undefined) =>
    value === undefined ? '' : `, ${word} ${formatValue(value, lang)}`
  // That it is at least nothing says nothing.
  const low = atLeast === 0n || atLeast === 0 ? undefined : atLeast
  return `${unknown}${end(least, low)}${end(most, atMost)}`
}

const isDay = (trace: ValueTrace, facts: FactDefinitions): boolean =>
  isIsoDate(trace.value) ||
  trace.op === 'end-of-year' ||
  trace.op === 'add-years' ||
  (trace.op === 'fact' && facts[trace.fact]?.kind === 'date')

/** What the condition says, e.g. `must be at most 200 (insured workers of a medium enterprise)`. */
function demand(leaf: Leaf, facts: FactDefinitions, lang: Lang, role: ConditionRole): string {
  const { unknown, [role]: word } = words[lang]
  const definition = definitionOf(leaf.left, facts)
  if (leaf.op !== 'compare') {
    const side = leaf.negated ? 1 : 0
    const names = leaf.values.map((value) => formatValue(value, lang, definition))
    if (names.length > 1) return `${word[leaf.op][side]}: ${names.join('; ')}`
    const one = leaf.op === 'one-of' ? word.relation[leaf.negated ? '≠' : '='] : word.has[side]
    return `${one} ${names.join('')}`
  }
  const relation = word[[leaf.left, leaf.right].some((side) => isDay(side, facts)) ? 'day' : 'relation'][leaf.relation]
  if (leaf.right.value === undefined) return `${relation} ${label(leaf.right, facts, lang)} (${unknown})`
  const limit = formatValue(leaf.right.value, lang, definition ?? definitionOf(leaf.right, facts))
  // A limit without a name of its own would only be said twice.
  const name = leaf.right.op === 'literal' ? limit : label(leaf.right, facts, lang)
  return `${relation} ${limit}${name === limit ? '' : ` (${name})`}`
}

/** Where a condition is of a yes or no: which of them it wants. */
function wanted(leaf: Leaf): boolean | undefined {
  if (leaf.op !== 'compare' || leaf.right.op !== 'literal' || typeof leaf.right.value !== 'boolean') return undefined
  return leaf.right.value === (leaf.relation === '=')
}

/** What must be: `required: yes`, or the demand. */
const needed = (leaf: Leaf, facts: FactDefinitions, lang: Lang): string => {
  const answer = wanted(leaf)
  return answer === undefined
    ? demand(leaf, facts, lang, 'demand')
    : `${words[lang].flag}: ${formatValue(answer, lang)}`
}

/**
 * One tested condition as a sentence: what was seen, and what must be. As a scope, which a rule's application hangs on and
 * which nobody has to meet: what it is, and what was seen.
 */
export function sentence(leaf: Leaf, facts: FactDefinitions, lang: Lang, role: ConditionRole = 'demand'): string {
  const what = leaf.title?.[lang] ?? label(leaf.left, facts, lang)
  const found = seen(leaf.left, facts, lang)
  const answer = wanted(leaf)
  if (role === 'demand')
    return answer === undefined
      ? `${what}: ${found}; ${needed(leaf, facts, lang)}.`
      : `${what}: ${found} (${needed(leaf, facts, lang)}).`
  const is = answer === undefined ? ` ${demand(leaf, facts, lang, role)}` : `: ${formatValue(answer, lang)}`
  return `${what}${is} (${words[lang].here}: ${found}).`
}

/** A line of an explanation; `depth` is how far it is indented. */
export interface Line {
  readonly depth: number
  readonly truth: Truth
  readonly text: string
}

/** A condition as lines of plain sentences, parts below the whole. */
export function explain(
  trace: ConditionTrace,
  facts: FactDefinitions,
  lang: Lang,
  depth = 0,
  role: ConditionRole = 'demand',
): Line[] {
  if (!('of' in trace)) return [{ depth, truth: trace.truth, text: sentence(trace, facts, lang, role) }]
  const [only] = trace.of
  if (!trace.title && !only) return []
  if (!trace.title && only && trace.of.length === 1) return explain(only, facts, lang, depth, role)
  const head = { depth, truth: trace.truth, text: `${trace.title?.[lang] ?? words[lang][role][trace.op]}:` }
  return [head, ...partsOf(trace).flatMap((part) => explain(part, facts, lang, depth + 1, role))]
}

/** What would have to be otherwise, as a sentence. */
export function explainChange(change: Change, facts: FactDefinitions, lang: Lang): string {
  const word = words[lang]
  const { condition, must, to } = change
  const [fact = ''] = change.facts
  const definition = facts[fact]
  if (!definition || to === undefined)
    return `${word.change[must]}: ${sentence(condition, facts, lang, must === 'hold' ? 'demand' : 'scope')}`
  const limit = condition.op === 'compare' ? [condition.right] : []
  const now = [condition.left, ...limit].flatMap(factsSeen).find((seen) => seen.fact === fact)
  const from = now ? `${word.from} ${seen(now, facts, lang)}; ` : ''
  const become = `${edge(condition, now?.value, to, lang) ?? word.to} ${formatValue(to, lang, definition)}`
  if (condition.left === now) {
    const title = condition.title?.[lang] ?? definition.title[lang]
    return `${title}: ${from}${must === 'hold' && setsOwnLimit(condition, to) ? needed(condition, facts, lang) : become}.`
  }
  const wrong = must === 'hold' && condition.truth !== 'held' && factsSeen(condition.left).length > 0
  return `${definition.title[lang]}: ${from}${become}.${wrong ? ` ${sentence(condition, facts, lang)}` : ''}`
}

/** Whether a condition of one fact says better than `to` what the fact must be: its limit is fixed, or is that very value. */
function setsOwnLimit(condition: Leaf, to: Value): boolean {
  if (condition.op !== 'compare') return condition.op !== 'some-of'
  const { relation, right } = condition
  if (factsSeen(right).length === 0) return true
  return '=≤≥'.includes(relation) && right.value !== undefined && sameValue(right.value, to)
}

/** Where a quantity has to rise or fall: that `to`, the nearest value, is the least or the most that it may be. */
function edge(condition: Leaf, from: Value | undefined, to: Value, lang: Lang): string | undefined {
  if (condition.op !== 'compare' || '=≠'.includes(condition.relation)) return undefined
  if (from === undefined || sameValue(from, to)) return undefined
  return words[lang].demand[isIsoDate(to) ? 'day' : 'relation'][compareValues(from, to) < 0 ? '≥' : '≤']
}

/** One step of a calculation: `50% × 570.000.000 đồng = 285.000.000 đồng`. */
export interface CalculationStep {
  readonly op: ValueTrace['op']
  /** Name of a term, e.g. `rate` or `cap`. */
  readonly name: string | undefined
  readonly title: Text
  readonly text: Text
  /** As in the trace; undefined where not known. */
  readonly value: Value | undefined
  readonly parameter: string | undefined
  readonly fact: string | undefined
  /** The article that a parameter's value is from. */
  readonly cites: Citations | undefined
  readonly trust: Trust | undefined
}

const bothLanguages = (write: (lang: Lang) => string): Text => ({ vi: write('vi'), en: write('en') })

/** A calculation from its first term to its result, in reading order. */
export function calculation(trace: ValueTrace, facts: FactDefinitions): CalculationStep[] {
  const step: CalculationStep = {
    op: trace.op,
    name: trace.name,
    title: bothLanguages((lang) => label(trace, facts, lang)),
    text: bothLanguages((lang) => `${formula(trace, facts, lang)}${seen(trace, facts, lang)}`),
    value: trace.value,
    parameter: trace.op === 'parameter' ? trace.parameter : undefined,
    fact: trace.op === 'fact' ? trace.fact : undefined,
    cites: trace.op === 'parameter' ? trace.cites : undefined,
    trust: trace.op === 'parameter' ? trace.trust : undefined,
  }
  if (trace.op === 'literal') return []
  if (!('of' in trace)) return [step]
  // A case taken is the value of its branch: no step of its own. Where none could be taken, the choice is what to know.
  if (trace.op === 'match') {
    const [choice, first] = trace.of
    const shown = trace.value === undefined && trace.chosen === undefined ? choice : first
    return shown ? calculation(shown, facts) : []
  }
  // How a product is rounded is said in its own line.
  const terms = trace.op === 'times' ? trace.of.slice(0, 2) : trace.of
  return [...terms.flatMap((term) => calculation(term, facts)), step]
}

function formula(trace: ValueTrace, facts: FactDefinitions, lang: Lang): string {
  if (!('of' in trace)) return ''
  const terms = trace.of.map((term) => seen(term, facts, lang))
  const [first = '', second = '', third = ''] = terms
  const rounded = Object.entries(words[lang].rounded).find(([how]) => how === trace.of[2]?.value)
  switch (trace.op) {
    case 'times':
      return `${first} × ${second} (${rounded?.[1] ?? third}) = `
    case 'sum':
      return `${terms.join(' + ')} = `
    case 'min':
      return `${words[lang].lowest} ${terms.join('; ')} = `
    case 'max':
      return `${words[lang].highest} ${terms.join('; ')} = `
    default:
      return ''
  }
}
