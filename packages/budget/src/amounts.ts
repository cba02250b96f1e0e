import { cite, contents, fact, match, type ContentCode } from '@khuyencong/domain'
import {
  amountRule,
  byId,
  lowest,
  named,
  param,
  times,
  type Expression,
  type Parameter,
  type Ratio,
  type Text,
  type Value,
} from '@khuyencong/rules'
import { figures, lineFactor, rounding } from './parameters.js'
import { article8 } from './tt-28-2018/article-8.js'
import { article6 } from './ttlt-26-2014/article-6.js'

interface Pair<T extends Value> {
  readonly national: Parameter<T>
  readonly local: Parameter<T>
}

const per = {
  establishment: { vi: 'một cơ sở', en: 'one establishment' },
  model: { vi: 'một mô hình', en: 'one model' },
  mark: { vi: 'một nhãn hiệu', en: 'one mark' },
} as const satisfies Readonly<Record<string, Text>>

/** The figure of the fund that pays. While the fund is not known, the figure is known only where both agree. */
const byFund = <T extends bigint | Ratio>({ national, local }: Pair<T>): Expression<T> =>
  match<'fund', T>('fund', { national: param(national), provincial: param(local), district: param(local) })

const rateOf = (rate: Pair<Ratio>) =>
  named(
    'rate',
    { vi: 'Theo tỷ lệ chi phí', en: 'By share of the cost' },
    times(byFund(rate), fact('eligibleCost'), param(rounding)),
  )

const capOf = (cap: Expression<bigint>) => named('cap', { vi: 'Mức trần', en: 'Cap' }, cap)

/** Where the levels stand: in the joint circular of 2014, then in the circular of 2018. */
const sources = [
  { ...article6.period, cites: [cite('TTLT 26/2014/TTLT-BTC-BCT', { article: '6', clause: '2' })], trust: 'text' },
  { ...article8.period, cites: [cite('TT 28/2018/TT-BTC', { article: '8' })], trust: 'secondary' },
] as const

/** The ceiling of a content: the lower of a share of the cost and a cap, or the cap alone. */
const ceiling = <const Code extends ContentCode>(
  code: Code,
  unit: Text,
  costItems: Text,
  terms: readonly Expression<bigint>[],
) =>
  amountRule({
    id: code,
    title: contents[code].title,
    per: unit,
    versions: sources.map((source) => ({
      ...source,
      costItems,
      amount: named('ceiling', { vi: 'Mức hỗ trợ tối đa', en: 'Highest support' }, lowest(terms)),
    })),
  })

export const supportCeilings = byId([
  ceiling(
    'MACH',
    per.establishment,
    { vi: 'máy móc thiết bị hoặc chi phí chuyển giao', en: 'machines or the cost of transfer' },
    [rateOf(figures.MACH.rate), capOf(byFund(figures.MACH.cap))],
  ),
  ceiling('LINE', per.establishment, { vi: 'dây chuyền công nghệ', en: 'the technology line' }, [
    rateOf(figures.MACH.rate),
    capOf(times(byFund(lineFactor), byFund(figures.MACH.cap), param(rounding))),
  ]),
  ceiling(
    'DEMO-NEW',
    per.model,
    {
      vi: 'nhà xưởng, máy móc thiết bị; tài liệu công nghệ, quy trình phục vụ trình diễn',
      en: 'building and machinery; papers on technology and process for the demonstration',
    },
    [rateOf(figures['DEMO-NEW'].rate), capOf(byFund(figures['DEMO-NEW'].cap))],
  ),
  ceiling(
    'DEMO-REPL',
    per.model,
    {
      vi: 'tài liệu công nghệ; hoàn thiện quy trình phục vụ trình diễn',
      en: 'papers on technology; perfecting the process for demonstration',
    },
    [
      named('cost', { vi: 'Không quá chi phí', en: 'No more than it costs' }, fact('eligibleCost')),
      capOf(byFund(figures['DEMO-REPL'].cap)),
    ],
  ),
  ceiling(
    'SXSH-PILOT',
    per.model,
    {
      vi: 'thay thế nguyên, nhiên liệu; đổi mới máy móc, dây chuyền; đào tạo; tiêu thụ sản phẩm; tài liệu trình diễn',
      en: 'replacing materials and fuels; renewing machines and lines; training; product consumption; papers for demonstration',
    },
    [rateOf(figures['SXSH-PILOT'].rate), capOf(byFund(figures['SXSH-PILOT'].cap))],
  ),
  ceiling('BRAND', per.mark, { vi: 'xây dựng và đăng ký nhãn hiệu', en: 'building and registering the mark' }, [
    rateOf(figures.BRAND.rate),
    capOf(byFund(figures.BRAND.cap)),
  ]),
  ceiling('CONSULT', per.establishment, { vi: 'thuê tư vấn, thiết kế', en: 'hired advice and design' }, [
    rateOf(figures.CONSULT.rate),
    capOf(byFund(figures.CONSULT.cap)),
  ]),
  ceiling(
    'ENV-EST',
    per.establishment,
    { vi: 'sửa chữa, nâng cấp hệ thống xử lý', en: 'repair and upgrade of treatment' },
    [rateOf(figures['ENV-EST'].rate), capOf(byFund(figures['ENV-EST'].cap))],
  ),
])
