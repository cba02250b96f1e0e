import { Buffer } from 'node:buffer'
import { ZenEngine } from '@gorules/zen-engine'
import { policy as p } from '../policy.js'

const quoted = (list) => list.map((x) => `'${x}'`).join(', ')
const capMultiplier = Object.entries(p.capMultiplier).reduceRight(
  (rest, [line, m]) => `project.line == '${line}' ? ${m} : ${rest}`,
  '0',
)
const base = `min([project.totalCost * ${p.supportRate}, ${p.cap} * (${capMultiplier})])`
const amount = `enterprise.priorityArea ? ${base} * ${1 + p.priorityBonus} : ${base}`
const docs = p.documents.map((d) => `documents.${d}`).join(' and ')

const checks = {
  type: `enterprise.type in [${quoted(p.enterpriseTypes)}]`,
  location: `enterprise.locationClass in [${quoted(p.locationClasses)}]`,
  industry: `enterprise.industry in [${quoted(p.industries)}]`,
  employees: `enterprise.employees <= ${p.maxEmployees}`,
  revenue: `enterprise.revenue <= ${p.maxRevenue}`,
  machineNew: 'project.machineNew',
  investedYear: `project.investedYear in [${p.year - 1}..${p.year}]`,
  cooldown: `history.lastSupportedYear < ${p.year - p.cooldownYears}`,
  documents: docs,
  cost: 'project.totalCost > 0',
  counterpart: `project.counterpart >= ${p.minCounterpart} * project.totalCost`,
  line: `project.line in [${quoted(Object.keys(p.capMultiplier))}]`,
}

const graph = (nodes) => ({
  contentType: 'application/vnd.gorules.decision',
  nodes: [
    { id: 'in', name: 'in', type: 'inputNode', position: { x: 0, y: 0 } },
    ...nodes.map((n, i) => ({ position: { x: i + 1, y: 0 }, ...n })),
    { id: 'out', name: 'out', type: 'outputNode', position: { x: 9, y: 0 } },
  ],
  edges: ['in', ...nodes.map((n) => n.id)].map((sourceId, i, all) => ({
    id: `e${i}`,
    type: 'edge',
    sourceId,
    targetId: all[i + 1] ?? 'out',
  })),
})

/** Twelve named checks in an expression node: every failed one is reported. */
const checksGraph = graph([
  {
    id: 'checks',
    name: 'checks',
    type: 'expressionNode',
    content: {
      passThrough: false,
      inputField: null,
      outputPath: null,
      executionMode: 'single',
      expressions: [
        ...Object.entries(checks).map(([key, value]) => ({ id: key, key: `c.${key}`, value })),
        {
          id: 'eligible',
          key: 'eligible',
          value: Object.keys(checks)
            .map((k) => `$.c.${k}`)
            .join(' and '),
        },
        { id: 'amount', key: 'amount', value: `$.eligible ? (${amount}) : 0` },
      ],
    },
  },
])

const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify(checksGraph)))
const subject = (options) => async (application) => {
  const { result } = await decision.evaluate(application, options)
  const failed = Object.keys(result.c).filter((id) => !result.c[id])
  return { eligible: result.eligible, amount: result.amount, failed }
}

export const zen = { name: 'zen-engine, named checks', peer: true, asynchronous: true, decide: subject({}) }
export const zenTrace = {
  name: 'zen-engine, named checks with trace',
  peer: true,
  asynchronous: true,
  decide: subject({ trace: true }),
}
