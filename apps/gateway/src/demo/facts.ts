import { facts as applicationFacts, type ApplicationFacts } from '@khuyencong/domain'
import type { FactDefinitions, Facts } from '@khuyencong/rules'
import { proposalFacts, type ProposalFacts } from '@khuyencong/selection'
import { enumName } from '../modules/law/fact.js'
import type { DemoEstablishment, DemoProposal } from './tables.js'

/** What each content asks besides. */
const ofContent: Readonly<Partial<Record<DemoProposal['content'], ApplicationFacts>>> = {
  MACH: {
    equipmentKind: 'single',
    equipmentUse: 'production',
    equipmentNew: true,
    equipmentGains: ['output', 'quality'],
  },
  'DEMO-NEW': {
    demoSubject: 'technology',
    firstInDistrict: true,
    demoGains: ['productivity', 'quality'],
    provincialTestConfirmed: true,
  },
  'DEMO-REPL': { outstandingConfirmed: true },
  'SXSH-PILOT': { cleanerGains: ['resources', 'emissions', 'health'], cleanerParts: ['assessment', 'pilot'] },
  CONSULT: { adviceField: 'design' },
}

/** What eligibility asks of an application and the registry does not know, as `FactsInput` takes it. */
export function factsOf({ total_million, support_million, content }: DemoProposal, establishment: DemoEstablishment) {
  const { trade, insured_workers, revenue_million, capital_million } = establishment
  const known: ApplicationFacts = {
    activity: 'direct-production',
    legallyEstablished: true,
    producesAtSite: true,
    trade,
    ...(insured_workers !== undefined && {
      mainSector: 'industry-construction-farming',
      insuredWorkers: insured_workers,
    }),
    ...(revenue_million !== undefined && { annualRevenue: revenue_million }),
    ...(capital_million !== undefined && { totalCapital: capital_million }),
    ...(trade === 'chemicals-materials' && { firesClayBricks: false }),
    ...ofContent[content],
    ownFunds: total_million - support_million,
    singleFundingPledged: true,
    fundedElsewhere: false,
  }
  return asVariables(applicationFacts, known)
}

/** What bears on its place in the plan. */
export function priorityOf({ content }: DemoProposal, establishment: DemoEstablishment) {
  const { form, trade, insured_workers: workers = 8 } = establishment
  const known: ProposalFacts = {
    priorityAreas: form === 'HOUSEHOLD' ? ['new-countryside'] : [],
    typicalProduct: false,
    keyProduct: false,
    forExport: establishment.slug === 'ca-rot-cam-phuc',
    materialValue: 1_000_000_000n,
    localMaterialValue: 600_000_000n,
    workers,
    priorityIndustry: trade === 'farm-processing' ? 'farm-processing' : trade === 'machinery' ? 'machinery' : 'other',
    cleanerProduction: content === 'SXSH-PILOT' || content === 'SXSH-ASSESS',
    ownedByWomenOrMinority: false,
    contentsLinked: false,
    largeScale: false,
    unitCapacity: 'medium',
    mainFarmProduct: trade === 'farm-processing',
    chainToExport: false,
  }
  return asVariables(proposalFacts, known)
}

/** Facts as a GraphQL client sends them: money as digits, choices by their names. */
const asVariables = (definitions: FactDefinitions, known: Facts): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(known).map(([key, value]): [string, unknown] => {
      if (typeof value === 'bigint') return [key, value.toString()]
      if (definitions[key]?.kind === 'choice' && typeof value === 'string') return [key, enumName(value)]
      return [key, Array.isArray(value) ? value.map((one) => enumName(String(one))) : value]
    }),
  )
