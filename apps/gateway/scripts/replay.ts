// npm run replay -w @khuyencong/gateway
//
// The published grants beside the most that each could have been under the law of its plan date. Exit status 1 when one
// was higher.
import { formatDong, ratio, formatRatio } from '@khuyencong/rules'
import { replayGrants, type Replay } from '../src/modules/grants/replay.js'

const header = [
  'grant',
  'province',
  'content',
  'fund',
  'plan date',
  'cost',
  'granted',
  'ceiling',
  'of it',
  'bound by',
  'trust',
]

/** Exact to a hundredth of a percent, rounded down. */
const share = (part: bigint, whole: bigint) => formatRatio(ratio((part * 10_000n) / whole, 10_000n), 'en')
const money = (amount: bigint | null | undefined) =>
  amount == null ? '-' : formatDong(amount, 'en').replace(' đồng', '')
const isAbove = ({ grant, ceiling }: Replay) => {
  const most = ceiling.amount ?? ceiling.atMost
  return grant.support !== null && most !== undefined && grant.support > most
}

const replays = replayGrants()
const rows = replays.map(({ grant, ceiling }) => {
  const most = ceiling.amount ?? ceiling.atMost
  return [
    grant.id,
    grant.provinceName,
    ceiling.content,
    grant.fund.toLowerCase(),
    ceiling.law.asOf,
    money(grant.totalCost),
    money(grant.support),
    // Without the cost only the cap is known.
    `${ceiling.amount === undefined ? '≤ ' : ''}${money(most)}`,
    grant.support === null || most === undefined ? '-' : share(grant.support, most),
    ceiling.binding ?? (ceiling.status === 'unknown' ? 'cap, cost not published' : '-'),
    ceiling.trust.weakest,
  ]
})

const widths = header.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)))
for (const row of [header, ...rows])
  console.log(
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )

const above = replays.filter(isAbove)
console.log(`\n${replays.length} grants to one establishment; ${above.length} above the ceiling. Amounts in đồng.`)
if (above.length > 0) process.exitCode = 1
