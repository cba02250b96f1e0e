import { facts as definitions, isContentCode, type ApplicationFacts, type ContentCode } from '@khuyencong/domain'
import { factProblems, type FactDefinition, type Value } from '@khuyencong/rules'
import type { Search } from '../address'

/** What the form holds, as it stands in the address: day, content, locality and each fact as text. What is absent is unknown. */
export type Draft = Search

/** A draft, read. What could not be understood is named, and counts as unknown. */
export interface Question {
  /** As written; the pack says whether it is a day that it answers for. */
  readonly asOf: string
  readonly content: ContentCode
  /** Code of the commune-level unit chosen. */
  readonly locality: string | undefined
  readonly facts: ApplicationFacts
  /** Facts of the dictionary whose text is not a value of theirs. */
  readonly misread: readonly string[]
  /** Parts of the address that mean nothing here. */
  readonly strange: readonly string[]
}

const dictionary: Readonly<Record<string, FactDefinition>> = definitions

/** The content that is asked for most, on a day within the programme: today is not, once it has ended. */
export const usual = { asOf: '2024-03-01', content: 'MACH' } as const

export function readQuestion(draft: Draft): Question {
  const { asOf = usual.asOf, content = usual.content, locality, ...texts } = draft
  const known = Object.entries(texts).filter(([key]) => Object.hasOwn(dictionary, key))
  const read = known.map(([key, text]) => [key, readFact(key, text)] as const)
  const strangeKeys = Object.keys(texts).filter((key) => !Object.hasOwn(dictionary, key))
  return {
    asOf,
    content: isContentCode(content) ? content : usual.content,
    locality,
    // Each value was held against its definition.
    facts: Object.fromEntries(read.filter(([, value]) => value !== undefined)),
    misread: read.flatMap(([key, value]) => (value === undefined ? [key] : [])),
    strange: [...strangeKeys, ...(isContentCode(content) ? [] : [`content=${content}`])],
  }
}

/** The value of a fact written as `text`, or undefined where it is none. */
function readFact(key: string, text: string): Value | undefined {
  const definition = dictionary[key]
  const value = definition && parse(definition, text)
  return value !== undefined && factProblems(definitions, { [key]: value }).length === 0 ? value : undefined
}

function parse({ kind }: FactDefinition, text: string): Value | undefined {
  switch (kind) {
    case 'flag':
      return text === 'true' || text === 'false' ? text === 'true' : undefined
    case 'choice':
    case 'date':
      return text
    case 'choices':
      return text === '' ? [] : text.split(',')
    case 'money':
      return /^\d{1,18}$/.test(text) ? BigInt(text) : undefined
    case 'count':
    case 'year':
      return /^\d{1,9}$/.test(text) ? Number(text) : undefined
  }
}

/** The reverse of reading. */
export const writeFacts = (facts: ApplicationFacts): Draft =>
  Object.fromEntries(
    Object.entries(facts).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, Array.isArray(value) ? value.join(',') : String(value)]],
    ),
  )

/** The draft with one entry set, or taken out. */
export function withEntry(draft: Draft, key: string, text: string | undefined): Draft {
  const rest = Object.fromEntries(Object.entries(draft).filter(([other]) => other !== key))
  return text === undefined ? rest : { ...rest, [key]: text }
}
