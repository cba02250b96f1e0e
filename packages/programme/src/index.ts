export type * from '@khuyencong/budget'
export type * from '@khuyencong/domain'
export type * from '@khuyencong/eligibility'
export type * from '@khuyencong/rules'
