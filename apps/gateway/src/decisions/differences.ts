/** A place at which two JSON documents say different things. */
export interface Difference {
  /** E.g. `answer.findings.3.verdict`. */
  readonly path: string
  /** As JSON; absent where there is nothing. */
  readonly stored: string | undefined
  readonly now: string | undefined
}

/** Where two JSON values differ, in reading order. */
export function differences(stored: unknown, now: unknown, path: readonly string[] = []): readonly Difference[] {
  if (isContainer(stored) && isContainer(now) && Array.isArray(stored) === Array.isArray(now)) {
    const [before, after] = [new Map(Object.entries(stored)), new Map(Object.entries(now))]
    const keys = [...new Set([...before.keys(), ...after.keys()])]
    return keys.flatMap((key) => differences(before.get(key), after.get(key), [...path, key]))
  }
  const [was, is] = [text(stored), text(now)]
  return was === is ? [] : [{ path: path.join('.'), stored: was, now: is }]
}

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null

const text = (value: unknown): string | undefined => (value === undefined ? undefined : JSON.stringify(value))
