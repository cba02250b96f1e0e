import { z } from 'zod'
import type { PrismaClient } from '../generated/prisma/client.js'
import { isoDate } from '../graphql/date.js'
import { canonicalJson } from '../json.js'
import { packById } from '../modules/law/packs.js'
import { differences, type Difference } from './differences.js'
import { recomputations } from './recompute.js'

/** What became of a stored answer when it was given again. */
export type Verification =
  /** The same bytes. */
  | { readonly outcome: 'equal' }
  /** The pack has another version by now, which may rightly say something else; where it does is listed. */
  | {
      readonly outcome: 'other-version'
      readonly stored: string
      readonly here: string
      readonly differences: readonly Difference[]
    }
  /** The same version of the same pack says something else: the record or the software was changed. */
  | { readonly outcome: 'different'; readonly differences: readonly Difference[] }
  /** It cannot be given again. */
  | { readonly outcome: 'unreadable'; readonly reason: string }

/** A stored answer, to name it by. */
export interface StoredDecision {
  readonly id: string
  /** Number of the proposal; of an activity's award, of its contract. */
  readonly number: string
  readonly position: number
  readonly question: string
  readonly subject: string
}

/** What is compared: everything that is stored of an answer. */
interface Row extends StoredDecision {
  readonly asOf: Date
  readonly pack: string
  readonly packVersion: string
  readonly outcome: string
  readonly amount: bigint | null
  readonly input: string
  readonly answer: string
}

const pageSize = 500

/**
 * Gives every stored answer of the law again from its input, under its pack on its day.
 *
 * @param tell hears of each, in the order in which they were stored
 */
export async function verifyDecisions(
  prisma: PrismaClient,
  tell: (decision: StoredDecision, verification: Verification) => void,
): Promise<void> {
  for (let after: string | undefined = undefined, more = true; more;) {
    const page: Page = await readPage(prisma, after)
    for (const { proposal, award, ...decision } of page) {
      const row = { ...decision, number: proposal?.number ?? award?.contract ?? '' }
      tell(row, verify(row))
    }
    after = page.at(-1)?.id
    more = page.length === pageSize
  }
}

const readPage = (prisma: PrismaClient, after: string | undefined) =>
  prisma.decisionRecord.findMany({
    ...(after === undefined ? {} : { cursor: { id: after }, skip: 1 }),
    include: { proposal: { select: { number: true } }, award: { select: { contract: true } } },
    orderBy: { id: 'asc' },
    take: pageSize,
  })
type Page = Awaited<ReturnType<typeof readPage>>

function verify(row: Row): Verification {
  const named = packById(row.pack)
  const recompute = recomputations[row.question]
  if (named === undefined) return { outcome: 'unreadable', reason: `there is no pack ${row.pack}` }
  if (recompute === undefined) return { outcome: 'unreadable', reason: `nobody answers the question ${row.question}` }
  try {
    const asOf = isoDate(row.asOf)
    const now = recompute(named, { subject: row.subject, asOf, input: JSON.parse(row.input) as unknown })
    const found = comparison(row, now)
    if (row.packVersion === named.pack.version)
      return found.length === 0 ? { outcome: 'equal' } : { outcome: 'different', differences: found }
    const versions = { stored: `${row.pack} ${row.packVersion}`, here: `${row.pack} ${named.pack.version}` }
    return {
      outcome: 'other-version',
      ...versions,
      differences: found.filter(({ path }) => !versionPlace.test(path)),
    }
  } catch (error) {
    // Whatever is wrong with what was stored, the next one is to be looked at too.
    return { outcome: 'unreadable', reason: error instanceof Error ? error.message : String(error) }
  }
}

/**
 * Where an answer names the version of its pack: of the column, of a trace, of the answer in it, or of what an answer about
 * money rests on, for the whole or for one of its parts.
 */
const versionPlace =
  /^(?:(?:answer\.|(?:parts\.\d+\.)?(?:level\.|proof\.)|returned\.)?law|(?:(?:parts\.\d+\.)?level\.)?raisedUnder)\.version$/

const Law = z.object({ pack: z.string(), version: z.string(), asOf: z.string() })

/** Of a trace, what the columns beside it repeat; of another answer, the same under its own names. */
const Repeated = z.union([
  z
    .object({
      law: Law,
      answer: z.looseObject({
        verdict: z.string().optional(),
        status: z.string().optional(),
        amount: z.object({ $dong: z.string() }).nullish(),
      }),
    })
    .transform(({ law, answer }) => ({
      law,
      outcome: answer.verdict ?? answer.status,
      amount: answer.amount?.$dong ?? null,
    })),
  z
    .object({ law: Law, verdict: z.string(), available: z.string().optional() })
    .transform(({ law, verdict, available = null }) => ({ law, outcome: verdict, amount: available })),
  // A ceiling alone has notices.
  z
    .object({ law: Law, status: z.string(), amount: z.string().optional(), notices: z.array(z.unknown()) })
    .transform(({ law, status, amount = null }) => ({ law, outcome: status, amount })),
  z
    .object({ law: Law, status: z.string(), settled: z.string().optional() })
    .transform(({ law, status, settled = null }) => ({ law, outcome: status, amount: settled })),
])

/** Where the stored answer, or a column beside it, is not what is answered now. */
function comparison(row: Row, now: string): readonly Difference[] {
  const answered: unknown = JSON.parse(now)
  const repeated = Repeated.parse(answered)
  const columns = {
    law: { pack: row.pack, version: row.packVersion, asOf: isoDate(row.asOf) },
    outcome: row.outcome,
    amount: row.amount?.toString() ?? null,
  }
  const bytes = row.answer === now ? [] : differences(JSON.parse(row.answer), answered)
  const inAnswer = row.answer !== now && bytes.length === 0 ? [{ path: 'answer', stored: row.answer, now }] : bytes
  const input = canonicalJson(z.json().parse(JSON.parse(row.input)))
  return [
    ...inAnswer,
    ...differences(columns, repeated, []).filter(({ path }) => !bytes.some((one) => one.path === path)),
    ...(input === row.input ? [] : [{ path: 'input', stored: row.input, now: input }]),
  ]
}
