import {
  applyRatio,
  formatRatio,
  strongest,
  weakest,
  type Citations,
  type LawIdentity,
  type Ratio,
  type Text,
  type Trust,
  type Verdict,
} from '@khuyencong/rules'
import { checkBallot, type Ballot, type BallotField } from './ballot.js'
import { meetingRules, type MeetingRules, type ShareRule } from './meeting-rules.js'
import { titleCode, type LawWithTitles } from './title-in-force.js'
import type { TitleCode } from './titles.js'

/** What a count comes to under a figure that is not law. */
export interface VoteReading {
  readonly share: Ratio
  readonly title: Text
  readonly needed: number | undefined
  readonly verdict: Verdict
}

/** What one rule on voting says of a ballot. */
export interface VoteFinding {
  readonly rule: 'quorum' | 'head' | 'secret' | 'share'
  readonly title: Text
  readonly verdict: Verdict
  /** The finding as a sentence: what was seen, what is needed. */
  readonly text: Text
  /** The share of all members, where the law has it. */
  readonly share: Ratio | undefined
  /** How many people that is, where the number of members is known. */
  readonly needed: number | undefined
  readonly cites: Citations | undefined
  /** How the rule is known; `assumed` where no source has it. */
  readonly trust: Trust
  readonly note: Text | undefined
  /** For `unknown`: what of the ballot can still decide it. Empty where it is the law that is not known. */
  readonly missing: readonly BallotField[]
  /** Where the law is not known: what the count would come to under the figures that are talked of. */
  readonly readings: readonly VoteReading[]
}

/** Whether a vote carries a title, rule by rule. */
export interface VoteCount {
  readonly title: TitleCode
  /** `unknown` also where the council's rules are not known: never a silent pass. */
  readonly verdict: Verdict
  /** Votes that are needed, of all members. */
  readonly needed: number | undefined
  /** Members who must be present. */
  readonly quorum: number | undefined
  readonly findings: readonly VoteFinding[]
  readonly missing: readonly BallotField[]
  readonly trust: Trust
  readonly law: LawIdentity
}

const names = {
  quorum: { vi: 'Số thành viên dự họp', en: 'Members present' },
  head: { vi: 'Chủ tịch hoặc Phó Chủ tịch được ủy quyền dự họp', en: 'The chair or an authorised deputy is present' },
  secret: { vi: 'Bỏ phiếu kín', en: 'Secret ballot' },
  share: { vi: 'Phiếu đồng ý trên tổng số thành viên', en: 'Votes for, of all members' },
} as const satisfies Readonly<Record<VoteFinding['rule'], Text>>

const notSeen: Text = {
  vi: 'Quy định này chưa thấy trong nguồn nào: cần văn bản của hội đồng.',
  en: 'No source has this rule: the text that governs the council is needed.',
}
const anyRule: Text = {
  vi: 'Đạt (hoặc không đạt) dù quy định là bao nhiêu.',
  en: 'The outcome is the same whatever the rule is.',
}
const takenReading: Text = { vi: 'con số nhớ lại', en: 'the figure remembered' }
const unknownCount: Text = { vi: 'chưa biết', en: 'not known' }

/** The fewest people that make up a share of all members: a part of a person counts as a whole one. */
const fewest = (share: Ratio, members: number): number => Number(applyRatio(share, BigInt(members), 'up'))

/** Between which bounds a count lies that need not be known itself. */
interface Bounds {
  readonly least: number
  readonly most: number
}

function bounds(ballot: Ballot, what: 'quorum' | 'share'): Bounds {
  const { members = Infinity, present, votesFor } = ballot
  return what === 'quorum'
    ? { least: present ?? votesFor ?? 0, most: present ?? members }
    : { least: votesFor ?? 0, most: votesFor ?? present ?? members }
}

const reach = ({ least, most }: Bounds, needed: number): Verdict =>
  least >= needed ? 'met' : most < needed ? 'unmet' : 'unknown'

function sentence(
  counted: number | undefined,
  members: number | undefined,
  share: Ratio | undefined,
  needed: number | undefined,
): Text {
  const say = (lang: 'vi' | 'en', words: { of: string; need: string; notKnown: string }) => {
    const limit = share
      ? `${words.need} ${formatRatio(share, lang)}${needed === undefined ? '' : ` = ${needed}`}`
      : words.notKnown
    return `${counted ?? unknownCount[lang]} ${words.of} ${members ?? unknownCount[lang]}; ${limit}.`
  }
  return {
    vi: say('vi', { of: 'trên tổng số', need: 'cần ít nhất', notKnown: 'chưa rõ tỷ lệ cần đạt' }),
    en: say('en', { of: 'of all', need: 'needs at least', notKnown: 'the share needed is not known' }),
  }
}

