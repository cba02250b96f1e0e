import { ratio } from '@khuyencong/rules'
import { fundFigure, unchanged } from '../fund-figure.js'
import { jointCircular } from './circular.js'

/** MR-4: all advances of a project together, as a share of its support; on the strength of the contract. */
export const advanceCap = fundFigure(
  'ADVANCE.cap',
  'ratio',
  { vi: 'Tổng mức tạm ứng tối đa so với mức hỗ trợ', en: 'Highest share of the support that may be advanced in all' },
  unchanged(ratio(70n, 100n), advanceOnContract()),
)

/** Where it stands that an advance needs a contract. */
export function advanceOnContract() {
  return jointCircular({ article: '8', clause: '2', point: 'b' })
}
