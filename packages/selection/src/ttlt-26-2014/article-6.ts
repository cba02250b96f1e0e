import { circular2018InForce, cite } from '@khuyencong/domain'
import {
  amountRule,
  byId,
  named,
  param,
  parameter,
  type DatedValue,
  type Lack,
  type Parameter,
  type Text,
} from '@khuyencong/rules'
import { levels, type Level } from '../level.js'
import { costSources2018, since2018 } from '../tt-28-2018/article-8.js'

/** In force until TT 28/2018/TT-BTC took its place; of that circular the cost of rounds is reported, the prizes were not found. */
const source = {
  from: '2014-04-08',
  to: '2018-05-10',
  cites: [cite('TTLT 26/2014/TTLT-BTC-BCT', { article: '6', clause: '2', point: 'g' })],
  trust: 'text',
} as const

const what = {
  cost: { title: { vi: 'Chi phí tổ chức bình chọn', en: 'Cost of a round' }, per: { vi: 'một kỳ', en: 'one round' } },
  prize: { title: { vi: 'Giải thưởng', en: 'Prize' }, per: { vi: 'một sản phẩm', en: 'one product' } },
} as const satisfies Readonly<Record<string, { title: Text; per: Text }>>

export type ContestMoney = keyof typeof what

const titleOf = (kind: ContestMoney, level: Level): Text => ({
  vi: `${what[kind].title.vi} ${levels[level].vi}, mức tối đa`,
  en: `${what[kind].title.en}, ${levels[level].en}, at most`,
})

const most = <const Kind extends ContestMoney, const L extends Level>(
  kind: Kind,
  level: L,
  value: bigint,
  ...later: readonly DatedValue<bigint>[]
) =>
  parameter({
    id: `CONTEST.${kind}.${level}`,
    title: titleOf(kind, level),
    unit: 'dong',
    timeline: [{ ...source, value }, ...later],
  })

const figures = {
  'cost-REGION': most('cost', 'REGION', 100_000_000n, ...since2018(200_000_000n)),
  'cost-NATION': most('cost', 'NATION', 200_000_000n, ...since2018(400_000_000n)),
  'prize-REGION': most('prize', 'REGION', 5_000_000n),
  'prize-NATION': most('prize', 'NATION', 10_000_000n),
} as const

/** The prizes of the circular that took the place of these were not found. */
const unread: Lack = {
  ...circular2018InForce,
  text: {
    vi: 'Mức giải thưởng của Thông tư 28/2018/TT-BTC chưa tìm được; cần Bộ Công Thương hoặc Bộ Tài chính xác nhận.',
    en: 'The prizes of TT 28/2018/TT-BTC were not found; the ministry has to confirm them.',
  },
  cites: [cite('TT 28/2018/TT-BTC')],
}

/** Below the region it is for the province to say. */
const ofTheProvince: Lack = {
  from: source.from,
  text: { vi: 'Do tỉnh quy định.', en: 'Set by the province.' },
  cites: [
    cite('TTLT 26/2014/TTLT-BTC-BCT', { article: '6', clause: '3' }),
    cite('TT 26/2014/TT-BCT', { article: '19', clause: '1' }),
    cite('TT 26/2014/TT-BCT', { article: '21', clause: '2', point: 'b' }),
  ],
}

const cap = (figure: Parameter<bigint>) => named('cap', { vi: 'Mức tối đa', en: 'Cap' }, param(figure))
const later = (kind: ContestMoney) => (kind === 'cost' ? costSources2018 : [])

const ceiling = <const Kind extends ContestMoney, const L extends Level>(
  kind: Kind,
  level: L,
  figure?: Parameter<bigint>,
) =>
  amountRule({
    id: `CONTEST-${kind}-${level}`,
    title: titleOf(kind, level),
    per: what[kind].per,
    versions: figure ? [source, ...later(kind)].map((period) => ({ ...period, amount: cap(figure) })) : [],
    without: figure ? (kind === 'prize' ? [unread] : []) : [ofTheProvince],
  })

export const contestCeilings = byId([
  ceiling('cost', 'DISTRICT'),
  ceiling('cost', 'COMMUNE'),
  ceiling('cost', 'PROVINCE'),
  ceiling('cost', 'REGION', figures['cost-REGION']),
  ceiling('cost', 'NATION', figures['cost-NATION']),
  ceiling('prize', 'DISTRICT'),
  ceiling('prize', 'COMMUNE'),
  ceiling('prize', 'PROVINCE'),
  ceiling('prize', 'REGION', figures['prize-REGION']),
  ceiling('prize', 'NATION', figures['prize-NATION']),
])

export const article6Parameters = byId(Object.values(figures))
