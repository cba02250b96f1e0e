import { policy } from './policy.js'

/** A small random generator with a seed: the same cases in every run. */
function mulberry32(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Random applications, each with every field given; each condition fails in about 6 % of them. */
export function makeCases(count, seed = 20260101) {
  const random = mulberry32(seed)
  const pick = (list) => list[Math.floor(random() * list.length)]
  const rare = () => random() < 0.06
  const cases = []
  for (let i = 0; i < count; i += 1) {
    const totalCost = rare() ? 0 : 1_000_000 * (100 + Math.floor(random() * 1400))
    const ratio = rare() ? 0.3 : 0.5 + Math.floor(random() * 5) / 10
    cases.push({
      enterprise: {
        type: rare() ? 'foreign' : pick(policy.enterpriseTypes),
        locationClass: rare() ? 'urban' : pick(policy.locationClasses),
        industry: rare() ? 'g47' : pick(policy.industries),
        employees: rare() ? 201 + Math.floor(random() * 500) : 1 + Math.floor(random() * 200),
        revenue: rare() ? 300_000_000_000 : 1_000_000_000 * (1 + Math.floor(random() * 199)),
        priorityArea: random() < 0.3,
      },
      project: {
        line: rare() ? 'unknown' : pick(Object.keys(policy.capMultiplier)),
        machineNew: !rare(),
        investedYear: rare() ? policy.year - 4 : policy.year - Math.floor(random() * 2),
        totalCost,
        counterpart: Math.round(totalCost * ratio),
      },
      history: { lastSupportedYear: rare() ? policy.year - 1 : random() < 0.3 ? policy.year - 5 : 0 },
      documents: Object.fromEntries(policy.documents.map((d) => [d, random() >= 0.01])),
    })
  }
  return cases
}
