import { cite, is } from '@khuyencong/domain'
import { all, byId, requirementOverTime } from '@khuyencong/rules'
import { inBothCirculars } from './both-circulars.js'

const clause2 = { article: '6', clause: '2' } as const

const startup = requirementOverTime({
  id: 'STARTUP',
  group: 'content',
  subjects: ['STARTUP'],
  title: { vi: 'Thành lập doanh nghiệp tại địa bàn khó khăn', en: 'Founded in a hard area' },
  versions: inBothCirculars(
    clause2,
    { requires: is('inHardArea') },
    { cites: [cite('TT 28/2018/TT-BTC', { article: '8' })], trust: 'secondary' },
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
  subjects: ['QUALITY'],
  title: {
    vi: 'Nội dung ngoài danh mục: có nghị quyết của Hội đồng nhân dân tỉnh',
    en: 'Outside the national list: with a resolution of the provincial council',
  },
  versions: inBothCirculars({ article: '6', clause: '3', point: 'b' }, { requires: is('councilResolution') }),
})

export const article6Rules = byId([
  startup,
  approvedPrice,
  approvedPriceAbroad,
  relocationInterest,
  repairOrUpgrade,
  outsideNationalList,
])
