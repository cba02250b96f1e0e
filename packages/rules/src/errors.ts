/** A law that does not build: an uncited value, an overlap, an unknown id. The message says what, where and what was expected. */
export class LawError extends Error {
  override readonly name = 'LawError'
}

/** Two exceptions to one rule apply at once and neither has priority over the other. */
export class ConflictError extends LawError {
  constructor(
    readonly rule: string,
    readonly exceptions: readonly [string, string],
  ) {
    super(
      `Rule ${rule}: exceptions ${exceptions[0]} and ${exceptions[1]} apply at once; give one priority by naming the other in its 'over'.`,
    )
  }
}

/** One thing that is wrong with an input. */
export interface Problem {
  /** Machine-readable kind, e.g. `fact-unknown`, `fact-type`, `date`. */
  readonly code: string
  /** The field that is wrong, e.g. `facts.totalCost`. */
  readonly field: string
  readonly message: string
  /** What was expected instead. */
  readonly expected: string
}

/** Input that cannot be worked with: every problem found, not only the first. */
export class InputError extends Error {
  override readonly name = 'InputError'
  constructor(readonly problems: readonly [Problem, ...Problem[]]) {
    super(problems.map((p) => `${p.field}: ${p.message} Expected ${p.expected}.`).join('\n'))
  }
}
