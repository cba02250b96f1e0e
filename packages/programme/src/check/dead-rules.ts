import { all, isException, not, type Condition, type IsoDate, type Text } from '@khuyencong/rules'
import { common, turningPoints } from '../change-dates.js'
import type { Pack } from '../pack.js'
import { conditionsIn, conditionsOf, expressionsOf, parametersIn, ruleEntries, type RuleEntry } from './entries.js'
import { isLifted } from './exempt-in-part.js'
import { possible } from './possible.js'
import { error, warning, type PackProblem, type PackProblemCode } from './problem.js'

/** Rules that never say anything: not in force, for subjects that do not exist, or with conditions that are always or never met. */
export const deadRules = (pack: Pack, subjects: ReadonlySet<string>): PackProblem[] => [
  ...Object.values(pack.law.rules).flatMap(({ id, versions }) =>
    versions.some((version) => common(version, pack.period))
      ? []
      : warning('never-in-force', { kind: 'rule', id }, versions[0]?.cites, {
          vi: 'Không có hiệu lực vào ngày nào trong thời gian của bộ quy định.',
          en: "Is not in force on any day of the pack's period.",
        }),
  ),
  ...Object.values(pack.law.rules).flatMap(({ id, versions, subjects: own = [] }) =>
    own
      .filter((subject) => !subjects.has(subject))
      .map((subject) =>
        error('unknown-subject', { kind: 'rule', id }, versions[0]?.cites, {
          vi: `Nêu nội dung '${subject}' không có trong bộ quy định.`,
          en: `Names the subject '${subject}', which the pack does not have.`,
        }),
      ),
  ),
  ...ruleEntries(pack.law).flatMap((entry) => conditions(entry, pack)),
]

const messages = {
  'never-applies': {
    vi: 'Điều kiện áp dụng không bao giờ xảy ra',
    en: 'No facts can make it apply',
  },
  'always-applies': {
    vi: 'Điều kiện áp dụng lúc nào cũng đúng: thừa',
    en: 'Its condition of application always holds and is not needed',
  },
  'never-met': {
    vi: 'Không hồ sơ nào có thể đạt',
    en: 'No facts can meet it',
  },
  'always-met': {
    vi: 'Hồ sơ nào cũng đạt: không có tác dụng',
    en: 'Any facts meet it, so that it has no effect',
  },
  'dead-branch': {
    vi: 'Có một trường hợp không bao giờ xảy ra',
    en: 'One of its alternatives can never hold',
  },
} as const satisfies Partial<Record<PackProblemCode, Text>>

/** Each finding once a version, with the first day on which it is so. */
function conditions(entry: RuleEntry, pack: Pack): PackProblem[] {
  const { version, place, rule } = entry
  const days = daysToAsk(entry, pack)
  const report = (code: keyof typeof messages, day: IsoDate, what?: Text): PackProblem =>
    warning(code, place, version.cites, {
      vi: `${messages[code].vi}${what ? `: ${what.vi}` : ''} (ngày ${day}).`,
      en: `${messages[code].en}${what ? `: ${what.en}` : ''} (on ${day}).`,
    })
  const never = (condition: Condition) => days.find((day) => possible(condition, pack, day).answer === 'no')

  const { applies, requires } = version
  const scope = applies ?? all()
  if (applies) {
    const neverApplies = never(applies)
    if (neverApplies) return [report('never-applies', neverApplies)]
  }
  const alwaysApplies = applies && never(not(applies))
  const found = alwaysApplies ? [report('always-applies', alwaysApplies)] : []
  if (!requires || isLifted(requires)) return found
  const neverMet = never(all(scope, requires))
  if (neverMet) return [...found, report('never-met', neverMet)]
  const alwaysMet = never(all(scope, not(requires)))
  if (alwaysMet && !isException(rule)) found.push(report('always-met', alwaysMet))
  for (const branch of alternatives(requires)) {
    const dead = never(all(scope, branch))
    if (dead) found.push(report('dead-branch', dead, branch.title))
  }
  return found
}

const alternatives = (condition: Condition): Condition[] =>
  conditionsIn(condition).flatMap((part) => (part.op === 'any' ? part.of : []))

/** The days of a version, within the pack's period, on which the values that it uses begin or end. */
function daysToAsk(entry: RuleEntry, { period, law }: Pack): IsoDate[] {
  const used = common(entry.version, period)
  if (!used) return []
  const timelines = parametersIn(conditionsOf(entry).flatMap(expressionsOf)).flatMap(
    (id) => law.parameters[id]?.timeline ?? [],
  )
  return turningPoints(used, timelines)
}
