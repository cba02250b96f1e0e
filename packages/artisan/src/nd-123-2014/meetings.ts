import { cite } from '@khuyencong/domain'
import { byId, parameter, percent, type Text } from '@khuyencong/rules'
import type { CouncilLevel } from '../council-level.js'
import { decree123Since } from '../transition.js'

const decision = cite('QĐ 961/QĐ-TTg 2019')
const inferred = {
  vi: 'Quyết định 961 nói về hội đồng cấp Nhà nước năm 2019; hội đồng cấp này suy ra là theo cùng nghị định.',
  en: 'Decision 961 speaks of the State council of 2019; that this council meets by the same decree is inferred.',
}

/** The decision of 2019 tells how the State council meets; the councils below it are taken to meet alike. */
const share = <const Id extends string>(id: Id, level: CouncilLevel, title: Text, value: bigint) =>
  parameter({
    id,
    title,
    unit: 'ratio',
    timeline: [
      {
        from: decree123Since,
        value: percent(value),
        cites: [decision, cite('NĐ 123/2014/NĐ-CP')],
        ...(level === 'state' ? { trust: 'secondary' } : { trust: 'inferred', note: inferred }),
      },
    ],
  })

const present: Text = { vi: 'Thành viên dự họp ít nhất', en: 'Fewest members present' }
const agreed: Text = { vi: 'Phiếu đồng ý trên tổng số thành viên', en: 'Votes for, of all members' }

/** NĐ 123/2014: three quarters present; nine tenths of all members, not only of those present, must agree. */
export const meetings123 = {
  province: {
    quorum: share('ND123.council.province.quorum', 'province', present, 75n),
    share: share('ND123.council.province.share', 'province', agreed, 90n),
  },
  ministry: {
    quorum: share('ND123.council.ministry.quorum', 'ministry', present, 75n),
    share: share('ND123.council.ministry.share', 'ministry', agreed, 90n),
  },
  state: {
    quorum: share('ND123.council.state.quorum', 'state', present, 75n),
    share: share('ND123.council.state.share', 'state', agreed, 90n),
  },
} as const

const { province, ministry, state } = meetings123
export const meeting123Parameters = byId([
  province.quorum,
  province.share,
  ministry.quorum,
  ministry.share,
  state.quorum,
  state.share,
])
