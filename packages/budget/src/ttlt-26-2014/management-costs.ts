import { byId, ratio } from '@khuyencong/rules'
import { bothFunds, fundFigure, unchanged } from '../fund-figure.js'
import { jointCircular } from './circular.js'

const place = { article: '6', clause: '2', point: 's' } as const

/** MR-9: what managing the fund may cost, as a share of the yearly fund. */
export const fundManagement = fundFigure(
  'MANAGEMENT.fund',
  'ratio',
  { vi: 'Chi quản lý của cơ quan quản lý kinh phí', en: 'Management cost of the fund manager' },
  unchanged(ratio(15n, 1000n), jointCircular(place)),
)

/** MR-9: what the implementing unit may spend on managing a project, as a share of its budget. */
export const unitManagement = fundFigure(
  'MANAGEMENT.unit',
  'ratio',
  { vi: 'Chi quản lý của đơn vị thực hiện', en: 'Management cost of the implementing unit' },
  unchanged(
    ratio(25n, 1000n),
    jointCircular(place, {
      vi: 'Tỷ lệ của TTLT 26/2014; TT 28/2018/TT-BTC được cho là đã nâng tỷ lệ này, mức mới chưa đọc được.',
      en: 'The share of TTLT 26/2014; TT 28/2018/TT-BTC is said to have raised it, by how much could not be read.',
    }),
  ),
)

export const managementParameters = byId([...bothFunds(fundManagement), ...bothFunds(unitManagement)])
