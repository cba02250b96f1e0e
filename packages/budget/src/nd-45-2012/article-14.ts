import { amountRule, byId, literal, lowest, moreThan, named, requirementOverTime } from '@khuyencong/rules'
import { carryOver } from '../money-questions.js'
import { planFacts, planWords } from '../plan-facts.js'
import { decree45 } from './decree.js'

const { fact } = planWords
const place = { article: '14', clause: '4' } as const
const title = { vi: 'Kinh phí chuyển sang năm sau', en: 'Money that moves to the next year' }

/** MR-14: unused money moves to the next year where the rules of the budget let it. */
const mayMove = requirementOverTime({
  id: 'MR-14',
  group: 'year-end',
  subjects: [carryOver],
  title: {
    vi: 'Chuyển nguồn theo pháp luật về ngân sách',
    en: 'Unused money moves as the rules of the budget allow',
  },
  versions: decree45(place).map((source) => ({
    ...source,
    applies: moreThan(fact('unused'), literal(0n)),
    requires: moreThan(fact('carryOverAllowed'), literal(0n)),
  })),
})

const moved = amountRule({
  id: carryOver,
  title,
  per: { vi: 'một năm', en: 'one year' },
  versions: decree45(place).map((source) => ({
    ...source,
    amount: named(
      'moved',
      title,
      lowest([
        named('unused', planFacts.unused.title, fact('unused')),
        named('allowed', planFacts.carryOverAllowed.title, fact('carryOverAllowed')),
      ]),
    ),
  })),
})

export const article14Rules = byId([mayMove])
export const article14Amounts = byId([moved])
