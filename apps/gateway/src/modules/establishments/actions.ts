import type { Row } from '../../access/row.js'

const officers = ['CENTRE', 'LOCAL_COMMITTEE', 'INDUSTRY_DEPARTMENT'] as const

/** Everybody who works for the programme; whoever looks after the accounts does not. */
const offices = [...officers, 'FINANCE_DEPARTMENT', 'PROVINCIAL_COMMITTEE', 'INSPECTOR'] as const

/** Who may do what with the registry. A committee does so in its own localities only, an establishment for itself. */
export const registryActions = [
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
  { action: 'registerProduct', roles: ['ESTABLISHMENT', ...officers] },
  { action: 'changeProduct', roles: ['ESTABLISHMENT', ...officers] },
  { action: 'endProduct', roles: ['ESTABLISHMENT', ...officers] },
  { action: 'recordNeed', roles: ['ESTABLISHMENT', ...officers] },
  { action: 'changeNeed', roles: ['ESTABLISHMENT', ...officers] },
  { action: 'withdrawNeed', roles: ['ESTABLISHMENT', ...officers] },
  { action: 'seeNeeds', roles: offices },
  { action: 'registerCollaborator', roles: ['CENTRE', 'INDUSTRY_DEPARTMENT'] },
  { action: 'changeCollaborator', roles: ['CENTRE', 'INDUSTRY_DEPARTMENT'] },
  { action: 'endCollaborator', roles: ['CENTRE', 'INDUSTRY_DEPARTMENT'] },
  { action: 'seeCollaborators', roles: offices },
] as const satisfies readonly Row[]
