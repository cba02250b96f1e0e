import { InputError, isException, type BoundLaw } from '@khuyencong/rules'
import { isTitleCode, titleCodes, type TitleCode } from './titles.js'

/** A law bound to a day with a section on titles: what `pack.at(date)` gives. */
export interface LawWithTitles<K extends keyof BoundLaw> {
  readonly titles: Pick<BoundLaw, K>
}

/** @throws InputError when `code` is not the code of a title. */
export function titleCode(code: string): TitleCode {
  if (isTitleCode(code)) return code
  const message = `'${code}' is not a title code.`
  throw new InputError([
    { code: 'title-unknown', field: 'title', message, expected: `one of ${titleCodes.join(', ')}` },
  ])
}

/**
 * Refuses a question on which the law bound to the day has no rule: without rules every answer would be a silent yes.
 * @throws InputError naming the law and the day
 */
export function needRules(law: Pick<BoundLaw, 'rules' | 'identity'>, subject: string, about: string): void {
  if (law.rules.some(({ rule }) => !isException(rule) && rule.subjects?.includes(subject))) return
  const { pack, asOf } = law.identity
  const message = `${pack} has no rules on ${about} on ${asOf}.`
  const expected = 'a law with such rules in force, e.g. that of a province for a provincial title'
  throw new InputError([{ code: 'title-without-rules', field: 'title', message, expected }])
}