function shareFinding(what: 'quorum' | 'share', rule: ShareRule | undefined, ballot: Ballot): VoteFinding {
  const { members } = ballot
  const counted = what === 'quorum' ? ballot.present : ballot.votesFor
  const field: BallotField = what === 'quorum' ? 'present' : 'votesFor'
  const seen = bounds(ballot, what)
  const outcome = (share: Ratio) => {
    const needed = members === undefined ? undefined : fewest(share, members)
    return { needed, verdict: needed === undefined ? ('unknown' as const) : reach(seen, needed) }
  }
  const open: readonly BallotField[] = [
    ...(members === undefined ? (['members'] as const) : []),
    ...(counted === undefined ? [field] : []),
  ]
  const head = { rule: what, title: names[what] }
  if (rule && rule.trust !== 'assumed') {
    const { share, cites, trust, note } = rule
    const { needed, verdict } = outcome(share)
    const text = sentence(counted, members, share, needed)
    return {
      ...head,
      verdict,
      text,
      share,
      needed,
      cites,
      trust,
      note,
      missing: verdict === 'unknown' ? open : [],
      readings: [],
    }
  }
  // The share is not known, but it is more than nothing and at most all.
  const verdict =
    members === undefined ? 'unknown' : seen.least >= members ? 'met' : seen.most === 0 ? 'unmet' : 'unknown'
  const figures = rule ? [{ value: rule.share, title: takenReading }, ...rule.readings] : []
  return {
    ...head,
    verdict,
    text: sentence(counted, members, undefined, undefined),
    share: undefined,
    needed: undefined,
    cites: rule?.cites,
    trust: verdict === 'unknown' ? 'assumed' : 'inferred',
    note: verdict === 'unknown' ? (rule?.note ?? notSeen) : anyRule,
    missing: verdict === 'unknown' ? open : [],
    readings: figures.map(({ value, title }) => ({ share: value, title, ...outcome(value) })),
  }
}

function flagFinding(what: 'head' | 'secret', rules: MeetingRules, ballot: Ballot): VoteFinding {
  const source = rules[what]
  const field = what === 'head' ? 'headPresent' : 'secret'
  const seen = ballot[field]
  // Where no source has the rule, having done it satisfies any; not having done it may or may not matter.
  const verdict: Verdict = seen === undefined ? 'unknown' : seen ? 'met' : source ? 'unmet' : 'unknown'
  const say = (lang: 'vi' | 'en', yes: string, no: string) =>
    `${names[what][lang]}: ${seen === undefined ? unknownCount[lang] : seen ? yes : no}.`
  return {
    rule: what,
    title: names[what],
    verdict,
    text: { vi: say('vi', 'có', 'không'), en: say('en', 'yes', 'no') },
    share: undefined,
    needed: undefined,
    cites: source?.cites,
    trust: source?.trust ?? (verdict === 'met' ? 'inferred' : 'assumed'),
    note: source ? source.note : verdict === 'met' ? anyRule : notSeen,
    missing: seen === undefined ? [field] : [],
    readings: [],
  }
}

const findingOf = (what: VoteFinding['rule'], rules: MeetingRules, ballot: Ballot): VoteFinding =>
  what === 'quorum' || what === 'share' ? shareFinding(what, rules[what], ballot) : flagFinding(what, rules, ballot)

/** Of two laws that may apply: what they agree on holds; the rest hangs on which law it is, and so on `which`. */
const underEither =
  (which: readonly BallotField[]) =>
  (a: VoteFinding, b: VoteFinding): VoteFinding => {
    const verdict = a.verdict === b.verdict ? a.verdict : 'unknown'
    const weaker = weakest(a.trust, b.trust) === b.trust ? b : a
    const missing = verdict === 'unknown' ? [...new Set([...which, ...a.missing, ...b.missing])] : []
    return { ...weaker, verdict, needed: a.needed === b.needed ? a.needed : undefined, missing }
  }

function conjunction(findings: readonly VoteFinding[]): Verdict {
  if (findings.some((f) => f.verdict === 'unmet')) return 'unmet'
  return findings.some((f) => f.verdict === 'unknown') ? 'unknown' : 'met'
}

/**
 * Does a vote carry a title? Counts present members and votes for against all members of the council, not only those
 * who came. How the council is made up is for `assessCouncil`.
 * @param law a pack bound to a day
 * @param code a title code, e.g. `NNUT`
 * @param ballot what is known of the vote
 * @returns `met`, `unmet` or `unknown` with a finding for quorum, head, secrecy and share. A share that no source has never passes a vote; `readings` say what it would come to
 * @throws InputError when the code is not a title, or the ballot cannot be
 */
export function countVotes(law: LawWithTitles<'parameters' | 'identity'>, code: string, ballot: Ballot): VoteCount {
  const title = titleCode(code)
  checkBallot(ballot)
  const laws = meetingRules(law.titles, title, ballot)
  const which: readonly BallotField[] = [
    ...(new Set(laws.map((one) => one.decree)).size > 1 ? (['filedOn'] as const) : []),
    ...(new Set(laws.map((one) => one.council)).size > 1 ? (['council'] as const) : []),
  ]
  const findings = (['quorum', 'head', 'secret', 'share'] as const).map((what) =>
    laws.map((rules) => findingOf(what, rules, ballot)).reduce(underEither(which)),
  )
  const verdict = conjunction(findings)
  // One no is enough and rests on the firmest; a yes rests on all, not knowing on all that is not known.
  const deciding = findings.filter((f) => f.verdict === verdict).map((f) => f.trust)
  const of = (rule: VoteFinding['rule']) => findings.find((f) => f.rule === rule)?.needed
  return {
    title,
    verdict,
    needed: of('share'),
    quorum: of('quorum'),
    findings,
    missing: verdict === 'unknown' ? [...new Set(findings.flatMap((f) => f.missing))] : [],
    trust: deciding.reduce(verdict === 'unmet' ? strongest : weakest),
    law: law.titles.identity,
  }
}
