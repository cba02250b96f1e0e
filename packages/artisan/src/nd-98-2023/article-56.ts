import { cite } from '@khuyencong/domain'
import {
  amountRule,
  byId,
  named,
  param,
  parameter,
  ratio,
  type DatedValue,
  type Ratio,
  type Text,
} from '@khuyencong/rules'
import { baseSalary } from '../base-salary.js'
import { fact, match } from '../facts.js'
import { multipleOf } from '../multiple.js'
import { titles } from '../titles.js'
import { decree123Since } from '../transition.js'

const article56 = cite('NĐ 98/2023/NĐ-CP', { article: '56', clause: '3' })
const since2025 = {
  vi: 'NĐ 152/2025 (từ 01/7/2025) sửa quy định về khen thưởng; chưa rõ có đổi Điều 56 hay không.',
  en: 'NĐ 152/2025 (from 1 July 2025) touches the rules on commendation; whether it changed Article 56 was not seen.',
} as const satisfies Text
const ofTheLiving = {
  vi: 'Khoản 3 chỉ nói "được tặng", khác khoản 1 và 2 ("tặng hoặc truy tặng"); lấy bằng mức khi tặng.',
  en: 'Clause 3 speaks only of titles given, unlike clauses 1 and 2 (given or given posthumously); the same is taken.',
} as const satisfies Text
const salaryOfWhichDay = {
  vi: 'Mức lương cơ sở của ngày quyết định tặng; điều khoản nói rõ ngày nào chưa đọc được.',
  en: 'The base salary of the day of the award decision; the clause that names the day was not read.',
} as const satisfies Text

const multiple = <const Id extends string>(
  id: Id,
  title: Text,
  value: Ratio,
  source: Pick<DatedValue, 'trust' | 'note'>,
) =>
  parameter({
    id,
    title,
    unit: 'ratio',
    timeline: [
      { from: '2024-01-01', to: '2025-06-30', value, cites: [article56], ...source },
      {
        from: '2025-07-01',
        value,
        cites: [article56, cite('NĐ 152/2025/NĐ-CP')],
        trust: 'assumed',
        note: since2025,
      },
    ],
  })

const reported = { trust: 'secondary' } as const
const assumed = { trust: 'assumed', note: ofTheLiving } as const
const twelveAndHalf = ratio(125n, 10n)
const nine = ratio(90n, 10n)

const multiples = {
  NNND: multiple(
    'NNND.multiple',
    { vi: 'Tiền thưởng so với mức lương cơ sở, danh hiệu "nhân dân"', en: "Reward by the base salary, People's" },
    twelveAndHalf,
    reported,
  ),
  NNUT: multiple(
    'NNUT.multiple',
    { vi: 'Tiền thưởng so với mức lương cơ sở, danh hiệu "ưu tú"', en: 'Reward by the base salary, Merited' },
    nine,
    reported,
  ),
}
const posthumous = {
  NNND: multiple(
    'NNND.multiple.posthumous',
    {
      vi: 'Tiền thưởng so với mức lương cơ sở, truy tặng danh hiệu "nhân dân"',
      en: "Reward by the base salary, People's, posthumous",
    },
    twelveAndHalf,
    assumed,
  ),
  NNUT: multiple(
    'NNUT.multiple.posthumous',
    {
      vi: 'Tiền thưởng so với mức lương cơ sở, truy tặng danh hiệu "ưu tú"',
      en: 'Reward by the base salary, Merited, posthumous',
    },
    nine,
    assumed,
  ),
}

const reward = <const Code extends 'NNUT' | 'NNND'>(code: Code) =>
  amountRule({
    id: code,
    title: titles[code].name,
    per: { vi: 'một cá nhân', en: 'one person' },
    versions: [
      {
        from: decree123Since,
        to: '2023-12-31',
        cites: [cite('NĐ 123/2014/NĐ-CP', { article: '3', clause: '1' })],
        trust: 'assumed',
        note: {
          vi: 'Mức thưởng trước 01/01/2024 chưa đọc được: cần xác nhận.',
          en: 'The reward before 1 January 2024 was not seen: a confirmation is asked for.',
        },
        amount: fact('confirmedReward'),
      },
      {
        from: '2024-01-01',
        cites: [article56],
        trust: 'secondary',
        note: salaryOfWhichDay,
        amount: named(
          'reward',
          { vi: 'Tiền thưởng', en: 'Reward' },
          match('award', {
            living: multipleOf(param(multiples[code]), param(baseSalary)),
            posthumous: multipleOf(param(posthumous[code]), param(baseSalary)),
          }),
        ),
      },
    ],
  })

export const article56Parameters = byId([baseSalary, multiples.NNUT, multiples.NNND, posthumous.NNUT, posthumous.NNND])
export const article56Amounts = byId([reward('NNUT'), reward('NNND')])
