import type { ContentCode } from '@khuyencong/domain'

/**
 * What the rules on advances tell apart (Article 13, TT 36/2013/TT-BCT).
 * - `cluster-works`: infrastructure and pollution treatment of an industrial cluster
 * - `services`: training, advice, conferences, visits, marks, associations, linkage, assessment of cleaner production
 * - `fairs-media-plans`: fairs, media, detailed plans of clusters
 * - `establishment-works`: demonstration models, machinery and transfer, pollution treatment at an establishment
 * - `founding`: founding an enterprise
 * - `general`: contents that the article does not name; only the rule for all contents applies
 */
export type AdvanceGroup =
  'cluster-works' | 'services' | 'fairs-media-plans' | 'establishment-works' | 'founding' | 'general'

/** The group of every content; a content that the vocabulary gains has to be placed here. */
export const advanceGroups = {
  TRAIN: 'services',
  'MGMT-TRAIN': 'services',
  STARTUP: 'founding',
  'FAIR-ABROAD': 'fairs-media-plans',
  'SURVEY-ABROAD': 'services',
  'DEMO-NEW': 'establishment-works',
  'DEMO-REPL': 'establishment-works',
  'SXSH-PILOT': 'establishment-works',
  'SXSH-ASSESS': 'services',
  MACH: 'establishment-works',
  LINE: 'establishment-works',
  'FAIR-DOM-ORG': 'fairs-media-plans',
  'FAIR-DOM-JOIN': 'fairs-media-plans',
  'VOTE-DIST': 'general',
  'VOTE-PROV': 'general',
  'VOTE-REG': 'general',
  'VOTE-NAT': 'general',
  'AWARD-DIST': 'general',
  'AWARD-PROV': 'general',
  'AWARD-REG': 'general',
  'AWARD-NAT': 'general',
  BRAND: 'services',
  SHOWROOM: 'general',
  DIGITAL: 'general',
  QUALITY: 'general',
  DATA: 'general',
  CONSULT: 'services',
  MEDIA: 'fairs-media-plans',
  ASSOC: 'services',
  'ASSOC-REG': 'services',
  'ASSOC-NAT': 'services',
  LINK: 'services',
  INTEREST: 'general',
  'ENV-EST': 'establishment-works',
  'ENV-CCN': 'cluster-works',
  'CCN-PLAN': 'fairs-media-plans',
  'CCN-INFRA': 'cluster-works',
  ARTISAN: 'general',
  ADMIN: 'general',
  COLLAB: 'general',
} as const satisfies Readonly<Record<ContentCode, AdvanceGroup>>
