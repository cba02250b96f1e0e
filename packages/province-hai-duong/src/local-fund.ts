import { oneOf } from '@khuyencong/domain'

/** The funds that the decision and the fund regulation of the province are about. */
export const isLocalFund = oneOf('fund', ['provincial', 'district'])
