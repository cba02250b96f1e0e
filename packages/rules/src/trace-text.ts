import type { Amount } from './amount.js'
import type { Finding } from './bind-rule.js'
import { citationText, type Citations } from './citation.js'
import type { Decision, Notice, OpenQuestionNotice } from './decision.js'
import { calculation, explain, explainChange, type Line } from './explain.js'
import type { FactDefinitions } from './facts.js'
import { formatDong, formatValue } from './format.js'
import { isIsoDate } from './iso-date.js'
import type { TraceDocument } from './json.js'
import { partsOf } from './parts.js'
import { isRatio } from './ratio.js'
import type { Support } from './support.js'
import type { Lang, Text } from './text.js'
import type { ConditionTrace } from './trace.js'
import { trustText } from './trust.js'
import type { Value } from './value.js'
import { isExempt, verdictText } from './verdict-text.js'

const words = {
  vi: {
    law: (pack: string, version: string, day: string) => `theo ${pack} ${version}, ngày ${day}`,
    appliesWhen: 'Chỉ áp dụng khi',
    exceptionWhen: 'Ngoại lệ áp dụng khi',
    exempt: 'được miễn',
    exception: 'ngoại lệ',
    steppedIn: 'Áp dụng ngoại lệ',
    note: 'Ghi chú',
    ask: 'Cần biết thêm',
    remedy: 'Cần thay đổi để đạt, cách',
    fixed: 'người đề nghị không tự thay đổi được',
    rests: 'Dựa trên nội dung chưa đọc được trong văn bản gốc',
    difference: 'Quy định riêng khác quy định chung',
    prevails: 'ưu tiên áp dụng quy định riêng',
    open: 'Luật chưa rõ',
    taken: 'đang hiểu là',
    reading: 'nếu hiểu là',
    amount: 'Mức hỗ trợ tối đa',
    noLevel: 'không có mức',
    notKnown: 'chưa biết',
    atMost: 'nhưng không quá',
  },
  en: {
    law: (pack: string, version: string, day: string) => `under ${pack} ${version} on ${day}`,
    appliesWhen: 'Applies only where',
    exceptionWhen: 'The exception applies where',
    exempt: 'exempt',
    exception: 'exception',
    steppedIn: 'Exception applied',
    note: 'Note',
    ask: 'Still to be known',
    remedy: 'What would have to change, way',
    fixed: "not in the applicant's hand",
    rests: 'Rests on what was not read in the document itself',
    difference: 'A special rule differs from the general one',
    prevails: 'the special rule prevails',
    open: 'The law is open',
    taken: 'taken as',
    reading: 'under the reading',
    amount: 'Ceiling',
    noLevel: 'no level',
    notKnown: 'not known',
    atMost: 'but no more than',
  },
} as const

/**
 * A document as plain sentences, from the document alone: verdict, each rule with what was seen and its article, what is
 * still to be known, what would have to change, open points of law, and what the answer rests on.
 * @returns lines of text; those below a sentence are indented by two spaces
 */
export function traceText(document: TraceDocument, lang: Lang): string {
  const definitions = Object.fromEntries(document.facts.map(({ fact, definition }) => [fact, definition]))
  const { pack, version, asOf } = document.law
  const under = words[lang].law(pack, version, formatValue(asOf, lang))
  const lines =
    document.kind === 'decision'
      ? decisionLines(document.answer, definitions, under, lang)
      : amountLines(document.answer, definitions, under, lang)
  return lines.join('\n')
}

const sources = (cites: Citations, lang: Lang): string => cites.map((c) => citationText(c, lang)).join('; ')

function decisionLines(decision: Decision, facts: FactDefinitions, under: string, lang: Lang): string[] {
  const word = words[lang]
  return [
    `${decision.subject}: ${verdictText[decision.verdict][lang]} (${under}).`,
    ...decision.findings.flatMap((finding) => findingLines(finding, facts, lang)),
    ...decision.missing.map((fact) => `${word.ask}: ${facts[fact]?.question[lang] ?? fact}`),
    ...decision.remedies.flatMap(({ changes, mutability }, index) => [
      `${word.remedy} ${index + 1}${mutability === 'fixed' ? ` (${word.fixed})` : ''}:`,
      ...changes.map((change) => `  ${explainChange(change, facts, lang)}`),
    ]),
    ...decision.notices.flatMap((notice) => noticeLines(notice, decision.findings, lang)),
    ...supportLines(decision.trust, lang),
  ]
}

function findingLines(finding: Finding, facts: FactDefinitions, lang: Lang): string[] {
  const word = words[lang]
  const { title, verdict, cites, exception, applies, requires, note } = finding
  const named = exception && `${exception.title[lang]}, ${exception.rule}`
  const exempt = isExempt(finding)
  const by = named && exempt ? `${word.exception}: ${named}; ` : ''
  return [
    `${title[lang]}: ${exempt ? word.exempt : verdictText[verdict][lang]} (${by}${sources(cites, lang)}).`,
    ...(named && !exempt ? [`  ${word.steppedIn}: ${named}.`] : []),
    ...scopeLines(word.exceptionWhen, exception?.applies, facts, lang),
    // That a rule which decides applies goes without saying.
    ...(applies?.truth === 'held' ? [] : scopeLines(word.appliesWhen, applies, facts, lang)),
    ...(verdict === 'not-applicable' ? [] : conditionLines(requires, facts, lang)),
    ...(note ? [`  ${word.note}: ${note[lang]}`] : []),
  ]
}

