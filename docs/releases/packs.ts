import { LawError, type Law, type Period, type Text } from '@khuyencong/rules'
import { createHash } from 'node:crypto'

/** The digest of what each released version of each pack says, by the pack's id and then by version. */
export type ReleasedPacks = Readonly<Record<string, Readonly<Record<string, string>>>>

/** What of a pack its answers hang on. */
interface Content {
  readonly id: string
  readonly version: string
  readonly period: Period
  readonly subjects?: Readonly<Record<string, Text>>
  readonly facts: Law['facts']
  readonly law: Omit<Law, 'facts'>
}

/**
 * The SHA-256 of period, questions, facts, rules, values and amounts, texts and all, for an answer that is kept holds their titles, too. The
 * order counts: facts are asked and findings are given in it.
 */
export function digestOf({ period, subjects, facts, law }: Omit<Content, 'id' | 'version'>): string {
  const exact = (_: string, value: unknown) => (typeof value === 'bigint' ? { $dong: String(value) } : value)
  return createHash('sha256')
    .update(JSON.stringify([period, subjects, facts, law], exact))
    .digest('hex')
}

/**
 * What is released once these packs are.
 * @throws LawError naming the pack that says something else than was released under its version: an answer that was kept
 *   would be given again as another, as if somebody had tampered with it
 */
export function withPacks(released: ReleasedPacks, packs: readonly Content[]): ReleasedPacks {
  return packs.reduce<ReleasedPacks>((all, pack) => {
    const { id, version } = pack
    const digest = digestOf(pack)
    const before = all[id]?.[version]
    if (before !== undefined && before !== digest)
      throw new LawError(
        `The pack ${id} says something else than was released as its version ${version}: give the pack a new version and write a changeset.`,
      )
    return { ...all, [id]: { ...all[id], [version]: digest } }
  }, released)
}
