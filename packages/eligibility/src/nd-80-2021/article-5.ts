import { cite, contentsFor, fact, is, match } from '@khuyencong/domain'
import {
  all,
  any,
  byId,
  atMost,
  literal,
  moreThan,
  param,
  parameter,
  requirementOverTime,
  type Condition,
  type DatedValue,
  type Parameter,
  type Text,
  type Unit,
} from '@khuyencong/rules'

const article5 = cite('NĐ 80/2021/NĐ-CP', { article: '5' })
const before = cite('NĐ 39/2018/NĐ-CP')

interface Figures {
  readonly workers: number
  readonly revenue: bigint
  readonly capital: bigint
}
type Source = Omit<DatedValue, 'value' | 'readings'>

const sectorTitles: Readonly<Record<string, Text>> = {
  industry: { vi: 'công nghiệp, xây dựng, nông nghiệp', en: 'industry, construction, farming' },
  trade: { vi: 'thương mại, dịch vụ', en: 'trade, services' },
}

/** The three limits of one size of enterprise in one sector, as parameters. */
function limits<Size extends string, Sector extends string>(
  size: Size,
  sector: Sector,
  source: Source,
  { workers, revenue, capital }: Figures,
) {
  const limit = <What extends string, T extends number | bigint>(what: What, unit: Unit, { vi, en }: Text, value: T) =>
    parameter({
      id: `SME.${size}.${what}.${sector}`,
      title: { vi: `${vi}, ${sectorTitles[sector]?.vi ?? sector}`, en: `${en}, ${sectorTitles[sector]?.en ?? sector}` },
      unit,
      timeline: [{ ...source, value }],
    })
  return {
    workers: limit('workers', 'persons', { vi: 'Lao động tối đa', en: 'Most workers' }, workers),
    revenue: limit('revenue', 'dong', { vi: 'Doanh thu tối đa', en: 'Highest revenue' }, revenue),
    capital: limit('capital', 'dong', { vi: 'Nguồn vốn tối đa', en: 'Highest capital' }, capital),
  }
}
type Limits = ReturnType<typeof limits>

const bn = 1_000_000_000n
const inForce: Source = { from: '2021-10-15', cites: [article5], trust: 'text' }
/** The decree before: its limits of a small enterprise are reported, those of a medium one could not be verified. */
const formerly: Source = { from: '2018-03-11', to: '2021-10-14', cites: [before], trust: 'secondary' }

const medium = {
  industry: limits('medium', 'industry', inForce, { workers: 200, revenue: 200n * bn, capital: 100n * bn }),
  trade: limits('medium', 'trade', inForce, { workers: 100, revenue: 300n * bn, capital: 100n * bn }),
}
const small = {
  industry: limits('small', 'industry', formerly, { workers: 100, revenue: 50n * bn, capital: 20n * bn }),
  trade: limits('small', 'trade', formerly, { workers: 50, revenue: 100n * bn, capital: 50n * bn }),
}

export const article5Parameters = byId([
  ...Object.values(medium.industry),
  ...Object.values(medium.trade),
  ...Object.values(small.industry),
  ...Object.values(small.trade),
])

/** Workers within the limit, and revenue or capital within theirs; without any revenue yet, capital alone counts (Article 9). */
function within({ industry, trade }: { readonly industry: Limits; readonly trade: Limits }): Condition {
  const bySector = <T extends number | bigint>(ofIndustry: Parameter<T>, ofTrade: Parameter<T>) =>
    match('mainSector', {
      'industry-construction-farming': param(ofIndustry),
      'trade-services': param(ofTrade),
    })
  return all(
    atMost(fact('insuredWorkers'), bySector(industry.workers, trade.workers)),
    any(
      all(
        moreThan(fact('annualRevenue'), literal(0n)),
        atMost(fact('annualRevenue'), bySector(industry.revenue, trade.revenue)),
      ),
      atMost(fact('totalCapital'), bySector(industry.capital, trade.capital)),
    ),
  )
}

const isEnterprise = is('legalForm', 'enterprise')

/** EL-14: an enterprise must be small or medium, by the decree in force on the day. */
const smallOrMedium = requirementOverTime({
  id: 'EL-14',
  subjects: contentsFor('establishment'),
  group: 'applicant',
  title: { vi: 'Doanh nghiệp nhỏ và vừa', en: 'Small or medium enterprise' },
  versions: [
    {
      from: '2012-07-05',
      to: '2018-03-10',
      cites: [cite('TT 46/2012/TT-BCT', { article: '3', clause: '1', point: 'a' }), cite('NĐ 56/2009/NĐ-CP')],
      trust: 'secondary',
      note: {
        vi: 'Tiêu chí của NĐ 56/2009/NĐ-CP chưa đọc được: cần xác nhận của cơ quan có thẩm quyền.',
        en: 'The criteria of NĐ 56/2009/NĐ-CP could not be read: a confirmation is asked for instead.',
      },
      applies: isEnterprise,
      requires: is('smeConfirmed'),
    },
    {
      from: '2018-03-11',
      to: '2021-10-14',
      cites: [before],
      trust: 'secondary',
      note: {
        vi: 'Mức của doanh nghiệp nhỏ theo báo chí; mức của doanh nghiệp vừa chưa kiểm chứng nên cần xác nhận.',
        en: 'Limits of a small enterprise as reported; those of a medium one are not verified, so a confirmation is asked for.',
      },
      applies: isEnterprise,
      requires: any(within(small), is('smeConfirmed')),
    },
    {
      from: '2021-10-15',
      cites: [
        article5,
        cite('NĐ 80/2021/NĐ-CP', { article: '9' }),
        cite('NĐ 45/2012/NĐ-CP', { article: '1', clause: '2', point: 'a' }),
      ],
      trust: 'text',
      applies: isEnterprise,
      requires: within(medium),
    },
  ],
})

export const article5Rules = byId([smallOrMedium])
