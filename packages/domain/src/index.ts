export type * from '@khuyencong/rules'
