import { Environment } from '@marcbachmann/cel-js'
import { LogicEngine } from 'json-logic-engine'
import { conditionIds, policy as p } from '../policy.js'

const lines = Object.keys(p.capMultiplier)
const mapValues = (object, change) => Object.fromEntries(Object.entries(object).map(([key, x]) => [key, change(x)]))

/** Twelve compiled checks, all of them asked, so that every failed one is named; the amount where none failed. */
const decideWith = (checks, amount) => (application) => {
  const failed = conditionIds.filter((id) => checks[id](application) !== true)
  const eligible = failed.length === 0
  return { eligible, failed, amount: eligible ? amount(application) : 0 }
}

const v = (path) => ({ var: path })
const logicChecks = {
  type: { in: [v('enterprise.type'), p.enterpriseTypes] },
  location: { in: [v('enterprise.locationClass'), p.locationClasses] },
  industry: { in: [v('enterprise.industry'), p.industries] },
  employees: { '<=': [v('enterprise.employees'), p.maxEmployees] },
  revenue: { '<=': [v('enterprise.revenue'), p.maxRevenue] },
  machineNew: { '==': [v('project.machineNew'), true] },
  investedYear: { '<=': [p.year - 1, v('project.investedYear'), p.year] },
  cooldown: { '<': [v('history.lastSupportedYear'), p.year - p.cooldownYears] },
  documents: { and: p.documents.map((d) => ({ '==': [v(`documents.${d}`), true] })) },
  cost: { '>': [v('project.totalCost'), 0] },
  counterpart: { '>=': [v('project.counterpart'), { '*': [p.minCounterpart, v('project.totalCost')] }] },
  line: { in: [v('project.line'), lines] },
}
const logicMultiplier = {
  if: [...lines.flatMap((line) => [{ '==': [v('project.line'), line] }, p.capMultiplier[line]]), 0],
}
const logicAmount = {
  '*': [
    { if: [v('enterprise.priorityArea'), 1 + p.priorityBonus, 1] },
    { min: [{ '*': [p.supportRate, v('project.totalCost')] }, { '*': [p.cap, logicMultiplier] }] },
  ],
}
const logic = new LogicEngine()
export const jsonLogic = {
  name: 'json-logic-engine (compiled), with reasons',
  peer: true,
  decide: decideWith(
    mapValues(logicChecks, (rule) => logic.build(rule)),
    logic.build(logicAmount),
  ),
}
const logicVerdict = logic.build({ and: conditionIds.map((id) => logicChecks[id]) })
export const jsonLogicVerdict = {
  name: 'json-logic-engine (compiled), verdict alone',
  peer: true,
  decide: (application) => ({ eligible: logicVerdict(application) === true }),
}

const cel = new Environment({ unlistedVariablesAreDyn: true })
const among = (list) => `in [${list.map((x) => `"${x}"`).join(', ')}]`
const celChecks = {
  type: `enterprise.type ${among(p.enterpriseTypes)}`,
  location: `enterprise.locationClass ${among(p.locationClasses)}`,
  industry: `enterprise.industry ${among(p.industries)}`,
  employees: `enterprise.employees <= ${p.maxEmployees}.0`,
  revenue: `enterprise.revenue <= ${p.maxRevenue}.0`,
  machineNew: 'project.machineNew',
  investedYear: `project.investedYear >= ${p.year - 1}.0 && project.investedYear <= ${p.year}.0`,
  cooldown: `history.lastSupportedYear < ${p.year - p.cooldownYears}.0`,
  documents: p.documents.map((paper) => `documents.${paper}`).join(' && '),
  cost: 'project.totalCost > 0.0',
  counterpart: `project.counterpart >= ${p.minCounterpart} * project.totalCost`,
  line: `project.line ${among(lines)}`,
}
const celMultiplier = lines.reduceRight(
  (rest, line) => `project.line == "${line}" ? ${p.capMultiplier[line].toFixed(1)} : (${rest})`,
  '0.0',
)
const half = `project.totalCost * ${p.supportRate}`
const cap = `${p.cap}.0 * (${celMultiplier})`
const celAmount = `(enterprise.priorityArea ? ${1 + p.priorityBonus} : 1.0) * (${half} < ${cap} ? ${half} : ${cap})`
export const celJs = {
  name: 'cel-js (parsed once), with reasons',
  peer: true,
  decide: decideWith(
    mapValues(celChecks, (source) => cel.parse(source)),
    cel.parse(celAmount),
  ),
}
