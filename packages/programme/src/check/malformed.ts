import type { Condition, Expression, FactDefinition, Mutability, Relation } from '@khuyencong/rules'
import type { Pack } from '../pack.js'
import { units } from './kinds.js'
import { error, type PackProblem, type Place } from './problem.js'
import {
  anything,
  byOp,
  isRecord,
  listOf,
  oneOf,
  optional,
  recordOf,
  text,
  withFields,
  word,
  type Misfit,
  type Shape,
} from './shape.js'

/**
 * Parts that are missing, and parts that are no such part: an `all` without its `of`, a relation that there is not, a rule
 * without versions. Types forbid it; a pack written in JavaScript or read from a file may have it, and nothing else could
 * be asked of it then.
 */
export function malformed(pack: Pack): PackProblem[] {
  const { id, facts, law } = pack
  const ofPack = report({ kind: 'pack', id }, packShape(pack, '', 0))
  if (ofPack.length > 0) return ofPack
  const items = (kind: Place['kind'], of: Readonly<Record<string, unknown>>, shape: Shape) =>
    Object.entries(of).flatMap(([id, item]) => report({ kind, id }, shape(item, '', 0)))
  return [
    ...items('fact', facts, factShape),
    ...items('rule', law.rules, ruleShape),
    ...items('parameter', law.parameters, parameterShape),
    ...items('amount', law.amounts, amountShape),
  ]
}

const report = (place: Place, misfits: readonly Misfit[]): PackProblem[] =>
  misfits.map(({ path, found, expected }) => {
    const [vi, en] = found === undefined ? ['thiếu', 'is missing'] : [`là ${shown(found)}`, `is ${shown(found)}`]
    const at = path ? { vi: `'${path}'`, en: `'${path}'` } : { vi: 'Mục này', en: 'The item' }
    return error('malformed', place, undefined, {
      vi: `${at.vi} ${vi}; cần ${expected.vi}.`,
      en: `${at.en} ${en}; expected ${expected.en}.`,
    })
  })

function shown(found: unknown): string {
  if (typeof found === 'string') return `'${found}'`
  if (Array.isArray(found)) return '[…]'
  return typeof found === 'object' && found !== null ? '{…}' : String(found)
}

const relations = ['=', '≠', '<', '≤', '>', '≥'] as const satisfies readonly Relation[]

const expression: Shape = byOp<Expression['op']>({ vi: 'một biểu thức', en: 'an expression' }, () => {
  const several = { of: listOf(expression) }
  return {
    fact: { fact: word },
    parameter: { parameter: word },
    literal: { value: anything },
    times: { factor: expression, of: expression, rounding: expression },
    min: several,
    max: several,
    sum: several,
    'add-years': { date: expression, years: expression },
    'end-of-year': { year: expression },
    match: { fact: word, cases: recordOf(expression) },
  }
})

const condition: Shape = byOp<Condition['op']>({ vi: 'một điều kiện', en: 'a condition' }, () => {
  const membership = { left: expression, values: listOf(word) }
  const several = { of: listOf(condition) }
  return {
    compare: { left: expression, relation: oneOf(relations), right: expression },
    'one-of': membership,
    'some-of': membership,
    'all-of': membership,
    all: several,
    any: several,
    not: { of: condition },
  }
})

const period = { from: word, to: optional(word) }
const citation = withFields({ document: optional(word), article: optional(word), clause: optional(word) })
const sourced = { ...period, cites: optional(listOf(citation)), note: optional(text) }

const packShape = withFields({
  id: word,
  version: word,
  period: withFields(period),
  facts: recordOf(anything),
  law: withFields({ rules: recordOf(anything), parameters: recordOf(anything), amounts: recordOf(anything) }),
  subjects: optional(recordOf(anything)),
  readByFunctions: optional(listOf(word)),
})

const kinds = [
  'flag',
  'choice',
  'choices',
  'money',
  'count',
  'year',
  'date',
] as const satisfies FactDefinition['kind'][]

const mutabilities: Readonly<Record<Mutability, true>> = { changeable: true, fixed: true, question: true }

const factShape: Shape = (part, path, depth) => {
  const ofChoice = isRecord(part) && (part['kind'] === 'choice' || part['kind'] === 'choices')
  return withFields({
    kind: oneOf(kinds),
    title: text,
    question: text,
    group: word,
    mutability: oneOf(Object.keys(mutabilities)),
    ...(ofChoice && { values: recordOf(text) }),
  })(part, path, depth)
}

const item = { id: word, title: text }

const ruleShape: Shape = (part, path, depth) => {
  const ofException = isRecord(part) && 'exceptionTo' in part
  return withFields({
    ...item,
    group: word,
    subjects: optional(listOf(word)),
    ...(ofException && { exceptionTo: listOf(word), over: optional(listOf(word)) }),
    versions: listOf(
      withFields({
        ...sourced,
        applies: optional(condition),
        requires: ofException ? optional(condition) : condition,
      }),
    ),
  })(part, path, depth)
}

const parameterShape = withFields({
  ...item,
  unit: oneOf(units),
  values: optional(recordOf(text)),
  timeline: listOf(
    withFields({ ...sourced, value: anything, readings: optional(listOf(withFields({ title: text }))) }),
  ),
})

const amountShape = withFields({
  ...item,
  per: text,
  versions: listOf(withFields({ ...sourced, amount: expression, costItems: optional(text) })),
  without: optional(listOf(withFields({ ...period, text, cites: optional(listOf(citation)) }))),
})
