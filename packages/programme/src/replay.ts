import { fromJson, InputError, toJson, traceDocument, type Facts, type TraceDocument } from '@khuyencong/rules'
import type { Pack } from './pack.js'

/** What became of a stored answer when it was given again. */
export type Replay =
  | { readonly outcome: 'same' }
  /** The pack is another, or another version of it: its answer may rightly differ. */
  | { readonly outcome: 'other-pack'; readonly stored: string; readonly here: string }
  /** The same law says something else: the stored document or the software was changed. */
  | { readonly outcome: 'different'; readonly now: string }

/**
 * Gives a stored answer again: the same facts under the same pack on the same day must give the same bytes.
 * @param text a document that `toJson` wrote
 * @throws InputError when `text` is not a `trace.v1`, or its facts, its day, or what it answers does not fit the pack
 */
export function replay(pack: Pack, text: string): Replay {
  const stored = fromJson(text)
  const written = `${stored.law.pack} ${stored.law.version}`
  const here = `${pack.id} ${pack.version}`
  if (written !== here) return { outcome: 'other-pack', stored: written, here }
  const now = again(pack, stored)
  return now === text ? { outcome: 'same' } : { outcome: 'different', now }
}

function again(pack: Pack, { law: { asOf }, facts: entries, ...stored }: TraceDocument): string {
  const law = pack.at(asOf)
  const facts: Facts = Object.fromEntries(entries.flatMap((e) => (e.given === undefined ? [] : [[e.fact, e.given]])))
  if (stored.kind === 'decision') return toJson(traceDocument(law, facts, law.decide(stored.answer.subject, facts)))
  const { rule } = stored.answer
  const amount = law.amount(rule, facts)
  if (!amount) {
    const message = `${pack.id} has no amount '${rule}'.`
    const expected = `one of ${Object.keys(pack.law.amounts).join(', ')}`
    throw new InputError([{ code: 'subject-unknown', field: 'answer.rule', message, expected }])
  }
  return toJson(traceDocument(law, facts, amount))
}
