import { InputError, LawError, type BoundLaw, type Facts, type LawIdentity, type Verdict } from '@khuyencong/rules'
import { questionsOf, unknownQuestion } from './questions.js'

/** One application of a population. */
export interface ImpactRecord {
  readonly id: string
  /** The content that is asked for, e.g. `MACH`. */
  readonly content: string
  readonly facts: Facts
  /** What is asked for, in đồng: the law gives no more than that. Absent: as much as the law allows. */
  readonly requested?: bigint
}

/** What one law gives to a record: for a content of which it does not speak, nothing. */
export interface Outcome {
  readonly verdict: Verdict
  /** The ceiling in đồng; undefined where it is not known or the law has no level. */
  readonly ceiling: bigint | undefined
  /**
   * What it costs, in đồng: for a yes the ceiling, or what is asked for if that is less; 0 for a no. Undefined where it is
   * not known: of a yes without a known ceiling, and where the verdict itself is not known.
   */
  readonly cost: bigint | undefined
}

/** A record on which the two laws do not say the same. */
export interface ImpactCase {
  readonly id: string
  readonly content: string
  readonly before: Outcome
  readonly after: Outcome
}

/** Costs in đồng. Costs that are not known are counted, never taken as 0 in silence. */
export interface CostTotal {
  readonly before: bigint
  readonly after: bigint
  /** By how much it rises, over the records of which the cost is known under both laws. */
  readonly change: bigint
  /** How many records have a cost that is not known: a yes without a known ceiling, or a verdict that is not known. */
  readonly notKnown: { readonly before: number; readonly after: number }
}

export interface ImpactTotal {
  readonly records: number
  readonly cost: CostTotal
}

/** Records of which one thing is so: how many, and the first of them by name. */
export interface ImpactGroup {
  readonly count: number
  /** At most as many as asked for; the counts are exact all the same. */
  readonly cases: readonly ImpactCase[]
}

/** What it means for a population to go from one law to another. */
export interface Impact {
  readonly before: LawIdentity
  readonly after: LawIdentity
  readonly total: ImpactTotal
  /** `verdicts.unmet.met`: those who had a no and get a yes. The nine cells add up to the total. */
  readonly verdicts: Readonly<Record<Verdict, Readonly<Record<Verdict, ImpactTotal>>>>
  /** By content; these add up to the total, too. */
  readonly contents: Readonly<Record<string, ImpactTotal>>
  /** Had no yes and get one. */
  readonly gains: ImpactGroup
  /** Had a yes and get a no. */
  readonly loses: ImpactGroup
  /** Had an answer and get none: facts are missing under the new law that the old one did not need. */
  readonly becomesUnknown: ImpactGroup
  /** Ceilings known under both laws that rise or fall, and by how much in all, in đồng. */
  readonly ceilings: {
    readonly raised: ImpactGroup & { readonly by: bigint }
    readonly lowered: ImpactGroup & { readonly by: bigint }
    /** Known under one law only. */
    readonly appeared: ImpactGroup
    readonly disappeared: ImpactGroup
  }
}

export interface ImpactOptions {
  /** How many cases of each kind to name. */
  readonly examples?: number
}

/**
 * Who gains, who loses, and what it costs to go from one law to another. Reads the population one record at a time and
 * keeps sums and the first few cases only: a hundred thousand records need no more memory than a thousand.
 * @param population records, from a list, a file or a database cursor
 * @throws InputError naming the record when its facts or what it asks for do not fit, or neither law speaks of its content
 * @throws LawError naming the record when one of the laws contradicts itself on it
 */
export async function impact(
  before: BoundLaw,
  after: BoundLaw,
  population: Iterable<ImpactRecord> | AsyncIterable<ImpactRecord>,
  { examples = 20 }: ImpactOptions = {},
): Promise<Impact> {
  const tally = new Tally(examples)
  const [askedBefore, askedAfter] = [questions(before), questions(after)]
  const contents = new Set([...askedBefore, ...askedAfter])
  const [ofBefore, ofAfter] = [knownTo(before, after), knownTo(after, before)]
  for await (const record of population) {
    const { id, content, facts, requested } = record
    if (!contents.has(content)) throw unknownQuestion(content, contents, `${id}.content`, 'neither law speaks')
    if (requested !== undefined && !isMoney(requested)) throw notMoney(id, requested)
    tally.add({
      id,
      content,
      before: askedBefore.has(content) ? outcome(before, { ...record, facts: ofBefore(facts) }) : nothing,
      after: askedAfter.has(content) ? outcome(after, { ...record, facts: ofAfter(facts) }) : nothing,
    })
  }
  return tally.result(before.identity, after.identity)
}

/** What a law can be asked on its day. */
const questions = ({ rules, amounts }: BoundLaw): ReadonlySet<string> =>
  new Set(
    questionsOf(
      rules.map(({ rule }) => rule),
      amounts.map(({ rule }) => rule),
    ),
  )

/** A population read from a file or written in JavaScript may have anything there. */
const isMoney = (requested: unknown): requested is bigint => typeof requested === 'bigint' && requested >= 0n

function notMoney(id: string, requested: unknown): InputError {
  const message = `'${String(requested)}' is not a sum of money.`
  const expected = 'whole đồng as a bigint, not negative, e.g. 570_000_000n'
  return new InputError([{ code: 'requested', field: `${id}.requested`, message, expected }])
}

