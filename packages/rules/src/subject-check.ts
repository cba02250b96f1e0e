import { InputError } from './errors.js'
import { isException, type Law } from './rule.js'

/**
 * What can be asked of a law: what rules of any day name and, where a general rule is for all subjects, what the law lists and
 * has amounts of. Where no rule names a subject, it is all the same to them, and any can be asked.
 * @returns a function that throws InputError when it is given any other: a misspelt subject would be answered by the rules for
 *   all, or met for want of any
 */
export function subjectCheck({ rules, amounts, subjects = [] }: Law): (subject: string) => void {
  const all = Object.values(rules)
  const named = all.flatMap((rule) => rule.subjects ?? [])
  const general = all.some((rule) => !isException(rule) && !rule.subjects)
  const known = new Set([...named, ...(general ? [...subjects, ...Object.keys(amounts)] : [])])
  return (subject) => {
    if (named.length === 0 || known.has(subject)) return
    const message = `no rule speaks of '${subject}'.`
    const expected = `one of ${[...known].join(', ')}`
    throw new InputError([{ code: 'subject-unknown', field: 'subject', message, expected }])
  }
}
