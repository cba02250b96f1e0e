/** Made once and handed out with many answers, hence frozen through and through, with what of the law is in it. */
export function frozen<T>(made: T): T {
  if (typeof made === 'object' && made !== null && !Object.isFrozen(made))
    Object.values(Object.freeze(made)).forEach(frozen)
  return made
}
