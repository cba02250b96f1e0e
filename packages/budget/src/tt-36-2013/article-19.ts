import { byId, requirementOverTime } from '@khuyencong/rules'
import { settlementWords } from '../settlement-facts.js'
import { circular36 } from './circular.js'

const { is } = settlementWords

/** MR-10: what is supported by a share of the cost is settled on the vouchers of the whole cost. */
const allVouchers = requirementOverTime({
  id: 'MR-10',
  group: 'funding',
  subjects: ['by-share'],
  title: {
    vi: 'Liệt kê chứng từ của toàn bộ kinh phí, kể cả vốn đối ứng',
    en: 'The vouchers of all the money are listed, own money included',
  },
  versions: circular36('19', '1', 'd').map((source) => ({ ...source, requires: is('allVouchersListed') })),
})

export const article19Rules = byId([allVouchers])
