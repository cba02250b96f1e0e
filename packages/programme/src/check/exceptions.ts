import {
  all,
  formatValue,
  givingWayTo,
  inForce,
  isException,
  not,
  type Exception,
  type ExceptionVersion,
  type Facts,
  type Lang,
  type Period,
  type Rule,
} from '@khuyencong/rules'
import { common, turningPoints } from '../change-dates.js'
import type { Pack } from '../pack.js'
import { expressionsOf, parametersIn } from './entries.js'
import { possible } from './possible.js'
import { error, warning, type PackProblem } from './problem.js'

/** Exceptions to nothing, and exceptions to one rule that can step in at once without a priority. */
export function exceptions(pack: Pack): PackProblem[] {
  const all = Object.values(pack.law.rules).filter(isException)
  return [
    ...all.flatMap((exception) => toNothing(exception, pack)),
    ...all.flatMap((exception, index) =>
      all.slice(index + 1).flatMap((other) => conflict(exception, other, all, pack)),
    ),
  ]
}

function toNothing(exception: Exception, { law, period }: Pack): PackProblem[] {
  const { id, exceptionTo, versions } = exception
  const place = { kind: 'rule', id } as const
  if (exceptionTo.length === 0)
    return [
      error('exception-to-nothing', place, versions[0]?.cites, {
        vi: 'Ngoại lệ không nêu quy định nào.',
        en: 'The exception names no rule.',
      }),
    ]
  return exceptionTo.flatMap((general) => {
    const rule = law.rules[general]
    if (!rule || (shared(exception, rule) && together(exception, rule, period))) return []
    return warning('exception-to-nothing', place, versions[0]?.cites, {
      vi: `Không lúc nào thay được quy định '${general}': không cùng hiệu lực hoặc không cùng nội dung.`,
      en: `Can never step in for the rule '${general}': they share no day or no subject.`,
    })
  })
}

/** Whether there is a subject that both are about. */
export const shared = (a: Rule, b: Rule): boolean =>
  !a.subjects || !b.subjects || a.subjects.some((s) => b.subjects?.includes(s))

const together = (a: Rule, b: Rule, within: Period): boolean =>
  a.versions.some((one) => b.versions.some((other) => sharedDays([one, other], within)))

/** The subjects that all of them are about; undefined for every one. */
const sharedSubjects = (rules: readonly Rule[]): readonly string[] | undefined =>
  rules.reduce<readonly string[] | undefined>(
    (shared, { subjects }) => (shared && subjects ? shared.filter((s) => subjects.includes(s)) : (shared ?? subjects)),
    undefined,
  )

const covers = ({ subjects }: Rule, asked: readonly string[] | undefined): boolean =>
  !subjects || (asked?.every((subject) => subjects.includes(subject)) ?? false)

function sharedDays(periods: readonly Period[], within: Period): Period | undefined {
  return periods.reduce<Period | undefined>((days, period) => days && common(days, period), within)
}

function conflict(a: Exception, b: Exception, others: readonly Exception[], pack: Pack): PackProblem[] {
  const before = (one: Exception, other: Exception) => givingWayTo(one.id, pack.law.rules).has(other.id)
  if (!shared(a, b) || before(a, b) || before(b, a)) return []
  const general = a.exceptionTo.filter((id) => b.exceptionTo.includes(id)).map((id) => pack.law.rules[id])
  for (const rule of general)
    for (const one of a.versions)
      for (const other of b.versions) {
        const days = rule && shared(a, rule) && shared(b, rule) ? sharedDays([one, other], pack.period) : undefined
        const found = rule && days && clash(rule, [a, one], [b, other], others, days, pack)
        if (found) return [found]
      }
  return []
}

type Applying = readonly [Exception, ExceptionVersion]

/** The first day on which both can step in, neither silenced by a third that goes before one of them. */
function clash(
  rule: Rule,
  [a, one]: Applying,
  [b, other]: Applying,
  others: readonly Exception[],
  days: Period,
  pack: Pack,
) {
  const timelines = parametersIn(
    [one.applies, other.applies].flatMap((applies) => (applies ? expressionsOf(applies) : [])),
  ).flatMap((id) => pack.law.parameters[id]?.timeline ?? [])
  const subjects = sharedSubjects([a, b, rule])
  const silencing = others.filter((third) => {
    // To another rule, or for some of the subjects only, it leaves the two as they are.
    const here = third.exceptionTo.includes(rule.id) && covers(third, subjects)
    const below = givingWayTo(third.id, pack.law.rules)
    return here && (below.has(a.id) || below.has(b.id))
  })
  const periods = [...timelines, ...rule.versions, ...silencing.flatMap((third) => third.versions)]
  for (const day of turningPoints(days, periods)) {
    if (!rule.versions.some((version) => inForce(version, day))) continue
    const silent = silencing.flatMap((third) =>
      third.versions.filter((version) => inForce(version, day)).map((version) => not(version.applies ?? all())),
    )
    const found = possible(all(one.applies ?? all(), other.applies ?? all(), ...silent), pack, day)
    if (found.answer === 'no') continue
    const example = found.answer === 'yes' ? found.facts : {}
    const place = { kind: 'rule', id: a.id, from: one.from } as const
    const advice = {
      vi: `Nêu ngoại lệ kia trong 'over' của ngoại lệ được ưu tiên.`,
      en: `Give one priority by naming the other in its 'over'.`,
    }
    return found.answer === 'yes'
      ? error('exceptions-conflict', place, one.cites, {
          vi: `Ngoại lệ ${a.id} và ${b.id} của quy định ${rule.id} cùng áp dụng (ngày ${day}${listed(example, pack, 'vi')}). ${advice.vi}`,
          en: `Exceptions ${a.id} and ${b.id} to the rule ${rule.id} apply at once (on ${day}${listed(example, pack, 'en')}). ${advice.en}`,
        })
      : warning('exceptions-may-conflict', place, one.cites, {
          vi: `Chưa loại trừ được việc ngoại lệ ${a.id} và ${b.id} của quy định ${rule.id} cùng áp dụng (ngày ${day}). ${advice.vi}`,
          en: `It could not be ruled out that the exceptions ${a.id} and ${b.id} to the rule ${rule.id} apply at once (on ${day}). ${advice.en}`,
        })
  }
  return undefined
}

/** Facts as the trade names them, e.g. `; Fund: national`. */
const listed = (example: Facts, { facts }: Pack, lang: Lang): string =>
  Object.entries(example)
    .map(([fact, value]) => {
      const definition = facts[fact]
      const shown = value === undefined ? '' : formatValue(value, lang, definition)
      return `; ${definition?.title[lang] ?? fact}: ${shown}`
    })
    .join('')