const indented = (lines: readonly Line[]): string[] => lines.map(({ depth, text }) => `${'  '.repeat(depth)}${text}`)

const conditionLines = (trace: ConditionTrace | undefined, facts: FactDefinitions, lang: Lang): string[] =>
  trace ? indented(explain(trace, facts, lang, 1)) : []

/** What a rule's application hangs on: nothing that anyone has to meet. */
function scopeLines(title: string, trace: ConditionTrace | undefined, facts: FactDefinitions, lang: Lang): string[] {
  // That all of several are meant goes without saying.
  const parts = trace && 'of' in trace && trace.op === 'all' && !trace.title ? partsOf(trace) : trace ? [trace] : []
  const lines = parts.flatMap((part) => explain(part, facts, lang, 2, 'scope'))
  const [only] = lines
  if (!only) return []
  const head = `  ${title}:`
  return lines.length === 1 ? [`${head} ${only.text}`] : [head, ...indented(lines)]
}

function noticeLines(notice: Notice, findings: readonly Finding[], lang: Lang): string[] {
  const word = words[lang]
  if (notice.kind === 'difference') {
    const finding = findings.find(({ rule }) => rule === notice.rule)
    const rule = finding?.title[lang] ?? notice.rule
    const exception = finding?.exception?.title[lang] ?? notice.exception
    const general = verdictText[notice.generalVerdict][lang]
    const prevailing = finding && isExempt(finding) ? word.exempt : verdictText[notice.prevailingVerdict][lang]
    return [`${word.difference}: ${rule} (${general}); ${exception} (${prevailing}); ${word.prevails}.`]
  }
  return openLines(notice, lang, (reading) => verdictText[reading.verdict][lang])
}

/** An open point of law, and what the answer would be under each other reading. */
function openLines<R extends { readonly title: Text }>(
  {
    title,
    taken,
    takenTitle,
    readings,
  }: Pick<OpenQuestionNotice, 'title' | 'taken' | 'takenTitle'> & { readonly readings: readonly R[] },
  lang: Lang,
  answer: (reading: R) => string,
): string[] {
  const word = words[lang]
  const said = takenTitle?.[lang] ?? (saysItself(taken) ? formatValue(taken, lang) : undefined)
  return [
    `${word.open}: ${title[lang]}${said === undefined ? '' : `; ${word.taken} ${said}`}.`,
    ...readings.map((reading) => `  ${word.reading} "${reading.title[lang]}": ${answer(reading)}.`),
  ]
}

/** Money, a share, a day. A code, or a number that counts nothing by itself, would tell a reader nothing. */
const saysItself = (value: Value): boolean => typeof value === 'bigint' || isRatio(value) || isIsoDate(value)

function supportLines({ doubts }: Support, lang: Lang): string[] {
  const word = words[lang]
  if (doubts.length === 0) return []
  return [
    `${word.rests}:`,
    ...doubts.map(({ title, trust, cites, note }) => {
      const why = note ? ` ${note[lang]}` : ''
      return `  ${title[lang]}: ${trustText[trust][lang]} (${sources(cites, lang)}).${why}`
    }),
  ]
}

function amountLines(amount: Amount, facts: FactDefinitions, under: string, lang: Lang): string[] {
  const word = words[lang]
  const { status, atMost } = amount
  const bound = atMost === undefined ? '' : `, ${word.atMost} ${formatDong(atMost, lang)}`
  const known = amount.amount === undefined ? `${word.notKnown}${bound}` : formatDong(amount.amount, lang)
  const source = amount.cites ? ` (${sources(amount.cites, lang)})` : ''
  return [
    `${word.amount}, ${amount.title[lang]}, ${amount.per[lang]}: ${status === 'no-level' ? word.noLevel : known} (${under}).`,
    ...(amount.trace ? calculation(amount.trace, facts) : []).map(({ title, text, cites }) => {
      const from = cites ? ` (${sources(cites, lang)})` : ''
      return `  ${title[lang]}: ${text[lang]}${from}.`
    }),
    ...(source ? [`  ${(amount.needs ?? amount.title)[lang].replace(/\.$/, '')}${source}.`] : []),
    ...amount.missing.map((fact) => `${word.ask}: ${facts[fact]?.question[lang] ?? fact}`),
    ...amount.notices.flatMap((notice) =>
      openLines(notice, lang, (r) =>
        r.amount === undefined ? (r.status === 'unknown' ? word.notKnown : word.noLevel) : formatDong(r.amount, lang),
      ),
    ),
    ...supportLines(amount.trust, lang),
  ]
}
