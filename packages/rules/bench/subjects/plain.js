import { policy as p } from '../policy.js'

const types = new Set(p.enterpriseTypes)
const locations = new Set(p.locationClasses)
const industries = new Set(p.industries)

const isEligible = ({ enterprise: e, project: j, history: h, documents: d }) =>
  types.has(e.type) &&
  locations.has(e.locationClass) &&
  industries.has(e.industry) &&
  e.employees <= p.maxEmployees &&
  e.revenue <= p.maxRevenue &&
  j.machineNew &&
  j.investedYear >= p.year - 1 &&
  j.investedYear <= p.year &&
  h.lastSupportedYear < p.year - p.cooldownYears &&
  d.request &&
  d.licence &&
  d.plan &&
  d.invoice &&
  d.quotation &&
  d.commitment &&
  j.totalCost > 0 &&
  j.counterpart >= p.minCounterpart * j.totalCost &&
  j.line in p.capMultiplier

const amountOf = ({ enterprise, project }) => {
  const base = Math.min(project.totalCost * p.supportRate, p.cap * p.capMultiplier[project.line])
  return enterprise.priorityArea ? base + base * p.priorityBonus : base
}

const checks = [
  ['type', (a) => types.has(a.enterprise.type)],
  ['location', (a) => locations.has(a.enterprise.locationClass)],
  ['industry', (a) => industries.has(a.enterprise.industry)],
  ['employees', (a) => a.enterprise.employees <= p.maxEmployees],
  ['revenue', (a) => a.enterprise.revenue <= p.maxRevenue],
  ['machineNew', (a) => a.project.machineNew],
  ['investedYear', (a) => a.project.investedYear >= p.year - 1 && a.project.investedYear <= p.year],
  ['cooldown', (a) => a.history.lastSupportedYear < p.year - p.cooldownYears],
  ['documents', (a) => p.documents.every((paper) => a.documents[paper])],
  ['cost', (a) => a.project.totalCost > 0],
  ['counterpart', (a) => a.project.counterpart >= p.minCounterpart * a.project.totalCost],
  ['line', (a) => a.project.line in p.capMultiplier],
]

/** What the others must agree with: every failed check by name, and the amount. */
export function expected(application) {
  const failed = checks.filter(([, holds]) => !holds(application)).map(([id]) => id)
  const eligible = failed.length === 0
  return { eligible, failed, amount: eligible ? amountOf(application) : 0 }
}

export const plainVerdict = {
  name: 'plain branches, verdict alone',
  decide: (application) => ({ eligible: isEligible(application) }),
}
export const plain = {
  name: 'plain branches',
  decide: (application) =>
    isEligible(application) ? { eligible: true, amount: amountOf(application) } : { eligible: false, amount: 0 },
}
export const plainReasons = { name: 'plain table of checks, with reasons', decide: expected }
