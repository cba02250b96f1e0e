import { facts } from '@khuyencong/domain'
import { defineFacts, vocabulary, type FactsOf, type Text } from '@khuyencong/rules'
import { fundSources, type FundSource } from './fund-sources.js'

/** A source that is none of those that the law names. */
const otherSource: Text = { vi: 'nguồn khác', en: 'another source' }

/** The sources by name, for a choice. */
const sourceNames = {
  'provincial-budget': fundSources['provincial-budget'].title,
  'district-budget': fundSources['district-budget'].title,
  'commune-budget': fundSources['commune-budget'].title,
  'national-fund': fundSources['national-fund'].title,
  gifts: fundSources.gifts.title,
  'other-lawful': fundSources['other-lawful'].title,
  other: otherSource,
} as const satisfies Readonly<Record<FundSource | 'other', Text>>

/** What can be known of a year's money and of how a project comes into its plan. Money is in đồng. */
export const planFacts = defineFacts({
  fund: facts.fund,
  moneySource: {
    kind: 'choice',
    group: 'plan',
    mutability: 'changeable',
    title: { vi: 'Nguồn tiền', en: 'Source of the money' },
    question: { vi: 'Kinh phí lấy từ nguồn nào?', en: 'Where does the money come from?' },
    values: sourceNames,
  },
  outsideNationalList: {
    kind: 'flag',
    group: 'plan',
    mutability: 'fixed',
    title: { vi: 'Nội dung ngoài danh mục của trung ương', en: 'Outside the national list of contents' },
    question: {
      vi: 'Nội dung có nằm ngoài danh mục của trung ương không?',
      en: 'Is the content outside the national list?',
    },
  },
  levelSetBy: {
    kind: 'choice',
    group: 'plan',
    mutability: 'changeable',
    title: { vi: 'Mức chi của địa phương do văn bản nào quy định', en: 'What sets the level of the local fund' },
    question: {
      vi: 'Mức chi của địa phương do văn bản nào quy định?',
      en: 'Which instrument sets the level of the local fund?',
    },
    values: {
      'fund-regulation': {
        vi: 'quy chế kinh phí khuyến công của Ủy ban nhân dân tỉnh',
        en: 'fund regulation of the provincial committee',
      },
      'council-resolution': {
        vi: 'nghị quyết của Hội đồng nhân dân tỉnh',
        en: 'resolution of the provincial council',
      },
      none: { vi: 'chưa có văn bản', en: 'none yet' },
    },
  },
  chosenBy: {
    kind: 'choice',
    group: 'plan',
    mutability: 'changeable',
    title: { vi: 'Cách lựa chọn đề án', en: 'How the project was chosen' },
    question: { vi: 'Đề án được lựa chọn bằng cách nào?', en: 'How was the project chosen?' },
    values: {
      selection: { vi: 'xét chọn', en: 'selection' },
      tender: { vi: 'đấu thầu', en: 'tender' },
      neither: { vi: 'không xét chọn, không đấu thầu', en: 'neither' },
    },
  },
  tenderLawApplies: {
    kind: 'flag',
    group: 'plan',
    mutability: 'fixed',
    title: { vi: 'Thuộc phạm vi pháp luật về đấu thầu', en: 'The law on tender applies' },
    question: {
      vi: 'Đề án có thuộc phạm vi điều chỉnh của pháp luật về đấu thầu không?',
      en: 'Does the law on tender apply to the project?',
    },
  },
  /** Follows from the code that is written and the one of the law. */
  budgetCodeRight: {
    kind: 'flag',
    group: 'plan',
    mutability: 'changeable',
    title: { vi: 'Ghi đúng loại, khoản', en: 'Booked under the right code' },
    question: {
      vi: 'Kinh phí ghi đúng loại, khoản của mục lục ngân sách?',
      en: 'Is the money booked under the right code of the budget index?',
    },
  },
  unused: {
    kind: 'money',
    group: 'year-end',
    mutability: 'fixed',
    title: { vi: 'Kinh phí chưa sử dụng trong năm', en: 'Money that the year did not use' },
    question: {
      vi: 'Cuối năm còn bao nhiêu đồng chưa sử dụng?',
      en: 'How much is not used at the end of the year, in đồng?',
    },
  },
  carryOverAllowed: {
    kind: 'money',
    group: 'year-end',
    mutability: 'changeable',
    title: { vi: 'Được chuyển nguồn theo pháp luật ngân sách', en: 'May move under the rules of the budget' },
    question: {
      vi: 'Cơ quan tài chính cho chuyển sang năm sau bao nhiêu đồng?',
      en: 'How much do the rules of the budget let move to the next year, in đồng?',
    },
  },
})

/** Facts of the plan; every field may be absent, and absent means unknown. */
export type PlanFacts = FactsOf<typeof planFacts>

/** The words that the rules on the plan are written in. */
export const planWords = vocabulary<typeof planFacts>()
