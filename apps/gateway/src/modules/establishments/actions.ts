import type { Row } from '../../access/row.js'

const officers = ['CENTRE', 'LOCAL_COMMITTEE', 'INDUSTRY_DEPARTMENT'] as const

/** Who may do what with establishments and their sites. A committee does so in its own localities only. */
export const establishmentActions = [
  { action: 'registerEstablishment', roles: officers },
  { action: 'changeEstablishment', roles: officers },
  { action: 'changeContact', roles: ['ESTABLISHMENT', ...officers] },
  { action: 'closeEstablishment', roles: officers },
  { action: 'importEstablishments', roles: ['CENTRE', 'INDUSTRY_DEPARTMENT'] },
  { action: 'addSite', roles: officers },
  { action: 'placeSite', roles: officers },
  { action: 'closeSite', roles: officers },
  // Contact person, phone, e-mail, identity number.
  { action: 'seeContact', roles: ['ESTABLISHMENT', ...officers] },
] as const satisfies readonly Row[]
