import type { Amount } from './amount.js'
import type { BoundLaw } from './bind-law.js'
import type { Decision, LawIdentity } from './decision.js'
import { InputError } from './errors.js'
import type { FactDefinition, Facts } from './facts.js'
import { factsOf, Given } from './given.js'
import { isIsoDate, type Period } from './iso-date.js'
import type { DatedValue, Unit } from './parameter.js'
import { isRatio, ratio } from './ratio.js'
import { showValue, type Value } from './value.js'

/** A fact that was given or that the answer reads, with its definition, so that the answer reads without the pack. */
export interface FactEntry {
  readonly fact: string
  readonly definition: FactDefinition
  /** What was given; undefined where it was not known. */
  readonly given: Value | undefined
}

/** A value of the law that the answer reads, with the days for which it holds. */
export type ParameterEntry = DatedValue & { readonly parameter: string; readonly unit: Unit }

/** A rule or amount that the answer rests on, with the days for which its text holds. */
export interface VersionEntry extends Period {
  readonly id: string
  /** The pack that put this version in place of another's. */
  readonly by: string | undefined
}

/** An answer with everything that is needed to read it and to give it again. */
export type TraceDocument = {
  readonly schema: 'trace.v1'
  readonly law: LawIdentity
  /** In asking order. */
  readonly facts: readonly FactEntry[]
  readonly parameters: readonly ParameterEntry[]
  readonly versions: readonly VersionEntry[]
} & ({ readonly kind: 'decision'; readonly answer: Decision } | { readonly kind: 'amount'; readonly answer: Amount })

/**
 * An answer, the law that gave it and the facts that it was given on, as one document.
 * @param given those facts, or what `law.read` made of them
 */
export function traceDocument(law: BoundLaw, given: Facts | Given, answer: Decision | Amount): TraceDocument {
  const facts = given instanceof Given ? factsOf(given) : given
  const read = namesIn(answer)
  const ids = new Set([...read.rules, ...('rule' in answer ? [answer.rule] : [])])
  const head = {
    schema: 'trace.v1',
    law: law.identity,
    facts: Object.entries(law.facts)
      .filter(([fact]) => facts[fact] !== undefined || read.facts.has(fact))
      .map(([fact, definition]) => ({ fact, definition, given: facts[fact] })),
    parameters: law.parameters
      .filter(({ parameter }) => read.parameters.has(parameter.id))
      .map(({ parameter, entry }) => ({ ...entry, parameter: parameter.id, unit: parameter.unit })),
    versions: [...law.rules, ...law.amounts].flatMap(({ rule, version }) =>
      version && ids.has(rule.id) ? [{ id: rule.id, by: version.by, ...period(version) }] : [],
    ),
  } as const
  return 'subject' in answer ? { ...head, kind: 'decision', answer } : { ...head, kind: 'amount', answer }
}

const period = ({ from, to }: Period): Period => ({ from, ...(to && { to }) })

/** What a trace names: the fields `fact`, `parameter`, `rule` and the lists of facts, wherever they stand in it. */
function namesIn(answer: unknown) {
  const names = { facts: new Set<string>(), parameters: new Set<string>(), rules: new Set<string>() }
  const single: Readonly<Record<string, Set<string>>> = {
    fact: names.facts,
    parameter: names.parameters,
    rule: names.rules,
    exception: names.rules,
  }
  const visit = (node: unknown, key: string): void => {
    if (typeof node === 'string') single[key]?.add(node)
    else if (Array.isArray(node))
      for (const item of node as unknown[])
        if (typeof item === 'string' && (key === 'missing' || key === 'facts')) names.facts.add(item)
        else visit(item, key)
    else if (typeof node === 'object' && node !== null)
      for (const [field, value] of Object.entries(node)) visit(value, field)
  }
  visit(answer, '')
  return names
}

