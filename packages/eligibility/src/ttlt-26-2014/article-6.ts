import { cite, is, oneOf } from '@khuyencong/domain'
import { all, byId, requirementOverTime, type RequirementVersion } from '@khuyencong/rules'
import { inBothCirculars, join } from './both-circulars.js'

const clause2 = { article: '6', clause: '2' } as const

/** The founder asks before there is an enterprise: the form that is asked is that of what is founded. */
const formOfWhatIsFounded = {
  vi: 'Nội dung là thành lập doanh nghiệp: hình thức tổ chức được hiểu là của cơ sở sẽ thành lập, không phải của người đang đề nghị.',
  en: 'The content is the founding of an enterprise: the legal form is taken to be that of what will be founded, not of whoever asks.',
} as const

const startup = requirementOverTime({
  id: 'STARTUP',
  group: 'content',
  subjects: ['STARTUP'],
  title: { vi: 'Thành lập doanh nghiệp tại địa bàn khó khăn', en: 'An enterprise is founded, in a hard area' },
  versions: inBothCirculars(
    clause2,
    { requires: all(is('legalForm', 'enterprise'), is('inHardArea')) },
    { cites: [cite('TT 28/2018/TT-BTC', { article: '8' })], trust: 'secondary', note: formOfWhatIsFounded },
    { trust: 'inferred', note: formOfWhatIsFounded },
  ),
})

const priceTitle = {
  vi: 'Chi theo giá trúng thầu, giá đặt hàng hoặc giá được phê duyệt',
  en: 'Paid at a tender, ordered or approved price',
} as const

const approvedPrice = requirementOverTime({
  id: 'PRICE',
  group: 'content',
  subjects: ['FAIR-DOM-ORG', 'MEDIA'],
  title: priceTitle,
  versions: inBothCirculars(clause2, { requires: is('priceApproved') }),
})

/** Of fairs abroad the clause of the circular of 2018 is known. */
const approvedPriceAbroad = requirementOverTime({
  id: 'PRICE-ABROAD',
  group: 'content',
  subjects: ['FAIR-ABROAD'],
  title: priceTitle,
  versions: inBothCirculars(
    clause2,
    { requires: is('priceApproved') },
    { cites: [cite('TT 28/2018/TT-BTC', { article: '8', clause: '6' })], trust: 'secondary' },
  ),
})

const relocationInterest = requirementOverTime({
  id: 'INTEREST',
  group: 'content',
  subjects: ['INTEREST'],
  title: {
    vi: 'Đã hoàn thành đầu tư, khoản vay đủ điều kiện',
    en: 'The investment is finished and the loan qualifies',
  },
  versions: inBothCirculars(clause2, {
    requires: all(is('investmentFinished'), is('loanQualifies')),
  }),
})

const repairOrUpgrade = requirementOverTime({
  id: 'ENV-EST',
  group: 'content',
  subjects: ['ENV-EST', 'ENV-CCN'],
  title: { vi: 'Sửa chữa, nâng cấp hệ thống xử lý ô nhiễm', en: 'Pollution treatment is repaired or upgraded' },
  versions: inBothCirculars(clause2, { requires: is('pollutionWork', 'repair-upgrade') }),
})

/** From which fund such a content may be paid is for FC-1-CONTENT. */
const outsideNationalList = requirementOverTime({
  id: 'COUNCIL',
  group: 'content',
  subjects: ['QUALITY', 'ARTISAN'],
  title: {
    vi: 'Nội dung ngoài danh mục: có nghị quyết của Hội đồng nhân dân tỉnh',
    en: 'Outside the national list: with a resolution of the provincial council',
  },
  versions: inBothCirculars(
    { article: '6', clause: '3', point: 'b' },
    { requires: is('councilResolution') },
    undefined,
    {
      trust: 'inferred',
      note: {
        vi: 'Danh hiệu nghệ nhân và kiểm soát chất lượng, an toàn thực phẩm, truy xuất nguồn gốc được hiểu là ngoài danh mục nội dung của trung ương.',
        en: 'Titles of artisans, and quality control, food safety and traceability, are taken to be outside the national list of contents.',
      },
    },
  ),
})

/** Clause 2 has levels for the region and the nation alone; clause 3 leaves those of a province to the province. */
const lowerLevels = inBothCirculars(
  { article: '6', clause: '3', point: 'a' },
  { requires: oneOf('fund', ['provincial', 'district']) },
  undefined,
  {
    trust: 'inferred',
    note: {
      vi: 'Khoản 2 Điều 6 chỉ quy định mức chi của khuyến công quốc gia cho cấp khu vực (vùng), quốc gia; cấp tỉnh, cấp huyện được hiểu là do kinh phí địa phương chi.',
      en: 'Clause 2 of Article 6 has levels of the national fund for the region and the nation alone; the province and the district are taken to be paid from local funds.',
    },
  },
)

const provincialLevel = requirementOverTime({
  id: 'LEVEL-PROV',
  group: 'content',
  subjects: ['VOTE-PROV', 'AWARD-PROV', 'ASSOC'],
  title: { vi: 'Hoạt động cấp tỉnh: từ kinh phí địa phương', en: 'At the level of the province: from local funds' },
  versions: lowerLevels,
})

const ofCommune = (version: RequirementVersion): RequirementVersion => ({
  ...version,
  from: '2025-07-01',
  cites: [...version.cites, cite('TT 38/2025/TT-BCT')],
  trust: 'assumed',
  note: join(version.note, {
    vi: 'Từ 1/7/2025 không còn cấp huyện, bình chọn cấp xã thay bình chọn cấp huyện (TT 38/2025/TT-BCT, chưa đọc được nguyên văn): tạm hiểu nội dung này là của cấp xã, từ kinh phí địa phương.',
    en: 'Since 1 July 2025 there are no districts and contests of the commune take the place of those of the district (TT 38/2025/TT-BCT, whose text was not read): taken to be of the commune, from local funds.',
  }),
})

/** The district's contests became those of the commune on 1 July 2025 (TT 38/2025/TT-BCT). */
const districtLevel = requirementOverTime({
  id: 'LEVEL-DIST',
  group: 'content',
  subjects: ['VOTE-DIST', 'AWARD-DIST'],
  title: {
    vi: 'Hoạt động cấp huyện (từ 1/7/2025: cấp xã): từ kinh phí địa phương',
    en: 'At the level of the district (since 1 July 2025: of the commune): from local funds',
  },
  versions: lowerLevels.flatMap((version) =>
    version.to === undefined ? [{ ...version, to: '2025-06-30' }, ofCommune(version)] : [version],
  ),
})

export const article6Rules = byId([
  startup,
  approvedPrice,
  approvedPriceAbroad,
  relocationInterest,
  repairOrUpgrade,
  outsideNationalList,
  provincialLevel,
  districtLevel,
])
