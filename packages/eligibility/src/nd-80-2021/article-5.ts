import { cite, fact, is, match } from '@khuyencong/domain'
import {
  all,
  any,
  atMost,
  literal,
  moreThan,
  param,
  parameter,
  ruleVersions,
  type Parameter,
  type Text,
} from '@khuyencong/rules'
import type { Requirement } from '@khuyencong/rules'

const article5 = cite('NĐ 80/2021/NĐ-CP', { article: '5' })
const before = cite('NĐ 39/2018/NĐ-CP')

const medium = <T extends number | bigint>(id: string, unit: Parameter['unit'], title: Text, value: T) =>
  parameter({ id, title, unit, timeline: [{ from: '2021-10-15', value, cites: [article5], trust: 'text' }] })

/** Limits of a small enterprise under the decree before; its limits of a medium one could not be verified. */
const small = <T extends number | bigint>(id: string, unit: Parameter['unit'], title: Text, value: T) =>
  parameter({
    id,
    title,
    unit,
    timeline: [{ from: '2018-03-11', to: '2021-10-14', value, cites: [before], trust: 'secondary' }],
  })

const industry: Text = { vi: 'công nghiệp, xây dựng, nông nghiệp', en: 'industry, construction, farming' }
const trade: Text = { vi: 'thương mại, dịch vụ', en: 'trade, services' }
const workersOf = (sector: Text): Text => ({ vi: `Lao động tối đa, ${sector.vi}`, en: `Most workers, ${sector.en}` })
const revenueOf = (sector: Text): Text => ({
  vi: `Doanh thu tối đa, ${sector.vi}`,
  en: `Highest revenue, ${sector.en}`,
})
const capitalOf = (sector: Text): Text => ({
  vi: `Nguồn vốn tối đa, ${sector.vi}`,
  en: `Highest capital, ${sector.en}`,
})

const bn = 1_000_000_000n

export const article5Parameters = {
  'SME.medium.workers.industry': medium('SME.medium.workers.industry', 'persons', workersOf(industry), 200),
  'SME.medium.workers.trade': medium('SME.medium.workers.trade', 'persons', workersOf(trade), 100),
  'SME.medium.revenue.industry': medium('SME.medium.revenue.industry', 'dong', revenueOf(industry), 200n * bn),
  'SME.medium.revenue.trade': medium('SME.medium.revenue.trade', 'dong', revenueOf(trade), 300n * bn),
  'SME.medium.capital.industry': medium('SME.medium.capital.industry', 'dong', capitalOf(industry), 100n * bn),
  'SME.medium.capital.trade': medium('SME.medium.capital.trade', 'dong', capitalOf(trade), 100n * bn),
  'SME.small.workers.industry': small('SME.small.workers.industry', 'persons', workersOf(industry), 100),
  'SME.small.workers.trade': small('SME.small.workers.trade', 'persons', workersOf(trade), 50),
  'SME.small.revenue.industry': small('SME.small.revenue.industry', 'dong', revenueOf(industry), 50n * bn),
  'SME.small.revenue.trade': small('SME.small.revenue.trade', 'dong', revenueOf(trade), 100n * bn),
  'SME.small.capital.industry': small('SME.small.capital.industry', 'dong', capitalOf(industry), 20n * bn),
  'SME.small.capital.trade': small('SME.small.capital.trade', 'dong', capitalOf(trade), 50n * bn),
}

/** Workers within the limit, and revenue or capital within theirs; without any revenue yet, capital alone counts (Article 9). */
function within(size: 'small' | 'medium') {
  const of = <K extends 'workers' | 'revenue' | 'capital'>(what: K) =>
    match('mainSector', {
      'industry-construction-farming': param(article5Parameters[`SME.${size}.${what}.industry`]),
      'trade-services': param(article5Parameters[`SME.${size}.${what}.trade`]),
    })
  return all(
    atMost(fact('insuredWorkers'), of('workers')),
    any(
      all(moreThan(fact('annualRevenue'), literal(0n)), atMost(fact('annualRevenue'), of('revenue'))),
      atMost(fact('totalCapital'), of('capital')),
    ),
  )
}

const isEnterprise = is('legalForm', 'enterprise')

/** EL-14: an enterprise must be small or medium, by the decree in force on the day. */
const smallOrMedium: Requirement = ruleVersions({
  id: 'EL-14',
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
      requires: any(within('small'), is('smeConfirmed')),
    },
    {
      from: '2021-10-15',
      cites: [article5, cite('NĐ 45/2012/NĐ-CP', { article: '1', clause: '2', point: 'a' })],
      trust: 'text',
      applies: isEnterprise,
      requires: within('medium'),
    },
  ],
})

export const article5Rules = { 'EL-14': smallOrMedium }