/**
 * A document as JSON. The same document gives the same bytes: keys that are whole numbers stand first, by size, all others in the
 * order of their code units; there is no white space. Đồng are `{ "$dong": "570000000" }`, ratios `{ "$ratio": "50/100" }`, what is not known is `null`; all
 * else is as in JSON. The JSON Schema is in the package: `@khuyencong/rules/schema/trace.v1.json`.
 */
export const toJson = (document: TraceDocument): string => JSON.stringify(encode(document))

function encode(node: unknown): unknown {
  if (node === undefined || node === null) return null
  if (typeof node === 'bigint') return { $dong: String(node) }
  if (isRatio(node)) return { $ratio: `${node.numerator}/${node.denominator}` }
  if (Array.isArray(node)) return node.map(encode)
  if (typeof node !== 'object') return node
  const entries = Object.entries(node).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, value]) => [key, encode(value)]))
}

/**
 * Reads a document that `toJson` wrote.
 * @throws InputError when `text` is not JSON or not a `trace.v1`: another schema, or without what every such document has
 */
export function fromJson(text: string): TraceDocument {
  const read = parsed(text)
  const schema = fieldOf(read, 'schema')
  if (schema !== 'trace.v1')
    throw refusal('trace-schema', 'schema', `'${String(schema)}' is not a schema that can be read here.`)
  for (const [field, fits] of Object.entries(shape)) {
    const found = field.split('.').reduce(fieldOf, read)
    if (!fits(found)) throw refusal('trace-shape', field, `'${showValue(found)}' cannot stand here.`)
  }
  const asked = fieldOf(read, 'kind') === 'decision' ? 'subject' : 'rule'
  const named = fieldOf(fieldOf(read, 'answer'), asked)
  if (!isString(named)) throw refusal('trace-shape', `answer.${asked}`, `'${showValue(named)}' cannot stand here.`)
  return read as TraceDocument
}

const fieldOf = (node: unknown, field: string): unknown =>
  typeof node === 'object' && node !== null ? new Map(Object.entries(node)).get(field) : undefined

const isString = (found: unknown): boolean => typeof found === 'string'

/** What a document has to have to be read and given again. All else is the schema's to say. */
const shape: Readonly<Record<string, (found: unknown) => boolean>> = {
  kind: (found) => found === 'decision' || found === 'amount',
  'law.pack': isString,
  'law.version': isString,
  'law.asOf': isIsoDate,
  facts: (found) => Array.isArray(found) && found.every((entry) => isString(fieldOf(entry, 'fact'))),
  parameters: Array.isArray,
  versions: Array.isArray,
}

const refusal = (code: string, field: string, message: string) =>
  new InputError([{ code, field, message, expected: "a document of the schema 'trace.v1', as toJson writes it" }])

function parsed(text: string): unknown {
  try {
    return decode(JSON.parse(text))
  } catch (error) {
    if (error instanceof InputError) throw error
    const deep = 'this has too much in one another to be read.'
    throw refusal('json', 'trace', error instanceof SyntaxError ? 'this is not JSON.' : deep)
  }
}

const whole = /^-?\d+$/
const fraction = /^(\d+)\/(0*[1-9]\d*)$/

function decode(node: unknown): unknown {
  if (node === null) return undefined
  if (Array.isArray(node)) return node.map(decode)
  if (typeof node !== 'object') return node
  const fields = node as Readonly<Record<string, unknown>>
  const { $dong: dong, $ratio: ofRatio } = fields
  if (typeof dong === 'string') {
    if (whole.test(dong)) return BigInt(dong)
    throw refusal('trace-value', '$dong', `'${dong}' is not a whole number of đồng.`)
  }
  if (typeof ofRatio === 'string') {
    const [, numerator, denominator] = fraction.exec(ofRatio) ?? []
    if (numerator && denominator) return ratio(BigInt(numerator), BigInt(denominator))
    throw refusal('trace-value', '$ratio', `'${ofRatio}' is not a ratio.`)
  }
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, decode(value)]))
}
