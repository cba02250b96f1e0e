import type { Text } from '@khuyencong/rules'

/** The title of a figure, said of a local fund. */
export const titleOfLocalFund = ({ vi, en }: Text): Text => ({
  vi: `${vi} (kinh phí địa phương)`,
  en: `${en} (local fund)`,
})
