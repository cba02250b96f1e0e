import { contentCodes } from '@khuyencong/domain'
import { LawError } from '@khuyencong/rules'
import { changeDates } from '../change-dates.js'
import type { Pack } from '../pack.js'
import { deadRules } from './dead-rules.js'
import { exceptions } from './exceptions.js'
import { exemptInPart } from './exempt-in-part.js'
import { fallbacks } from './fallbacks.js'
import { holes } from './holes.js'
import { malformed } from './malformed.js'
import { groups, names } from './names.js'
import { periods } from './periods.js'
import { error, type PackProblem, type PackProblemCode } from './problem.js'
import { aboveReference, nationalValues } from './reference.js'
import { sources } from './sources.js'
import { tables } from './tables.js'
import { translations } from './translations.js'
import { unused } from './unused.js'
import { values } from './values.js'

/** What a check cannot see from the pack alone. */
export interface CheckContext {
  /** Questions that rules may be about, besides the contents of support and the amounts of the pack. */
  readonly subjects?: readonly string[]
  /** Values that programs of one's own read and no rule does, besides those that the pack names itself. */
  readonly parameters?: readonly string[]
}

/** Faults with which the law cannot be bound to a day, so that what follows from it is not asked. */
const blocking: ReadonlySet<PackProblemCode> = new Set([
  'period-malformed',
  'overlap',
  'unknown-fact',
  'unknown-parameter',
  'unknown-rule',
  'value-type',
  'table-gap',
  'table-surplus',
])

/**
 * Everything that is wrong with a pack, errors first: parts that are missing or are no such part, sources, periods, values, names, tables, translations, holes and
 * values that end too soon, dead rules, exceptions that conflict or except nothing, what is not used, and how it stands to
 * the law that it builds on. Never throws for a fault of the pack. A warning that this law has over the same days is a
 * matter for its author and is left out.
 * @returns an empty list when all is well; a pack with an error should not be published
 */
export function check(pack: Pack, context: CheckContext = {}): PackProblem[] {
  const found = faults(pack, context)
  const inherited = new Set(pack.base ? faults({ ...pack.base, period: pack.period }, context).map(inWords) : [])
  const all = found.some(({ severity }) => severity === 'error') ? found : [...building(pack), ...found]
  return [
    ...all.filter((p) => p.severity === 'error'),
    ...all.filter((p) => p.severity === 'warning' && !inherited.has(inWords(p))),
  ]
}

const inWords = ({ code, place, message }: PackProblem): string => [code, place.kind, place.id, message.en].join('\n')

function faults(pack: Pack, context: CheckContext): PackProblem[] {
  const misshapen = malformed(pack)
  if (misshapen.length > 0) return misshapen
  const subjects = new Set([
    ...contentCodes,
    ...Object.keys(pack.law.amounts),
    ...Object.keys(pack.subjects ?? {}),
    ...(context.subjects ?? []),
  ])
  const form = [
    ...periods(pack),
    ...sources(pack),
    ...values(pack),
    ...names(pack),
    ...tables(pack),
    ...translations(pack),
  ]
  if (form.some(({ code }) => blocking.has(code))) return form
  return [
    ...form,
    ...holes(pack),
    ...exceptions(pack),
    ...deadRules(pack, subjects),
    ...aboveReference(pack),
    ...nationalValues(pack),
    ...fallbacks(pack),
    ...exemptInPart(pack),
    ...groups(pack),
    ...unused(pack, new Set([...(pack.readByFunctions ?? []), ...(context.parameters ?? [])])),
  ]
}

/** Whatever else keeps the law from being bound, in the words of the kernel. */
function building(pack: Pack): PackProblem[] {
  for (const day of changeDates(pack))
    try {
      pack.at(day)
    } catch (thrown) {
      if (!(thrown instanceof LawError)) throw thrown
      return [
        error('does-not-build', { kind: 'pack', id: pack.id, from: day }, undefined, {
          vi: `Không dùng được vào ngày ${day}: ${thrown.message}`,
          en: `Does not build on ${day}: ${thrown.message}`,
        }),
      ]
    }
  return []
}
