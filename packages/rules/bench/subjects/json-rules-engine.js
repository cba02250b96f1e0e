import { Engine } from 'json-rules-engine'
import { policy as p } from '../policy.js'

const must = (name, fact, operator, value) => ({ name, fact, operator, value })

const engine = new Engine()
engine.addFact('counterpartRatio', async (_, almanac) => {
  const cost = await almanac.factValue('project.totalCost')
  return cost > 0 ? (await almanac.factValue('project.counterpart')) / cost : p.minCounterpart
})
engine.addFact('amount', async (_, almanac) => {
  const cap = p.cap * p.capMultiplier[await almanac.factValue('project.line')]
  const base = Math.min((await almanac.factValue('project.totalCost')) * p.supportRate, cap)
  return (await almanac.factValue('enterprise.priorityArea')) ? base * (1 + p.priorityBonus) : base
})
engine.addRule({
  conditions: {
    all: [
      must('type', 'enterprise.type', 'in', p.enterpriseTypes),
      must('location', 'enterprise.locationClass', 'in', p.locationClasses),
      must('industry', 'enterprise.industry', 'in', p.industries),
      must('employees', 'enterprise.employees', 'lessThanInclusive', p.maxEmployees),
      must('revenue', 'enterprise.revenue', 'lessThanInclusive', p.maxRevenue),
      must('machineNew', 'project.machineNew', 'equal', true),
      must('investedYear', 'project.investedYear', 'greaterThanInclusive', p.year - 1),
      must('investedYear', 'project.investedYear', 'lessThanInclusive', p.year),
      must('cooldown', 'history.lastSupportedYear', 'lessThan', p.year - p.cooldownYears),
      ...p.documents.map((paper) => must('documents', `documents.${paper}`, 'equal', true)),
      must('cost', 'project.totalCost', 'greaterThan', 0),
      must('counterpart', 'counterpartRatio', 'greaterThanInclusive', p.minCounterpart),
      must('line', 'project.line', 'in', Object.keys(p.capMultiplier)),
    ],
  },
  event: { type: 'eligible' },
})

/** Facts under one name each: paths into nested facts make this engine several times slower. */
const flat = (application) =>
  Object.fromEntries(
    Object.entries(application).flatMap(([group, fields]) =>
      Object.entries(fields).map(([field, value]) => [`${group}.${field}`, value]),
    ),
  )

export const jsonRulesEngine = {
  name: 'json-rules-engine, with reasons',
  peer: true,
  asynchronous: true,
  prepare: flat,
  async decide(facts) {
    const { results, failureResults, almanac } = await engine.run(facts)
    const eligible = results.length > 0
    const conditions = eligible ? [] : failureResults[0].conditions.all
    const failed = [...new Set(conditions.filter(({ result }) => !result).map(({ name }) => name))]
    return { eligible, failed, amount: eligible ? await almanac.factValue('amount') : 0 }
  },
}
