import { amountRule, byId, lowest, named, requirementOverTime, type Text } from '@khuyencong/rules'
import { settlementOf, type SettlementKind } from '../money-questions.js'
import { settlementFacts, settlementWords } from '../settlement-facts.js'
import { circular36 } from './circular.js'

const { fact, is } = settlementWords

/** MR-10: what is supported by a share of the cost is settled on the vouchers of the whole cost. */
const allVouchers = requirementOverTime({
  id: 'MR-10',
  group: 'funding',
  subjects: [settlementOf('by-share')],
  title: {
    vi: 'Liệt kê chứng từ của toàn bộ kinh phí, kể cả vốn đối ứng',
    en: 'The vouchers of all the money are listed, own money included',
  },
  versions: circular36('19', '1', 'd').map((source) => ({ ...source, requires: is('allVouchersListed') })),
})

const settledTitle: Text = { vi: 'Kinh phí hỗ trợ được quyết toán', en: 'Support that is settled' }

/** What is final: never above what was promised, what the level gives at the actual cost, or what the vouchers show. */
const settled = <const Kind extends SettlementKind>(kind: Kind, title: Text) =>
  amountRule({
    id: settlementOf(kind),
    title,
    per: { vi: 'một đề án', en: 'one project' },
    versions: circular36('19').map((source) => ({
      ...source,
      amount: named(
        'settled',
        settledTitle,
        lowest([
          named('award', settlementFacts.award.title, fact('award')),
          named('ceiling', settlementFacts.ceiling.title, fact('ceiling')),
          named('vouchers', settlementFacts.spent.title, fact('spent')),
        ]),
      ),
    })),
  })

export const article19Rules = byId([allVouchers])
export const article19Amounts = byId([
  settled('by-share', { vi: 'Quyết toán phần hỗ trợ theo tỷ lệ', en: 'Settlement of support by a share of the cost' }),
  settled('whole', { vi: 'Quyết toán phần hỗ trợ toàn bộ', en: 'Settlement of support in full' }),
])
