import {
  all,
  amountRule,
  any,
  atLeast,
  atMost,
  bind,
  byId,
  defineFacts,
  lessThan,
  literal,
  lowest,
  moreThan,
  named,
  param,
  parameter,
  percent,
  requirement,
  times,
  vocabulary,
} from '@khuyencong/rules'
import { conditionIds, policy as p } from '../policy.js'

const text = (words) => ({ vi: words, en: words })
const about = (name) => ({ title: text(name), question: text(name), group: 'application', mutability: 'changeable' })
const choice = (name, values, kind = 'choice') => ({
  kind,
  values: Object.fromEntries(values.map((value) => [value, text(value)])),
  ...about(name),
})

const facts = defineFacts({
  type: choice('type of enterprise', [...p.enterpriseTypes, 'foreign']),
  location: choice('place', [...p.locationClasses, 'urban']),
  industry: choice('trade', [...p.industries, 'g47']),
  employees: { kind: 'count', ...about('employees') },
  revenue: { kind: 'money', ...about('revenue') },
  area: choice('area', ['priority', 'ordinary']),
  line: choice('line', [...Object.keys(p.capMultiplier), 'unknown']),
  machineNew: { kind: 'flag', ...about('new machine') },
  investedYear: { kind: 'year', ...about('year of investment') },
  totalCost: { kind: 'money', ...about('cost') },
  counterpart: { kind: 'money', ...about('own part') },
  supportedBefore: { kind: 'flag', ...about('supported before') },
  lastSupportedYear: { kind: 'year', ...about('year of the last support') },
  papers: choice('papers', p.documents, 'choices'),
})
const { fact, is, isNot, oneOf, allOf, match } = vocabulary()

const source = { from: '2020-01-01', cites: [{ document: 'Policy', article: '1' }], trust: 'text' }
const value = (id, unit, of) => parameter({ id, title: text(id), unit, timeline: [{ ...source, value: of }] })
const parameters = byId([
  value('max-employees', 'persons', p.maxEmployees),
  value('max-revenue', 'dong', BigInt(p.maxRevenue)),
  value('first-year', 'years', p.year - 1),
  value('last-year', 'years', p.year),
  value('cooldown-year', 'years', p.year - p.cooldownYears),
  value('least-own-part', 'ratio', percent(BigInt(p.minCounterpart * 100))),
  value('rate', 'ratio', percent(BigInt(p.supportRate * 100))),
  value('bonus', 'ratio', percent(BigInt(Math.round((1 + p.priorityBonus) * 100)))),
  ...Object.entries(p.capMultiplier).map(([line, factor]) => value(`cap-${line}`, 'dong', BigInt(p.cap * factor))),
])
const limit = (id) => param(parameters[id])
const down = literal('down')

const conditions = {
  type: oneOf('type', p.enterpriseTypes),
  location: oneOf('location', p.locationClasses),
  industry: oneOf('industry', p.industries),
  employees: atMost(fact('employees'), limit('max-employees')),
  revenue: atMost(fact('revenue'), limit('max-revenue')),
  machineNew: is('machineNew'),
  investedYear: all(
    atLeast(fact('investedYear'), limit('first-year')),
    atMost(fact('investedYear'), limit('last-year')),
  ),
  cooldown: any(isNot('supportedBefore'), lessThan(fact('lastSupportedYear'), limit('cooldown-year'))),
  documents: allOf('papers', p.documents),
  cost: moreThan(fact('totalCost'), literal(0n)),
  counterpart: atLeast(fact('counterpart'), times(limit('least-own-part'), fact('totalCost'), down)),
  line: oneOf('line', Object.keys(p.capMultiplier)),
}

const half = named('rate', text('half'), times(limit('rate'), fact('totalCost'), down))
const cap = named(
  'cap',
  text('cap'),
  match('line', {
    ...Object.fromEntries(Object.keys(p.capMultiplier).map((line) => [line, limit(`cap-${line}`)])),
    unknown: literal(0n),
  }),
)
const factor = match('area', { priority: limit('bonus'), ordinary: literal(percent(100n)) })

const law = bind(
  {
    facts,
    parameters,
    rules: byId(
      conditionIds.map((id) =>
        requirement({ id, title: text(id), group: 'application', ...source, requires: conditions[id] }),
      ),
    ),
    amounts: byId([
      amountRule({
        id: 'support',
        title: text('support'),
        per: text('one machine'),
        versions: [{ ...source, amount: times(factor, lowest([half, cap]), down) }],
      }),
    ]),
  },
  { pack: 'policy', version: '1', asOf: `${p.year}-01-01` },
)

/** An application as this kernel's users write it: flat, money exact, papers as a list. */
const prepare = ({ enterprise: e, project: j, history: h, documents }) => ({
  type: e.type,
  location: e.locationClass,
  industry: e.industry,
  employees: e.employees,
  revenue: BigInt(e.revenue),
  area: e.priorityArea ? 'priority' : 'ordinary',
  line: j.line,
  machineNew: j.machineNew,
  investedYear: j.investedYear,
  totalCost: BigInt(j.totalCost),
  counterpart: BigInt(j.counterpart),
  supportedBefore: h.lastSupportedYear > 0,
  lastSupportedYear: h.lastSupportedYear > 0 ? h.lastSupportedYear : undefined,
  papers: p.documents.filter((paper) => documents[paper]),
})

const failedIn = ({ findings }) => findings.filter(({ verdict }) => verdict !== 'met').map(({ rule }) => rule)

/** The same, checked and read beforehand: for facts that are asked about more than once. */
const prepareRead = (application) => law.read(prepare(application))

const verdict = {
  decide: (given) => law.verdict('support', given),
  read: (answer) => ({ eligible: answer === 'met' }),
}
const decision = {
  decide: (given) => law.decide('support', given),
  read: (answer) => ({ eligible: answer.verdict === 'met', failed: failedIn(answer) }),
}
export const rulesVerdict = { name: 'rules, verdict alone', prepare: prepareRead, ...verdict }
export const rulesVerdictChecked = { name: 'rules, facts checked and verdict alone', prepare, ...verdict }
export const rulesDecision = { name: 'rules, decision with trace', prepare: prepareRead, ...decision }
export const rulesDecisionChecked = { name: 'rules, facts checked and decision with trace', prepare, ...decision }
export const rulesAmount = {
  name: 'rules, decision with trace and amount with steps',
  prepare,
  decide: (given) => {
    const decision = law.decide('support', given)
    return { decision, amount: decision.verdict === 'met' ? law.amount('support', given) : undefined }
  },
  read: ({ decision, amount }) => ({
    eligible: decision.verdict === 'met',
    failed: failedIn(decision),
    amount: amount?.amount ?? 0n,
  }),
}
export const rulesRemedies = {
  name: 'rules, decision with trace and remedies',
  prepare,
  decide: (given) => {
    const decision = law.decide('support', given)
    return { decision, remedies: decision.remedies }
  },
  read: ({ decision }) => ({ eligible: decision.verdict === 'met', failed: failedIn(decision) }),
}
