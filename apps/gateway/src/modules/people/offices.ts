import type { OrganisationKind, Role } from '../../generated/prisma/enums.js'

/** The roles that an organisation can give. Every agency may run this software; an establishment or a council may not. */
export const rolesOf: Readonly<Record<OrganisationKind, readonly Role[]>> = {
  ESTABLISHMENT: ['ESTABLISHMENT'],
  LOCAL_COMMITTEE: ['LOCAL_COMMITTEE'],
  CENTRE: ['CENTRE', 'ADMINISTRATOR'],
  INDUSTRY_DEPARTMENT: ['INDUSTRY_DEPARTMENT', 'INSPECTOR', 'ADMINISTRATOR'],
  FINANCE_DEPARTMENT: ['FINANCE_DEPARTMENT', 'INSPECTOR', 'ADMINISTRATOR'],
  PROVINCIAL_COMMITTEE: ['PROVINCIAL_COMMITTEE', 'ADMINISTRATOR'],
  COUNCIL: ['COUNCIL_MEMBER'],
  INSPECTORATE: ['INSPECTOR'],
  OTHER_DEPARTMENT: ['OTHER_DEPARTMENT', 'ADMINISTRATOR'],
}
