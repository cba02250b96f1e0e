/** What was walked through already; an object may have been frozen by its author at the top alone. */
const walked = new WeakSet()

/** Made once and handed out with many answers, hence frozen through and through. */
export function frozen<T>(made: T): T {
  if (typeof made === 'object' && made !== null && !walked.has(made)) {
    walked.add(made)
    Object.values(Object.freeze(made)).forEach(frozen)
  }
  return made
}
