import { isException, type Condition, type Rule, type Sourced } from '@khuyencong/rules'
import { common } from '../change-dates.js'
import type { Pack } from '../pack.js'
import { sameButForDays } from '../same-content.js'
import { ruleEntries, type RuleEntry } from './entries.js'
import { shared } from './exceptions.js'
import { warning, type PackProblem } from './problem.js'

/** An exemption, which is written as a requirement of nothing. */
export const isLifted = (requires: Condition): boolean => requires.op === 'all' && requires.of.length === 0

/** Rules that the pack exempts, while an exception of the law that it builds on goes on asking in their place. */
export function exemptInPart({ base, period, law }: Pack): PackProblem[] {
  if (!base) return []
  const lifts = ({ rule, version: { requires } }: RuleEntry) => !isException(rule) && requires && isLifted(requires)
  const ofBase = ({ id }: Rule, version: Sourced) =>
    base.law.rules[id]?.versions.some((theirs) => sameButForDays(theirs, version)) ?? false
  return ruleEntries(law)
    .filter((entry) => lifts(entry) && !ofBase(entry.rule, entry.version))
    .flatMap(({ rule, version, place }) =>
      Object.values(law.rules)
        .filter(isException)
        .filter((exception) => exception.exceptionTo.includes(rule.id) && shared(exception, rule))
        .filter((exception) =>
          exception.versions.some((other) => {
            const days = common(version, other)
            const asks = other.requires && !isLifted(other.requires)
            return asks && days && common(days, period) && ofBase(exception, other)
          }),
        )
        .map(({ id }) =>
          warning('exempt-in-part', place, version.cites, {
            vi: `Đã miễn, nhưng ở đâu ngoại lệ '${id}' áp dụng thì ngoại lệ đó vẫn đặt điều kiện; nếu cũng miễn thì phải thay cả ngoại lệ đó.`,
            en: `Is exempted, but where the exception '${id}' steps in, that goes on asking; replace it, too, if it is to be lifted.`,
          }),
        ),
    )
}
