import { cite } from '@khuyencong/domain'
import { parameter } from '@khuyencong/rules'

/** The base salary (mức lương cơ sở), in đồng a month. What it was before 1 July 2019 is not encoded. */
export const baseSalary = parameter({
  id: 'BASE-SALARY',
  title: { vi: 'Mức lương cơ sở', en: 'Base salary' },
  unit: 'dong',
  timeline: [
    { from: '2019-07-01', to: '2023-06-30', value: 1_490_000n, cites: [cite('NĐ 38/2019/NĐ-CP')], trust: 'secondary' },
    { from: '2023-07-01', to: '2024-06-30', value: 1_800_000n, cites: [cite('NĐ 24/2023/NĐ-CP')], trust: 'secondary' },
    {
      from: '2024-07-01',
      value: 2_340_000n,
      cites: [cite('NĐ 73/2024/NĐ-CP', { article: '3' })],
      trust: 'secondary',
    },
  ],
})
