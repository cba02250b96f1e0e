import type { Finding } from './bind-rule.js'
import type { Decision, LawIdentity, Notice } from './decision.js'
import type { Slots } from './place.js'
import type { Remedy } from './remedy.js'
import type { Support } from './support.js'

const none: readonly never[] = Object.freeze([])

/**
 * A no, whose remedies are searched for when they are first read: the search costs far more than the decision, and many
 * callers never read them. They are a field of the object all the same: listed, compared and serialised in their place.
 */
export class Refusal implements Decision {
  // Private fields may be read by one getter for all, where a closure for each would make each an object of its own shape.
  readonly #slots: Slots
  readonly #search: (slots: Slots) => readonly Remedy[]
  declare readonly subject: string
  declare readonly verdict: 'unmet'
  declare readonly findings: readonly Finding[]
  declare readonly missing: readonly string[]
  declare readonly next: undefined
  declare readonly notices: readonly Notice[]
  declare readonly trust: Support
  declare readonly law: LawIdentity
  declare readonly remedies: readonly Remedy[]

  constructor(
    subject: string,
    findings: readonly Finding[],
    notices: readonly Notice[],
    trust: Support,
    law: LawIdentity,
    slots: Slots,
    search: (slots: Slots) => readonly Remedy[],
  ) {
    this.#slots = slots
    this.#search = search
    this.subject = subject
    this.verdict = 'unmet'
    this.findings = findings
    this.missing = none
    this.next = undefined
    this.notices = notices
    this.trust = trust
    this.law = law
    Object.defineProperty(this, 'remedies', Refusal.#whenRead)
  }

  static readonly #whenRead = {
    enumerable: true,
    configurable: true,
    get(this: Refusal): readonly Remedy[] {
      const value = this.#search(this.#slots)
      Object.defineProperty(this, 'remedies', { value, enumerable: true })
      return value
    },
  }
}
