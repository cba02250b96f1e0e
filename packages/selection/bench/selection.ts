// Each against the plainest code that gives the same answer without checks, reasons, articles or trust.
// Run on the built packages: `npm run bench -w @khuyencong/selection`.
import assert from 'node:assert/strict'
import { cpus } from 'node:os'
import { bind } from '@khuyencong/rules'
import { nationalSelection, rankProposals, tally, type Proposal, type Round, type Sheet } from '@khuyencong/selection'
import { bestUse } from '@khuyencong/selection/optimum'

const law = { selection: bind(nationalSelection, { pack: 'bench', version: '0', asOf: '2024-03-01' }) }
const million = 1_000_000n

/** Park and Miller's generator: the same figures in every run. */
function numbers(seed = 1) {
  return (below: number): number => {
    seed = (seed * 48_271) % 2_147_483_647
    return Math.floor((seed / 2_147_483_647) * below)
  }
}
const names = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${String(index).padStart(5, '0')}`)

/** Medians of both, run by turns in the same process. */
async function compare(name: string, ours: () => unknown, peer: () => unknown, runs = 15): Promise<void> {
  const times = { ours: [] as number[], peer: [] as number[] }
  for (let run = 0; run < runs + 3; run++)
    for (const [who, job] of [
      ['ours', ours],
      ['peer', peer],
    ] as const) {
      const start = performance.now()
      await job()
      // The first three warm up.
      if (run >= 3) times[who].push(performance.now() - start)
    }
  const median = (list: number[]): number => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN
  const [mine, plain] = [median(times.ours), median(times.peer)]
  console.log(
    `${name.padEnd(44)} ${mine.toFixed(1).padStart(8)} ms  plain ${plain.toFixed(1).padStart(7)} ms  × ${(mine / plain).toFixed(1)}`,
  )
}

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}; medians\n`)

{
  const next = numbers()
  const judges = names('J', 9)
  const entries = names('E', 10_000)
  const round: Round = {
    id: 'bench',
    level: 'PROVINCE',
    judges,
    entries: entries.map((id) => ({ id, group: 'handicraft', eligibility: 'met' })),
    cut: { keep: 3_000, by: 'council', reason: 'bench' },
  }
  const sheets = entries.flatMap((entry) =>
    judges.map((judge): Sheet => {
      const marks = {
        market: 20 + next(41) / 2,
        economy: 20 + next(41) / 2,
        culture: next(21) / 2,
        other: next(21) / 2,
      }
      return { judge, entry, version: 1, marks }
    }),
  )
  const plain = () => {
    const totals = new Map<string, number>()
    for (const { entry, marks } of sheets) {
      const total = (marks['market'] ?? 0) + (marks['economy'] ?? 0) + (marks['culture'] ?? 0) + (marks['other'] ?? 0)
      totals.set(entry, (totals.get(entry) ?? 0) + total)
    }
    return [...totals]
      .map(([id, total]) => [id, total / 9] as const)
      .filter(([, mean]) => mean >= 70)
      .sort((a, b) => b[1] - a[1])
  }
  assert.equal(tally(law, round, sheets).counts.reachedThreshold, plain().length)
  await compare('tally of 10,000 entries × 9 sheets', () => tally(law, round, sheets), plain)
}

{
  const next = numbers()
  const areas = ['highland', 'poor-district', 'new-countryside', 'hard'] as const
  const proposals = names('P', 10_000).map((id): Proposal => {
    const area = areas[next(6)]
    return {
      id,
      support: BigInt(20 + next(280)) * million,
      eligibility: { verdict: 'met' },
      filedOn: `2024-01-${10 + next(19)}`,
      facts: {
        priorityAreas: area ? [area] : [],
        typicalProduct: next(10) === 0,
        keyProduct: next(10) === 0,
        forExport: next(5) === 0,
        materialValue: 100n,
        localMaterialValue: BigInt(next(100)),
        workers: next(80),
        priorityIndustry: next(2) === 0 ? 'machinery' : 'other',
        cleanerProduction: false,
      },
    }
  })
  const budget = 300_000n * million
  const plain = () => {
    const keys = proposals.map(({ id, support, filedOn = '', facts }) => {
      const { priorityAreas = [], materialValue = 0n, localMaterialValue = 0n, workers = 0, priorityIndustry } = facts
      const area = areas.findIndex((each) => priorityAreas.includes(each))
      const first = [facts.typicalProduct, facts.keyProduct, facts.forExport].includes(true)
      const isB = first || localMaterialValue * 2n > materialValue || workers >= 50
      const place = (area < 0 ? 4 : area) * 3 + (isB ? 0 : priorityIndustry === 'other' ? 2 : 1)
      return { id, support, place, then: filedOn + id }
    })
    keys.sort((a, b) => a.place - b.place || (a.then < b.then ? -1 : 1))
    let left = budget
    const funded: string[] = []
    for (const { id, support } of keys) {
      if (support > left) break
      left -= support
      funded.push(id)
    }
    return funded
  }
  assert.deepEqual(rankProposals(law, proposals, { budget }).recommended, plain())
  await compare('plan of 10,000 proposals', () => rankProposals(law, proposals, { budget }), plain)
}

{
  const next = numbers()
  const items = names('P', 2_000).map((id) => ({
    id,
    cost: BigInt(20 + next(280)) * million,
    value: BigInt(1 + next(100)),
  }))
  const budget = 96_000n * million
  /** The textbook table, over whole millions: it answers only because every figure here is a whole million. */
  const byTable = () => {
    const best = new Float64Array(Number(budget / million) + 1)
    for (const { cost, value } of items) {
      const [weight, worth] = [Number(cost / million), Number(value)]
      for (let money = best.length - 1; money >= weight; money--)
        best[money] = Math.max(best[money] ?? 0, (best[money - weight] ?? 0) + worth)
    }
    return best.at(-1) ?? 0
  }
  const found = await bestUse(items, budget)
  assert.equal(found.value, BigInt(byTable()))
  await compare(
    `best of 2,000 proposals (gap ${found.gap}, ${found.proof ?? 'unproven'})`,
    () => bestUse(items, budget),
    byTable,
    7,
  )

  const toTheDong = items.map((item) => ({ ...item, cost: item.cost + BigInt(next(1_000_000)) }))
  const exact = await bestUse(toTheDong, budget)
  await compare(
    `the same to the đồng (gap ${exact.gap}, ${exact.proof ?? 'unproven'})`,
    () => bestUse(toTheDong, budget),
    byTable,
    7,
  )
}
