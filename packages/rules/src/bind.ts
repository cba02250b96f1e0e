import { bindLaw, type BoundLaw } from './bind-law.js'
import { checkLaw } from './check-law.js'
import type { LawIdentity } from './decision.js'
import { frozen } from './frozen.js'
import { reader } from './given.js'
import { isoDate } from './iso-date.js'
import { subjectCheck } from './subject-check.js'
import { placesOf, type Slots } from './place.js'
import { remedies } from './remedy.js'
import { remedyList } from './remedy-list.js'
import type { Law } from './rule.js'

/**
 * Binds a law to a day. Its facts, rules, values and amounts are frozen: answers hand out their titles and articles.
 * @param identity what answers say of the law; taken as it is now, whatever becomes of the object
 * @throws InputError when `asOf` is not a real day written YYYY-MM-DD
 * @throws LawError when the law does not build: an unknown parameter, fact or rule is named, or a rule in force uses a value that is not.
 */
export function bind(law: Law, { pack, version, asOf }: LawIdentity): BoundLaw {
  isoDate(asOf, 'asOf')
  checkLaw(law)
  // Its titles and articles are handed out with every answer.
  for (const part of [law.rules, law.parameters, law.amounts]) frozen(part)
  const places = placesOf(law.facts)
  return bindLaw(law, Object.freeze({ pack, version, asOf }), {
    read: reader(law.facts, places),
    checkSubject: subjectCheck(law),
    remediesOf: (rules) => {
      const search = (slots: Slots) => remedies(rules, places, slots)
      return (slots) => remedyList(search, slots)
    },
  })
}
