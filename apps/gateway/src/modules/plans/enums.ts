import { FundSource, PlanLineKind, PlanState } from '../../generated/prisma/enums.js'
import { builder } from '../../graphql/builder.js'

export const FundSourceEnum = builder.enumType(FundSource, {
  name: 'FundSource',
  description: 'Ngân sách tỉnh, ngân sách huyện, ngân sách xã, kinh phí khuyến công quốc gia, nguồn hợp pháp khác.',
})

export const PlanStateEnum = builder.enumType(PlanState, {
  name: 'PlanState',
  description:
    'DRAFT: Sở Công Thương estimates. ESTIMATED: handed to Sở Tài chính. BALANCED: it said what each source can bear. APPROVED: by UBND tỉnh.',
})

export const PlanLineKindEnum = builder.enumType(PlanLineKind, {
  name: 'PlanLineKind',
  description: 'PROJECT: of an establishment, by its proposal. ACTIVITY: of the programme itself.',
})
