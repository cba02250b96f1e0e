import { nationalTitles, titleReads, titleSubjects } from '@khuyencong/artisan'
import { moneyReads, moneySubjects, nationalBudget, nationalMoney } from '@khuyencong/budget'
import { facts } from '@khuyencong/domain'
import { nationalEligibility } from '@khuyencong/eligibility'
import type { Law } from '@khuyencong/rules'
import { nationalSelection, selectionReads, selectionSubjects } from '@khuyencong/selection'
import { withAreas } from './areas.js'
import { definePack, type PackDescription, type PackLaw } from './pack.js'

const version = '0.2.0'

/** A pack of a law that brings its own dictionary of facts. */
const packOf = <L extends Law & PackLaw>(description: PackDescription, { facts: own, rules, parameters, amounts }: L) =>
  definePack<Pick<L, keyof PackLaw>>(description, own, { rules, parameters, amounts })

/** Contests of typical products and the choice of proposals; from the first circular that is encoded. */
const selection = packOf(
  {
    id: 'vn-national.selection',
    version,
    title: {
      vi: 'Bình chọn sản phẩm công nghiệp nông thôn tiêu biểu, xét chọn đề án',
      en: 'Contests of typical products and the choice of proposals',
    },
    period: { from: '2014-10-21' },
    subjects: selectionSubjects,
    amountsAre: { vi: 'Chi phí và giải thưởng bình chọn', en: 'Cost and prizes of contests' },
    readByFunctions: selectionReads,
  },
  nationalSelection,
)

/** Titles of artisans. */
const titles = packOf(
  {
    id: 'vn-national.titles',
    version,
    title: { vi: 'Danh hiệu nghệ nhân', en: 'Titles of artisans' },
    period: { from: '2014-04-08' },
    subjects: titleSubjects,
    amountsAre: { vi: 'Tiền thưởng', en: 'Rewards' },
    readByFunctions: titleReads,
  },
  nationalTitles,
)

/** What becomes of the money, from the plan to the end of the year. */
const money = packOf(
  {
    id: 'vn-national.money',
    version,
    title: {
      vi: 'Kinh phí khuyến công: nguồn, tạm ứng, quyết toán',
      en: 'The money of industrial promotion: sources, advances, settlement',
    },
    period: { from: '2014-04-08' },
    subjects: moneySubjects,
    amountsAre: { vi: 'Số tiền', en: 'Amounts' },
    readByFunctions: moneyReads,
  },
  nationalMoney,
)

const support = definePack(
  {
    id: 'vn-national',
    version,
    title: { vi: 'Pháp luật trung ương về khuyến công', en: 'National law on industrial promotion' },
    period: { from: '2014-04-08' },
  },
  facts,
  {
    rules: nationalEligibility.rules,
    parameters: { ...nationalEligibility.parameters, ...nationalBudget.parameters },
    amounts: nationalBudget.amounts,
  },
)

/** National law: the reference that every province builds on. Begins with the first levels that are encoded. */
export const national = withAreas(support, { money, selection, titles })
