/** The one invented policy that every subject must reproduce. Money is in đồng. Plain data, no logic. */
export const policy = {
  year: 2026,
  enterpriseTypes: ['household', 'cooperative', 'sole', 'sme', 'union'],
  locationClasses: ['commune', 'mountain', 'island', 'cluster'],
  industries: ['c10', 'c13', 'c14', 'c15', 'c16', 'c20', 'c22', 'c23', 'c25', 'c26', 'c27', 'c28', 'c31', 'c32', 'c33'],
  maxEmployees: 200,
  maxRevenue: 200_000_000_000,
  cooldownYears: 2,
  documents: ['request', 'licence', 'plan', 'invoice', 'quotation', 'commitment'],
  minCounterpart: 0.5,
  supportRate: 0.5,
  cap: 300_000_000,
  capMultiplier: { machine: 1, demo: 1.5, design: 1, brand: 1 },
  priorityBonus: 0.1,
}

/** The twelve rules, in the order in which each subject asks them. */
export const conditionIds = [
  'type',
  'location',
  'industry',
  'employees',
  'revenue',
  'machineNew',
  'investedYear',
  'cooldown',
  'documents',
  'cost',
  'counterpart',
  'line',
]
