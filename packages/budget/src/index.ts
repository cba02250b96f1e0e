export type * from '@khuyencong/domain'
export type * from '@khuyencong/rules'
