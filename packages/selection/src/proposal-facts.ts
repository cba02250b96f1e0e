import { defineFacts, type FactsOf } from '@khuyencong/rules'

const flag = (title: { vi: string; en: string }, question: { vi: string; en: string }) =>
  ({ kind: 'flag', group: 'priority', mutability: 'fixed', title, question }) as const

/** What can be known of a proposal that bears on its place in the yearly plan. Money is in đồng. */
export const proposalFacts = defineFacts({
  priorityAreas: {
    kind: 'choices',
    group: 'priority',
    mutability: 'fixed',
    title: { vi: 'Địa bàn ưu tiên', en: 'Priority areas' },
    question: { vi: 'Đề án thực hiện ở địa bàn ưu tiên nào?', en: 'In which priority areas is the project?' },
    values: {
      highland: { vi: 'vùng cao', en: 'highland' },
      island: { vi: 'hải đảo', en: 'island' },
      'land-border': { vi: 'huyện biên giới đất liền', en: 'land-border district' },
      'ethnic-minority': { vi: 'vùng dân tộc thiểu số', en: 'ethnic-minority area' },
      'poor-district': { vi: 'huyện nghèo', en: 'poor district' },
      'new-countryside': { vi: 'xã trong kế hoạch xây dựng nông thôn mới', en: 'commune in the new-countryside plan' },
      hard: { vi: 'địa bàn khó khăn', en: 'area of hard conditions' },
      'very-hard': { vi: 'địa bàn đặc biệt khó khăn', en: 'area of very hard conditions' },
    },
  },
  typicalProduct: flag(
    { vi: 'Sản phẩm tiêu biểu được công nhận', en: 'Certified representative product' },
    {
      vi: 'Sản phẩm có giấy chứng nhận sản phẩm công nghiệp nông thôn tiêu biểu còn giá trị?',
      en: 'Does the product hold a valid certificate of a representative product?',
    },
  ),
  keyProduct: flag(
    { vi: 'Sản phẩm chủ lực của quốc gia, vùng, địa phương', en: 'Key product of nation, region or locality' },
    {
      vi: 'Có phải là sản phẩm chủ lực của quốc gia, vùng hoặc địa phương?',
      en: 'Is it a key product of the nation, the region or the locality?',
    },
  ),
  forExport: flag(
    { vi: 'Sản xuất hàng xuất khẩu', en: 'Makes for export' },
    {
      vi: 'Có hợp đồng xuất khẩu hoặc sản xuất hàng xuất khẩu?',
      en: 'Is there an export contract, or production for export?',
    },
  ),
  materialValue: {
    kind: 'money',
    group: 'priority',
    mutability: 'fixed',
    title: { vi: 'Tổng giá trị nguyên liệu', en: 'Value of all materials' },
    question: {
      vi: 'Tổng giá trị nguyên liệu sử dụng là bao nhiêu đồng?',
      en: 'What are all materials worth, in đồng?',
    },
  },
  localMaterialValue: {
    kind: 'money',
    group: 'priority',
    mutability: 'fixed',
    title: { vi: 'Giá trị nguyên liệu chính tại địa phương', en: 'Value of main materials from the province' },
    question: {
      vi: 'Nguyên liệu chính khai thác, cung cấp trong tỉnh trị giá bao nhiêu đồng?',
      en: 'What are the main materials from the same province worth, in đồng?',
    },
  },
  workers: {
    kind: 'count',
    group: 'priority',
    mutability: 'fixed',
    title: { vi: 'Số lao động sử dụng', en: 'Workers employed' },
    question: { vi: 'Sử dụng bao nhiêu lao động?', en: 'How many workers are employed?' },
  },
  priorityIndustry: {
    kind: 'choice',
    group: 'priority',
    mutability: 'fixed',
    title: { vi: 'Ngành ưu tiên', en: 'Priority industry' },
    question: { vi: 'Đề án thuộc ngành nào?', en: 'To which industry does the project belong?' },
    values: {
      machinery: { vi: 'công nghiệp cơ khí', en: 'mechanical industry' },
      'farm-chemicals': { vi: 'hóa chất phục vụ nông nghiệp', en: 'chemicals for farming' },
      'farm-processing': { vi: 'chế biến nông, lâm, thủy sản', en: 'processing of farm, forest and aquatic products' },
      supporting: { vi: 'công nghiệp hỗ trợ', en: 'supporting industry' },
      other: { vi: 'ngành khác', en: 'other' },
    },
  },
  cleanerProduction: flag(
    { vi: 'Đề án sản xuất sạch hơn', en: 'Cleaner production' },
    { vi: 'Có phải là đề án sản xuất sạch hơn?', en: 'Is it a proposal of cleaner production?' },
  ),
  ownedByWomenOrMinority: flag(
    { vi: 'Do phụ nữ hoặc người dân tộc thiểu số làm chủ', en: 'Owned by women or ethnic-minority persons' },
    {
      vi: 'Cơ sở do phụ nữ hoặc người dân tộc thiểu số làm chủ?',
      en: 'Is the establishment owned by women or by ethnic-minority persons?',
    },
  ),
  contents: {
    kind: 'count',
    group: 'priority',
    mutability: 'fixed',
    title: { vi: 'Số nội dung hoạt động', en: 'Contents of support' },
    question: {
      vi: 'Đề án có bao nhiêu nội dung hoạt động khuyến công?',
      en: 'How many contents of support does it have?',
    },
  },
  contentsLinked: flag(
    { vi: 'Các nội dung liên kết với nhau', en: 'Contents are linked' },
    { vi: 'Các nội dung của đề án có liên kết với nhau?', en: 'Do the contents build on one another?' },
  ),
  largeScale: flag(
    { vi: 'Quy mô lớn', en: 'Large' },
    { vi: 'Đề án được xác định là có quy mô lớn?', en: 'Is the project judged to be large?' },
  ),
  overOneYear: flag(
    { vi: 'Thực hiện trên một năm', en: 'Takes more than one year' },
    { vi: 'Đề án thực hiện trong hơn một năm?', en: 'Does it take more than one year?' },
  ),
  unitCapacity: {
    kind: 'choice',
    group: 'priority',
    mutability: 'fixed',
    title: { vi: 'Kinh nghiệm, năng lực của đơn vị thực hiện', en: 'Experience and capacity of the unit' },
    question: {
      vi: 'Thẩm định đánh giá kinh nghiệm, năng lực của đơn vị thực hiện thế nào?',
      en: 'How does the appraisal judge the experience and capacity of the implementing unit?',
    },
    values: {
      high: { vi: 'cao', en: 'high' },
      medium: { vi: 'trung bình', en: 'medium' },
      low: { vi: 'thấp', en: 'low' },
    },
  },
  mainFarmProduct: flag(
    { vi: 'Chế biến nông sản chủ lực của tỉnh', en: "Processes the province's main farm products" },
    {
      vi: 'Đề án chế biến nông sản chủ lực của tỉnh?',
      en: 'Does the project process main farm products of the province?',
    },
  ),
  chainToExport: flag(
    { vi: 'Chuỗi từ giống, bao tiêu đến chế biến sâu, xuất khẩu', en: 'Chain from seed to export' },
    {
      vi: 'Đề án phát triển theo chuỗi từ sản xuất giống, bao tiêu nguyên liệu, chế biến sâu đến tiêu thụ hướng tới xuất khẩu?',
      en: 'Does the project follow a chain from seed and contract buying through deep processing to export?',
    },
  ),
})

/** Facts of a proposal; every field may be absent. */
export type ProposalFacts = FactsOf<typeof proposalFacts>
