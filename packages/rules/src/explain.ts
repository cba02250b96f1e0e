import type { Relation } from './condition.js'
import type { FactDefinition, FactDefinitions } from './facts.js'
import { factsSeen } from './facts-seen.js'
import { formatValue } from './format.js'
import type { Change } from './remedy.js'
import type { Citations } from './citation.js'
import type { Lang, Text } from './text.js'
import type { Trust } from './trust.js'
import type { Value } from './value.js'
import type { ConditionTrace, Leaf, Truth, ValueTrace } from './trace.js'

const words = {
  vi: {
    unknown: 'chưa biết',
    least: 'ít nhất',
    most: 'không quá',
    relation: {
      '=': 'phải là',
      '≠': 'phải khác',
      '<': 'phải dưới',
      '≤': 'không được quá',
      '>': 'phải trên',
      '≥': 'ít nhất là',
    },
    'one-of': ['phải là một trong', 'không được là'],
    'some-of': ['phải có ít nhất một trong', 'không được có'],
    'all-of': ['phải có đủ', 'không được có đủ'],
    all: 'Phải đạt mọi điểm sau',
    any: 'Phải đạt ít nhất một điểm sau',
    plusYears: 'cộng số năm',
    endOf: '31/12 năm',
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
    relation: {
      '=': 'must be',
      '≠': 'must not be',
      '<': 'must be below',
      '≤': 'must be at most',
      '>': 'must be above',
      '≥': 'must be at least',
    },
    'one-of': ['must be one of', 'must not be'],
    'some-of': ['must include at least one of', 'must not include'],
    'all-of': ['must include all of', 'must not include all of'],
    all: 'All of the following must hold',
    any: 'At least one of the following must hold',
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

const definitionOf = (trace: ValueTrace, facts: FactDefinitions): FactDefinition | undefined =>
  trace.op === 'fact' ? facts[trace.fact] : undefined

function seen(trace: ValueTrace, facts: FactDefinitions, lang: Lang): string {
  if (trace.value !== undefined) return formatValue(trace.value, lang, definitionOf(trace, facts))
  const { unknown, least, most } = words[lang]
  const [atLeast, atMost] = 'of' in trace ? [trace.atLeast, trace.atMost] : []
  // That it is at least nothing says nothing.
  const end = (word: string, value: Value | undefined) =>
    value === undefined || value === 0n || value === 0 ? '' : `, ${word} ${formatValue(value, lang)}`
  return `${unknown}${end(least, atLeast)}${end(most, atMost)}`
}

/** What the condition demands, e.g. `must be at most 200 (insured workers of a medium enterprise)`. */
function demand(leaf: Leaf, facts: FactDefinitions, lang: Lang): string {
  const word = words[lang]
  const definition = definitionOf(leaf.left, facts)
  if (leaf.op !== 'compare')
    return `${word[leaf.op][leaf.negated ? 1 : 0]}: ${leaf.values.map((value) => formatValue(value, lang, definition)).join('; ')}`
  const relation: Relation = leaf.relation
  if (leaf.right.value === undefined)
    return `${word.relation[relation]} ${label(leaf.right, facts, lang)} (${word.unknown})`
  const limit = formatValue(leaf.right.value, lang, definition ?? definitionOf(leaf.right, facts))
  // A limit without a name of its own would only be said twice.
  const name = leaf.right.op === 'literal' ? limit : label(leaf.right, facts, lang)
  return `${word.relation[relation]} ${limit}${name === limit ? '' : ` (${name})`}`
}

/** One tested condition as a sentence: what was seen, and what must be. */
export function sentence(leaf: Leaf, facts: FactDefinitions, lang: Lang): string {
  const what = leaf.title?.[lang] ?? label(leaf.left, facts, lang)
  return `${what}: ${seen(leaf.left, facts, lang)}; ${demand(leaf, facts, lang)}.`
}

/** A line of an explanation; `depth` is how far it is indented. */
export interface Line {
  readonly depth: number
  readonly truth: Truth
  readonly text: string
}

/** A condition as lines of plain sentences, parts below the whole. */
export function explain(trace: ConditionTrace, facts: FactDefinitions, lang: Lang, depth = 0): Line[] {
  if (!('of' in trace)) return [{ depth, truth: trace.truth, text: sentence(trace, facts, lang) }]
  const [only] = trace.of
  if (!trace.title && !only) return []
  if (!trace.title && only && trace.of.length === 1) return explain(only, facts, lang, depth)
  const head = { depth, truth: trace.truth, text: `${trace.title?.[lang] ?? words[lang][trace.op]}:` }
  return [head, ...trace.of.flatMap((part) => explain(part, facts, lang, depth + 1))]
}

/** What would have to be otherwise, as a sentence. */
export function explainChange(change: Change, facts: FactDefinitions, lang: Lang): string {
  const word = words[lang]
  const { condition, must, to } = change
  const [fact = ''] = change.facts
  const definition = facts[fact]
  if (!definition || to === undefined) return `${word.change[must]}: ${sentence(condition, facts, lang)}`
  const limit = condition.op === 'compare' ? [condition.right] : []
  const now = [condition.left, ...limit].flatMap(factsSeen).find((seen) => seen.fact === fact)
  const from = now ? `${word.from} ${seen(now, facts, lang)}; ` : ''
  const become = `${word.to} ${formatValue(to, lang, definition)}`
  const wrong = must === 'hold' && condition.truth !== 'held'
  // The fact itself is tested: its limit says more than the nearest value.
  if (condition.left === now && limit.flatMap(factsSeen).length === 0) {
    const title = condition.title?.[lang] ?? definition.title[lang]
    const target = must === 'hold' && condition.op !== 'some-of' ? demand(condition, facts, lang) : become
    return `${title}: ${from}${target}.`
  }
  const why = wrong && factsSeen(condition.left).length > 0 ? ` ${sentence(condition, facts, lang)}` : ''
  return `${definition.title[lang]}: ${from}${become}.${why}`
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
  const [first = '', second = '', third = ''] = trace.of.map((term) => seen(term, facts, lang))
  const terms = trace.of.map((term) => seen(term, facts, lang))
  const rounded: Readonly<Record<string, string>> = words[lang].rounded
  switch (trace.op) {
    case 'times':
      return `${first} × ${second} (${rounded[third] ?? third}) = `
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
