import type { Finding } from './bind-rule.js'
import type { Decision, LawIdentity, Notice, Verdict } from './decision.js'
import type { Slots } from './place.js'
import type { Remedy } from './remedy.js'
import type { Support } from './support.js'

const none: readonly never[] = Object.freeze([])

/**
 * A decision whose remedies are searched for when they are first read: the search costs far more than the decision, and many
 * callers never read them. They are a field of the object all the same: listed, compared and serialised in their place.
 */
export class Answer implements Decision {
  // Private fields may be read by one getter for all answers, where a closure for each would make each an object of its own shape.
  readonly #slots: Slots
  readonly #search: (slots: Slots) => readonly Remedy[]
  #found: readonly Remedy[] | undefined
  declare readonly subject: string
  declare readonly verdict: Verdict
  declare readonly findings: readonly Finding[]
  declare readonly missing: readonly string[]
  declare readonly next: string | undefined
  declare readonly remedies: readonly Remedy[]
  declare readonly notices: readonly Notice[]
  declare readonly trust: Support
  declare readonly law: LawIdentity

  /** @param search finds the remedies of a no; of any other answer there are none */
  constructor(
    subject: string,
    verdict: Verdict,
    findings: readonly Finding[],
    missing: readonly string[],
    notices: readonly Notice[],
    trust: Support,
    law: LawIdentity,
    slots: Slots,
    search: (slots: Slots) => readonly Remedy[],
  ) {
    this.#slots = slots
    this.#search = search
    this.subject = subject
    this.verdict = verdict
    this.findings = findings
    this.missing = missing
    this.next = missing[0]
    if (verdict === 'unmet') Object.defineProperty(this, 'remedies', Answer.#whenRead)
    else this.remedies = none
    this.notices = notices
    this.trust = trust
    this.law = law
  }

  static readonly #whenRead = {
    enumerable: true,
    get(this: Answer): readonly Remedy[] {
      return (this.#found ??= this.#search(this.#slots))
    },
  }
}
