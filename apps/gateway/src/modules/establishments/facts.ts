import type { ApplicationFacts } from '@khuyencong/domain'
import type { Transaction } from '../../database/transaction.js'
import type { EstablishmentForm } from '../../generated/prisma/enums.js'
import { refusal } from '../../graphql/refusal.js'
import { placeOn } from './place.js'
import { findSite, placeOf } from './scope.js'

const legalForms = {
  ENTERPRISE: 'enterprise',
  COOPERATIVE: 'cooperative',
  COOPERATIVE_GROUP: 'cooperative-group',
  HOUSEHOLD: 'business-household',
} as const satisfies Readonly<Record<EstablishmentForm, ApplicationFacts['legalForm']>>

/**
 * What the registry knows of an application on a day, so that nobody types it: the legal form, and what the place of
 * production says as far as all localities that it can lie in agree. What is not known stays absent, and is asked.
 *
 * @throws Refusal `not-found`, or `site-of-another` when the site is not the establishment's
 */
export async function registryFacts(
  tx: Transaction,
  { establishmentId, siteId }: { readonly establishmentId: string; readonly siteId: string },
  on: string,
): Promise<ApplicationFacts> {
  const site = await findSite(tx, siteId)
  if (site.establishmentId !== establishmentId) throw siteOfAnother()
  return { legalForm: legalForms[site.establishment.form], ...placeOn(placeOf(site), on).facts }
}

const siteOfAnother = () =>
  refusal(
    'site-of-another',
    'siteId',
    { vi: 'Địa điểm sản xuất không phải của cơ sở này.', en: 'The site is not one of this establishment.' },
    { vi: 'một địa điểm của cơ sở', en: 'a site of the establishment' },
  )
