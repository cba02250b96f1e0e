import { FundSource, Origin, PlanState } from '../generated/prisma/enums.js'
import { builder } from './builder.js'

export const DirectionEnum = builder.enumType('Direction', { values: ['ASC', 'DESC'] as const })

export const OriginEnum = builder.enumType(Origin, {
  name: 'Origin',
  description:
    'How a record came here: PUBLISHED_EXAMPLE was published by a newspaper or an agency and is no record of this programme; RECORDED was entered by an officer.',
})

export const PlanStateEnum = builder.enumType(PlanState, {
  name: 'PlanState',
  description:
    'DRAFT: Sở Công Thương estimates. ESTIMATED: handed to Sở Tài chính. BALANCED: it says what can be met. APPROVED: by UBND tỉnh. DROPPED: a draft that was given up.',
})

export const FundSourceEnum = builder.enumType(FundSource, {
  name: 'FundSource',
  description:
    'Where money comes from (decision, part VI): ngân sách tỉnh, huyện, xã; kinh phí khuyến công quốc gia; nguồn hợp pháp khác.',
})