/** The facts of a record without those that only the other law asks for: each law is given what it knows. */
function knownTo(law: BoundLaw, other: BoundLaw): (facts: Facts) => Facts {
  const foreign = new Set(Object.keys(other.facts).filter((fact) => !Object.hasOwn(law.facts, fact)))
  if (foreign.size === 0) return (facts) => facts
  return (facts) => Object.fromEntries(Object.entries(facts).filter(([fact]) => !foreign.has(fact)))
}

/** What a law gives for a content of which it does not speak. */
const nothing: Outcome = { verdict: 'unmet', ceiling: undefined, cost: 0n }

function outcome(law: BoundLaw, { id, content, facts, requested }: ImpactRecord): Outcome {
  try {
    const given = law.read(facts)
    const ceiling = law.amount(content, given)?.amount
    const verdict = law.verdict(content, given)
    return { verdict, ceiling, cost: costOf(verdict, ceiling, requested) }
  } catch (error) {
    if (error instanceof InputError) {
      const [first, ...rest] = error.problems.map((problem) => ({ ...problem, field: `${id}.${problem.field}` }))
      if (first) throw new InputError([first, ...rest])
    }
    if (error instanceof LawError) throw new LawError(`Record ${id}, on ${law.identity.asOf}: ${error.message}`)
    throw error
  }
}

function costOf(verdict: Verdict, ceiling: bigint | undefined, requested: bigint | undefined): bigint | undefined {
  if (verdict === 'unmet') return 0n
  // It may turn out a yes or a no: to count nothing would be to book a saving that nobody has made.
  if (verdict === 'unknown') return undefined
  return ceiling !== undefined && requested !== undefined && requested < ceiling ? requested : ceiling
}

class Sum {
  private records = 0
  private before = 0n
  private after = 0n
  private change = 0n
  private unknownBefore = 0
  private unknownAfter = 0

  add({ before, after }: ImpactCase): void {
    this.records++
    if (before.cost === undefined) this.unknownBefore++
    else this.before += before.cost
    if (after.cost === undefined) this.unknownAfter++
    else this.after += after.cost
    // What is not known is not nothing: it neither rises nor falls.
    if (before.cost !== undefined && after.cost !== undefined) this.change += after.cost - before.cost
  }

  result(): ImpactTotal {
    const { before, after, change } = this
    const notKnown = { before: this.unknownBefore, after: this.unknownAfter }
    return { records: this.records, cost: { before, after, change, notKnown } }
  }
}

class Group {
  private count = 0
  private by = 0n
  private readonly cases: ImpactCase[] = []
  constructor(private readonly most: number) {}

  add(found: ImpactCase, by = 0n): void {
    this.count++
    this.by += by
    if (this.cases.length < this.most) this.cases.push(found)
  }

  result(): ImpactGroup {
    return { count: this.count, cases: this.cases }
  }

  resultBy(): ImpactGroup & { readonly by: bigint } {
    return { ...this.result(), by: this.by }
  }
}

const byVerdict = <T>(make: () => T): Record<Verdict, T> => ({ met: make(), unmet: make(), unknown: make() })

const mapVerdicts = <T, R>(of: Record<Verdict, T>, map: (value: T) => R): Record<Verdict, R> => ({
  met: map(of.met),
  unmet: map(of.unmet),
  unknown: map(of.unknown),
})

/** Running sums; its size depends on the contents and on how many cases are named, not on the population. */
class Tally {
  private readonly total = new Sum()
  private readonly verdicts = byVerdict(() => byVerdict(() => new Sum()))
  private readonly contents = new Map<string, Sum>()
  private readonly gains: Group
  private readonly loses: Group
  private readonly becomesUnknown: Group
  private readonly raised: Group
  private readonly lowered: Group
  private readonly appeared: Group
  private readonly disappeared: Group

  constructor(most: number) {
    const group = () => new Group(most)
    this.gains = group()
    this.loses = group()
    this.becomesUnknown = group()
    this.raised = group()
    this.lowered = group()
    this.appeared = group()
    this.disappeared = group()
  }

  add(found: ImpactCase): void {
    const { content, before, after } = found
    const ofContent = this.contents.get(content) ?? new Sum()
    this.contents.set(content, ofContent)
    for (const sum of [this.total, this.verdicts[before.verdict][after.verdict], ofContent]) sum.add(found)
    if (before.verdict !== after.verdict) this.turned(found)
    this.compareCeilings(found)
  }

  private turned(found: ImpactCase): void {
    const { before, after } = found
    if (after.verdict === 'unknown') this.becomesUnknown.add(found)
    else if (after.verdict === 'met') this.gains.add(found)
    else if (before.verdict === 'met') this.loses.add(found)
  }

  private compareCeilings(found: ImpactCase): void {
    const [was, is] = [found.before.ceiling, found.after.ceiling]
    if (was === undefined && is === undefined) return
    if (was === undefined) this.appeared.add(found)
    else if (is === undefined) this.disappeared.add(found)
    else if (is > was) this.raised.add(found, is - was)
    else if (is < was) this.lowered.add(found, was - is)
  }

  result(before: LawIdentity, after: LawIdentity): Impact {
    return {
      before,
      after,
      total: this.total.result(),
      verdicts: mapVerdicts(this.verdicts, (row) => mapVerdicts(row, (sum) => sum.result())),
      contents: Object.fromEntries([...this.contents].map(([content, sum]) => [content, sum.result()])),
      gains: this.gains.result(),
      loses: this.loses.result(),
      becomesUnknown: this.becomesUnknown.result(),
      ceilings: {
        raised: this.raised.resultBy(),
        lowered: this.lowered.resultBy(),
        appeared: this.appeared.result(),
        disappeared: this.disappeared.result(),
      },
    }
  }
}
