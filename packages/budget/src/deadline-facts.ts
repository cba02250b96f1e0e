import { defineFacts, vocabulary } from '@khuyencong/rules'

/** Days of a settlement. The last days follow from the acceptance and from the year of the plan. */
export const deadlineFacts = defineFacts({
  dossierDue: {
    kind: 'date',
    group: 'settlement',
    mutability: 'fixed',
    title: { vi: 'Hạn nộp hồ sơ quyết toán', en: 'Last day for the settlement dossier' },
    question: { vi: 'Hạn nộp hồ sơ quyết toán là ngày nào?', en: 'What is the last day for the settlement dossier?' },
  },
  dossierHandedIn: {
    kind: 'date',
    group: 'settlement',
    mutability: 'fixed',
    title: { vi: 'Ngày nộp hồ sơ quyết toán', en: 'Day on which the dossier was handed in' },
    question: { vi: 'Hồ sơ quyết toán nộp ngày nào?', en: 'On which day was the settlement dossier handed in?' },
  },
  liquidationDue: {
    kind: 'date',
    group: 'settlement',
    mutability: 'fixed',
    title: { vi: 'Hạn thanh lý hợp đồng', en: 'Last day to liquidate' },
    question: { vi: 'Hạn thanh lý hợp đồng là ngày nào?', en: 'What is the last day to liquidate the contract?' },
  },
  liquidatedOn: {
    kind: 'date',
    group: 'settlement',
    mutability: 'fixed',
    title: { vi: 'Ngày thanh lý hợp đồng', en: 'Day of liquidation' },
    question: { vi: 'Hợp đồng thanh lý ngày nào?', en: 'On which day was the contract liquidated?' },
  },
})

/** The words that the rules on deadlines are written in. */
export const deadlineWords = vocabulary<typeof deadlineFacts>()
