import { LawError } from './errors.js'
import { givingWayTo } from './priority.js'
import { isException, type Exception, type ExceptionVersion, type Law } from './rule.js'

/**
 * What types cannot hold of a law that is put together from several packs.
 * @throws LawError naming the fact, rule or value that is wrong
 */
export function checkLaw(law: Law): void {
  for (const fact of Object.keys(law.facts))
    if (fact in Object.prototype)
      throw new LawError(`'${fact}' cannot name a fact: every object has it by inheritance, known or not.`)
  for (const { id, timeline } of Object.values(law.parameters)) checkEntries(`Parameter ${id}`, timeline)
  for (const { id, versions } of Object.values(law.rules)) checkEntries(`Rule ${id}`, versions)
  for (const { id, versions } of Object.values(law.amounts)) checkEntries(`Amount ${id}`, versions)
  for (const rule of Object.values(law.rules)) if (!isException(rule)) checkRequires(rule)
  const exceptions = Object.values(law.rules).filter(isException)
  for (const exception of exceptions) checkNames(exception, law)
  for (const exception of exceptions) checkPriority(exception, law)
}

/** More than any text of law has, and little enough to be walked through. */
const mostDeep = 400

/** Whether there are more objects and lists in one another than that. */
const isDeep = (node: unknown, left = mostDeep): boolean =>
  typeof node === 'object' &&
  node !== null &&
  (left === 0 || Object.values(node).some((part) => isDeep(part, left - 1)))

/** A law written in JavaScript or read from a file may lack what types ask for. */
function checkEntries(
  owner: string,
  entries: readonly { readonly from: string; readonly cites?: readonly unknown[] }[],
) {
  if (isDeep(entries))
    throw new LawError(`${owner} is too deep: more than ${mostDeep} objects and lists in one another.`)
  for (const { from, cites = [] } of entries)
    if (cites.length === 0) throw new LawError(`${owner}: what holds from ${from} cites nothing; expected an article.`)
}

/** Without this, a general rule that forgot what it asks would be met by all. */
function checkRequires({
  id,
  versions,
}: {
  readonly id: string
  readonly versions: readonly ExceptionVersion[]
}): void {
  for (const { from, requires } of versions)
    if (!requires) throw new LawError(`Rule ${id}: what holds from ${from} requires nothing; expected a condition.`)
}

function checkNames({ id, exceptionTo, over = [] }: Exception, { rules }: Law): void {
  for (const named of [...exceptionTo, ...over])
    if (!Object.hasOwn(rules, named))
      throw new LawError(`Exception ${id} names the rule '${named}', which this law does not have.`)
  for (const named of exceptionTo)
    if (rules[named] && isException(rules[named]))
      throw new LawError(`Exception ${id} is to '${named}', itself an exception; to go before it, name it in 'over'.`)
  for (const named of over)
    if (rules[named] && !isException(rules[named]))
      throw new LawError(`Exception ${id} is over '${named}', a general rule; expected another exception.`)
}

/** Two exceptions that go before one another would cancel each other out, silently. */
function checkPriority({ id }: Exception, { rules }: Law): void {
  const below = givingWayTo(id, rules)
  if (below.has(id)) throw new LawError(`Exception ${id} goes before itself, by way of ${[...below].join(', ')}.`)
}
