import { toContentCode, cite, type ApplicationFacts, type ContentCode } from '@khuyencong/domain'
import {
  InputError,
  LawError,
  restingOn,
  together,
  type Citations,
  type LawIdentity,
  type Problem,
  type Support,
  type Text,
  type Verdict,
} from '@khuyencong/rules'
import { figureInForce } from './fund-figure.js'
import type { MoneyLaw } from './money-law.js'
import { proofCases, proofListOf, proofPapers, type ProofCase, type ProofPaper } from './tt-36-2013/article-14.js'

/** What is known of the papers; one that is absent is unknown, which is not the same as lacking. */
export interface ProofFacts {
  readonly fund?: ApplicationFacts['fund']
  readonly papers?: Readonly<Partial<Record<ProofPaper, boolean>>> | undefined
  /** Answers to the questions on which a paper depends. */
  readonly cases?: Readonly<Partial<Record<ProofCase, boolean>>> | undefined
}

/** One line of the checklist. */
export interface ProofItem {
  readonly paper: ProofPaper
  readonly title: Text
  /** `not-applicable`: this project need not have it. */
  readonly verdict: Verdict | 'not-applicable'
  /** What to ask, e.g. `papers.contract` or `cases.website`. */
  readonly missing: readonly string[]
}

export interface AcceptanceProof {
  readonly content: ContentCode
  readonly verdict: Verdict
  /** False where the article names no paper for this content. */
  readonly listed: boolean
  readonly items: readonly ProofItem[]
  readonly missing: readonly string[]
  readonly cites: Citations
  readonly trust: Support
  readonly law: LawIdentity
}

const article = [cite('TT 36/2013/TT-BCT', { article: '14' })] as const

/**
 * Is the proof complete that base-level acceptance and the rest of the money need?
 * @param law a pack bound to a day
 * @param code a content code, e.g. `BRAND`
 * @throws InputError when the code is not a content, or a paper or case is not known or not true or false
 */
export function acceptanceProof(
  law: MoneyLaw<'parameters' | 'identity'>,
  code: ContentCode,
  facts: ProofFacts,
): AcceptanceProof {
  const content = toContentCode(code)
  checkProofFacts(facts)
  const list = proofListOf(content)
  const head = { content, law: law.money.identity }
  if (!list) return { ...head, verdict: 'met', listed: false, items: [], missing: [], cites: article, trust: notNamed }
  const { value, missing, entries, trust } = figureInForce(law.money, list, facts.fund)
  const cites = entries[0]?.entry.cites ?? article
  if (!value) return { ...head, verdict: 'unknown', listed: true, items: [], missing, cites, trust }
  const items = value.map((paper) => itemOf(paper, facts))
  const verdict = conjunction(items.map((item) => item.verdict))
  const asked = verdict === 'unknown' ? [...new Set(items.flatMap((item) => item.missing))] : []
  return { ...head, verdict, listed: true, items, missing: asked, cites, trust }
}

/** Kleene's `and`: one lacking paper is enough for a no. */
function conjunction(verdicts: readonly ProofItem['verdict'][]): Verdict {
  if (verdicts.includes('unmet')) return 'unmet'
  return verdicts.includes('unknown') ? 'unknown' : 'met'
}

const isPaper = (paper: string): paper is ProofPaper => Object.hasOwn(proofPapers, paper)

function itemOf(paper: string, { papers = {}, cases = {} }: ProofFacts): ProofItem {
  if (!isPaper(paper))
    throw new LawError(
      `The proof of acceptance names the paper '${paper}', which is not known. Expected one of ${Object.keys(proofPapers).join(', ')}.`,
    )
  const definition: { readonly title: Text; readonly onlyIf?: ProofCase } = proofPapers[paper]
  const has = papers[paper]
  const head = { paper, title: definition.title }
  const needed = definition.onlyIf === undefined ? true : cases[definition.onlyIf]
  if (needed === false) return { ...head, verdict: 'not-applicable', missing: [] }
  if (has === true) return { ...head, verdict: 'met', missing: [] }
  if (needed === undefined) {
    const missing = [`cases.${String(definition.onlyIf)}`, ...(has === undefined ? [`papers.${paper}`] : [])]
    return { ...head, verdict: 'unknown', missing }
  }
  return has === false
    ? { ...head, verdict: 'unmet', missing: [] }
    : { ...head, verdict: 'unknown', missing: [`papers.${paper}`] }
}

function checkProofFacts({ papers = {}, cases = {} }: ProofFacts): void {
  const [first, ...rest] = [
    ...flagProblems('papers', papers, Object.keys(proofPapers)),
    ...flagProblems('cases', cases, Object.keys(proofCases)),
  ]
  if (first) throw new InputError([first, ...rest])
}

const flagProblems = (what: string, flags: Readonly<Record<string, unknown>>, known: readonly string[]): Problem[] =>
  Object.entries(flags).flatMap(([key, value]) => {
    const field = `${what}.${key}`
    if (!known.includes(key)) {
      const expected = `one of ${known.join(', ')}`
      return [{ code: 'fact-unknown', field, message: `there is no '${key}' among the ${what}.`, expected }]
    }
    if (value === undefined || typeof value === 'boolean') return []
    const message = `'${JSON.stringify(value)}' is not an answer.`
    return [{ code: 'fact-type', field, message, expected: 'true or false' }]
  })

const notNamed = together([
  restingOn({
    kind: 'rule',
    id: 'PROOF.none',
    title: { vi: 'Hồ sơ chứng minh khi nghiệm thu', en: 'Proof at acceptance' },
    trust: 'assumed',
    cites: article,
    note: {
      vi: 'Điều 14 TT 36/2013/TT-BCT không nêu hồ sơ của nội dung này; chỉ cần biên bản nghiệm thu và chứng từ.',
      en: 'Article 14, TT 36/2013/TT-BCT names no papers for this content; acceptance and vouchers alone are asked for.',
    },
  }),
])
