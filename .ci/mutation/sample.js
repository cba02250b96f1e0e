/** Numbers from 0 to below 1 that look random, the same for the same seed (mulberry32). */
function random(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** `count` of the items, each as likely as any other; the same for the same seed. */
export function sample(items, count, seed) {
  const rest = [...items]
  const next = random(seed)
  return Array.from({ length: Math.min(count, rest.length) }).flatMap(() =>
    rest.splice(Math.floor(next() * rest.length), 1),
  )
}
