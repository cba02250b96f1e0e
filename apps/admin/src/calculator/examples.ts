import { siteFacts, type ApplicationFacts, type ContentCode } from '@khuyencong/domain'
import { localitiesOn } from '@khuyencong/province-hai-duong/localities'
import type { IsoDate, Text } from '@khuyencong/rules'
import { writeFacts, type Draft } from './question'

export interface Example {
  readonly id: string
  readonly title: Text
  readonly draft: Draft
}

interface Case {
  readonly asOf: IsoDate
  readonly content: ContentCode
  readonly locality: string
  readonly facts: ApplicationFacts
}

const draftOf = ({ asOf, content, locality, facts }: Case): Draft => {
  const place = localitiesOn(asOf).find(({ code }) => code === locality)
  return { asOf, content, locality, ...writeFacts({ ...(place && siteFacts(place)), ...facts }) }
}

/** A small enterprise that buys one machine with half of its cost asked for: all that the law wants to know but the place. */
const enterprise: ApplicationFacts = {
  stage: 'proposal',
  activity: 'direct-production',
  legalForm: 'enterprise',
  legallyEstablished: true,
  mainSector: 'industry-construction-farming',
  insuredWorkers: 45,
  annualRevenue: 38_000_000_000n,
  totalCapital: 21_500_000_000n,
  producesAtSite: true,
  trade: 'farm-processing',
  equipmentKind: 'single',
  equipmentUse: 'production',
  equipmentNew: true,
  equipmentGains: ['output', 'quality'],
  eligibleCost: 570_000_000n,
  totalCost: 640_000_000n,
  ownFunds: 370_000_000n,
  requestedSupport: 270_000_000n,
  singleFundingPledged: true,
  fundedElsewhere: false,
}

const tanHung = '11011'
const quangTrung = '10516'
const namTan = '10612'

export const examples: readonly Example[] = [
  {
    id: 'tan-hung',
    title: {
      vi: 'Phường Tân Hưng, kế hoạch 2025, khuyến công quốc gia',
      en: 'Ward Tân Hưng, plan of 2025, national fund',
    },
    draft: draftOf({
      asOf: '2024-06-03',
      content: 'MACH',
      locality: tanHung,
      facts: { ...enterprise, fund: 'national', planYear: 2025 },
    }),
  },
  {
    id: 'quang-trung',
    title: { vi: 'Phường Quang Trung: quốc gia hay tỉnh?', en: 'Ward Quang Trung: national or provincial fund?' },
    draft: draftOf({
      asOf: '2024-03-01',
      content: 'MACH',
      locality: quangTrung,
      facts: { ...enterprise, fund: 'provincial', planYear: 2024 },
    }),
  },
  {
    id: 'household',
    title: { vi: 'Hộ kinh doanh, còn thiếu một thông tin', en: 'A household business, one fact missing' },
    draft: draftOf({
      asOf: '2024-03-01',
      content: 'MACH',
      locality: namTan,
      facts: {
        stage: 'proposal',
        fund: 'provincial',
        planYear: 2024,
        activity: 'direct-production',
        legalForm: 'business-household',
        legallyEstablished: true,
        producesAtSite: true,
        trade: 'farm-processing',
        equipmentKind: 'cluster',
        equipmentUse: 'production',
        equipmentGains: ['output', 'less-pollution'],
        eligibleCost: 80_000_000n,
        totalCost: 80_000_000n,
        ownFunds: 40_000_000n,
        requestedSupport: 40_000_000n,
        singleFundingPledged: true,
        fundedElsewhere: false,
      },
    }),
  },
]
