import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Role } from '../generated/prisma/enums.js'
import { Refusal } from '../graphql/refusal.js'
import { startTestGateway, type TestGateway } from '../testing/gateway.js'
import type { Row } from './row.js'
import { accessTable, authorise, type Action } from './table.js'

// Written out a second time: `action`, or `action in STATE`, and the roles that may; after `#`, what of the decision (Điều 2)
// they rest on. A module that adds rows adds lines.
const written = `
# Accounts: the decision knows no administrator; he does nothing of the programme itself.
people.read: ADMINISTRATOR
organisation.create: ADMINISTRATOR
person.create: ADMINISTRATOR
person.deactivate: ADMINISTRATOR
person.reactivate: ADMINISTRATOR
person.reset-password: ADMINISTRATOR
person.unlock: ADMINISTRATOR
membership.give: ADMINISTRATOR
membership.end: ADMINISTRATOR
# Who did what: inspection, and Điều 2.1 (kiểm tra, thanh tra), 2.2 (giám sát).
audit.read: INSPECTOR, ADMINISTRATOR
event.read: INDUSTRY_DEPARTMENT, FINANCE_DEPARTMENT, ADMINISTRATOR
# Registry. Điều 2.1: Trung tâm Khuyến công carries the programme out under Sở Công Thương; 2.4: committees in their area.
registerEstablishment: LOCAL_COMMITTEE, CENTRE, INDUSTRY_DEPARTMENT
changeEstablishment: LOCAL_COMMITTEE, CENTRE, INDUSTRY_DEPARTMENT
changeContact: ESTABLISHMENT, LOCAL_COMMITTEE, CENTRE, INDUSTRY_DEPARTMENT
closeEstablishment: LOCAL_COMMITTEE, CENTRE, INDUSTRY_DEPARTMENT
importEstablishments: CENTRE, INDUSTRY_DEPARTMENT
addSite: LOCAL_COMMITTEE, CENTRE, INDUSTRY_DEPARTMENT
placeSite: LOCAL_COMMITTEE, CENTRE, INDUSTRY_DEPARTMENT
closeSite: LOCAL_COMMITTEE, CENTRE, INDUSTRY_DEPARTMENT
seeContact: ESTABLISHMENT, LOCAL_COMMITTEE, CENTRE, INDUSTRY_DEPARTMENT
registerProduct: ESTABLISHMENT, LOCAL_COMMITTEE, CENTRE, INDUSTRY_DEPARTMENT
changeProduct: ESTABLISHMENT, LOCAL_COMMITTEE, CENTRE, INDUSTRY_DEPARTMENT
endProduct: ESTABLISHMENT, LOCAL_COMMITTEE, CENTRE, INDUSTRY_DEPARTMENT
recordNeed: ESTABLISHMENT, LOCAL_COMMITTEE, CENTRE, INDUSTRY_DEPARTMENT
changeNeed: ESTABLISHMENT, LOCAL_COMMITTEE, CENTRE, INDUSTRY_DEPARTMENT
withdrawNeed: ESTABLISHMENT, LOCAL_COMMITTEE, CENTRE, INDUSTRY_DEPARTMENT
seeNeeds: LOCAL_COMMITTEE, CENTRE, INDUSTRY_DEPARTMENT, FINANCE_DEPARTMENT, PROVINCIAL_COMMITTEE, INSPECTOR
registerCollaborator: CENTRE, INDUSTRY_DEPARTMENT
changeCollaborator: CENTRE, INDUSTRY_DEPARTMENT
endCollaborator: CENTRE, INDUSTRY_DEPARTMENT
seeCollaborators: LOCAL_COMMITTEE, CENTRE, INDUSTRY_DEPARTMENT, FINANCE_DEPARTMENT, PROVINCIAL_COMMITTEE, INSPECTOR
# Paid twice. Điều 2.1: Sở Công Thương leads; 2.3: other departments see to it that nothing overlaps.
seeDuplicates: ESTABLISHMENT, LOCAL_COMMITTEE, CENTRE, INDUSTRY_DEPARTMENT, FINANCE_DEPARTMENT, PROVINCIAL_COMMITTEE, COUNCIL_MEMBER, INSPECTOR, OTHER_DEPARTMENT
acknowledgeDuplicate: ESTABLISHMENT, LOCAL_COMMITTEE, CENTRE, INDUSTRY_DEPARTMENT
overrideDuplicate: INDUSTRY_DEPARTMENT
importOutsideSupport: CENTRE, INDUSTRY_DEPARTMENT
seeOutsideSupport: CENTRE, INDUSTRY_DEPARTMENT, FINANCE_DEPARTMENT, PROVINCIAL_COMMITTEE, INSPECTOR
# Life of a proposal. Điều 2.1: Sở Công Thương leads and checks, Trung tâm carries out; 2.2: Sở Tài chính checks settlement; 2.4: committees join in their area. UBND tỉnh approves. Councils: TT 36/2013 Điều 8.
submitProposal in DRAFT: ESTABLISHMENT, LOCAL_COMMITTEE, CENTRE
submitProposal in SUPPLEMENT_ASKED: ESTABLISHMENT, LOCAL_COMMITTEE, CENTRE
surveyProposal in SUBMITTED: LOCAL_COMMITTEE, CENTRE
appraiseProposal in SURVEYED: INDUSTRY_DEPARTMENT, COUNCIL_MEMBER
askSupplement in SUBMITTED: CENTRE, INDUSTRY_DEPARTMENT
askSupplement in SURVEYED: CENTRE, INDUSTRY_DEPARTMENT
askSupplement in APPRAISED: CENTRE, INDUSTRY_DEPARTMENT
refuseProposal in SUBMITTED: INDUSTRY_DEPARTMENT
refuseProposal in SURVEYED: INDUSTRY_DEPARTMENT
refuseProposal in APPRAISED: INDUSTRY_DEPARTMENT
refuseProposal in RECOMMENDED: INDUSTRY_DEPARTMENT
recommendProposal in APPRAISED: INDUSTRY_DEPARTMENT
planProposal in RECOMMENDED: CENTRE, INDUSTRY_DEPARTMENT
unplanProposal in IN_PLAN: CENTRE, INDUSTRY_DEPARTMENT
approveProposal in IN_PLAN: PROVINCIAL_COMMITTEE
contractProposal in APPROVED: CENTRE
startProposal in CONTRACTED: CENTRE
acceptProposal in RUNNING: INDUSTRY_DEPARTMENT
recordForceMajeure in RUNNING: LOCAL_COMMITTEE, INDUSTRY_DEPARTMENT
settleProposal in ACCEPTED: FINANCE_DEPARTMENT
settleProposal in FORCE_MAJEURE: FINANCE_DEPARTMENT
closeProposal in SETTLED: CENTRE
withdrawProposal in DRAFT: ESTABLISHMENT, LOCAL_COMMITTEE, CENTRE
withdrawProposal in SUBMITTED: ESTABLISHMENT, LOCAL_COMMITTEE, CENTRE
withdrawProposal in SURVEYED: ESTABLISHMENT, LOCAL_COMMITTEE, CENTRE
withdrawProposal in APPRAISED: ESTABLISHMENT, LOCAL_COMMITTEE, CENTRE
withdrawProposal in SUPPLEMENT_ASKED: ESTABLISHMENT, LOCAL_COMMITTEE, CENTRE
withdrawProposal in RECOMMENDED: ESTABLISHMENT, LOCAL_COMMITTEE, CENTRE
cancelProposal in APPROVED: PROVINCIAL_COMMITTEE
cancelProposal in CONTRACTED: PROVINCIAL_COMMITTEE
cancelProposal in RUNNING: PROVINCIAL_COMMITTEE
cancelProposal in FORCE_MAJEURE: PROVINCIAL_COMMITTEE
cancelProposal in ACCEPTED: PROVINCIAL_COMMITTEE
cancelProposal in SETTLED: PROVINCIAL_COMMITTEE
cancelProposal in CLOSED: PROVINCIAL_COMMITTEE
# What is written in a proposal: those who put it forward; papers of a judgement by who judges.
createProposal: ESTABLISHMENT, LOCAL_COMMITTEE, CENTRE
changeProposal in DRAFT: ESTABLISHMENT, LOCAL_COMMITTEE, CENTRE
changeProposal in SUPPLEMENT_ASKED: ESTABLISHMENT, LOCAL_COMMITTEE, CENTRE
noteFacts in SUBMITTED: LOCAL_COMMITTEE, CENTRE
noteFacts in SURVEYED: LOCAL_COMMITTEE, CENTRE
noteFacts in APPRAISED: LOCAL_COMMITTEE, CENTRE
noteFacts in RECOMMENDED: LOCAL_COMMITTEE, CENTRE
noteFacts in IN_PLAN: LOCAL_COMMITTEE, CENTRE
noteFacts in APPROVED: LOCAL_COMMITTEE, CENTRE
noteFacts in CONTRACTED: LOCAL_COMMITTEE, CENTRE
noteFacts in RUNNING: LOCAL_COMMITTEE, CENTRE
changeApprovedProposal in APPROVED: INDUSTRY_DEPARTMENT, PROVINCIAL_COMMITTEE
changeApprovedProposal in CONTRACTED: INDUSTRY_DEPARTMENT, PROVINCIAL_COMMITTEE
changeApprovedProposal in RUNNING: INDUSTRY_DEPARTMENT, PROVINCIAL_COMMITTEE
extendApprovedProposal in APPROVED: PROVINCIAL_COMMITTEE
extendApprovedProposal in CONTRACTED: PROVINCIAL_COMMITTEE
extendApprovedProposal in RUNNING: PROVINCIAL_COMMITTEE
recordPriority in DRAFT: INDUSTRY_DEPARTMENT
recordPriority in SUPPLEMENT_ASKED: INDUSTRY_DEPARTMENT
recordPriority in SUBMITTED: INDUSTRY_DEPARTMENT
recordPriority in SURVEYED: INDUSTRY_DEPARTMENT
recordPriority in APPRAISED: INDUSTRY_DEPARTMENT
recordPriority in RECOMMENDED: INDUSTRY_DEPARTMENT
recordPriority in IN_PLAN: INDUSTRY_DEPARTMENT
recordPriority in APPROVED: INDUSTRY_DEPARTMENT
recordPriority in CONTRACTED: INDUSTRY_DEPARTMENT
recordPriority in RUNNING: INDUSTRY_DEPARTMENT
attachPaper in DRAFT: ESTABLISHMENT, LOCAL_COMMITTEE, CENTRE
attachPaper in SUPPLEMENT_ASKED: ESTABLISHMENT, LOCAL_COMMITTEE, CENTRE
attachPaper in APPROVED: ESTABLISHMENT, LOCAL_COMMITTEE, CENTRE, INDUSTRY_DEPARTMENT
attachPaper in CONTRACTED: ESTABLISHMENT, LOCAL_COMMITTEE, CENTRE, INDUSTRY_DEPARTMENT
attachPaper in RUNNING: ESTABLISHMENT, LOCAL_COMMITTEE, CENTRE, INDUSTRY_DEPARTMENT
attachPaper in SUBMITTED: CENTRE, INDUSTRY_DEPARTMENT
attachPaper in SURVEYED: CENTRE, INDUSTRY_DEPARTMENT
attachPaper in APPRAISED: CENTRE, INDUSTRY_DEPARTMENT
attachPaper in RECOMMENDED: CENTRE, INDUSTRY_DEPARTMENT
attachPaper in IN_PLAN: CENTRE, INDUSTRY_DEPARTMENT
attachPaper in FORCE_MAJEURE: CENTRE, INDUSTRY_DEPARTMENT
attachPaper in ACCEPTED: CENTRE, INDUSTRY_DEPARTMENT
withdrawPaper in DRAFT: ESTABLISHMENT, LOCAL_COMMITTEE, CENTRE
withdrawPaper in SUPPLEMENT_ASKED: ESTABLISHMENT, LOCAL_COMMITTEE, CENTRE
withdrawPaper in APPROVED: ESTABLISHMENT, LOCAL_COMMITTEE, CENTRE
withdrawPaper in CONTRACTED: ESTABLISHMENT, LOCAL_COMMITTEE, CENTRE
withdrawPaper in RUNNING: ESTABLISHMENT, LOCAL_COMMITTEE, CENTRE
uploadFile: ESTABLISHMENT, LOCAL_COMMITTEE, CENTRE, INDUSTRY_DEPARTMENT
readProposals: ESTABLISHMENT, LOCAL_COMMITTEE, CENTRE, INDUSTRY_DEPARTMENT, FINANCE_DEPARTMENT, PROVINCIAL_COMMITTEE, COUNCIL_MEMBER, INSPECTOR, OTHER_DEPARTMENT
# Plan and estimate. Điều 2.1: Sở Công Thương draws them up, with Trung tâm; 2.2: Sở Tài chính says what the budget can bear; UBND tỉnh approves; 2.4: committees join in, in their area: they read what was decided.
readPlans: CENTRE, INDUSTRY_DEPARTMENT, FINANCE_DEPARTMENT, PROVINCIAL_COMMITTEE, COUNCIL_MEMBER, INSPECTOR, OTHER_DEPARTMENT
readPlanInForce: LOCAL_COMMITTEE, CENTRE, INDUSTRY_DEPARTMENT, FINANCE_DEPARTMENT, PROVINCIAL_COMMITTEE, COUNCIL_MEMBER, INSPECTOR, OTHER_DEPARTMENT
openPlan: CENTRE, INDUSTRY_DEPARTMENT
addActivityLine in DRAFT: CENTRE, INDUSTRY_DEPARTMENT
addProposalLine in DRAFT: CENTRE, INDUSTRY_DEPARTMENT
fillPlanByRanking in DRAFT: CENTRE, INDUSTRY_DEPARTMENT
changeLine in DRAFT: CENTRE, INDUSTRY_DEPARTMENT
removeLine in DRAFT: CENTRE, INDUSTRY_DEPARTMENT
handOverEstimate in DRAFT: INDUSTRY_DEPARTMENT
balancePlan in ESTIMATED: FINANCE_DEPARTMENT
returnPlan in ESTIMATED: FINANCE_DEPARTMENT
returnPlan in BALANCED: FINANCE_DEPARTMENT, PROVINCIAL_COMMITTEE
approvePlan in BALANCED: PROVINCIAL_COMMITTEE
dropPlan in DRAFT: CENTRE, INDUSTRY_DEPARTMENT
adjustPlan in APPROVED: INDUSTRY_DEPARTMENT
# Money. Điều 2.2: Sở Tài chính allots, checks spending and settlement; 2.1: Trung tâm signs, asks and accounts for it.
money.read: CENTRE, INDUSTRY_DEPARTMENT, FINANCE_DEPARTMENT, PROVINCIAL_COMMITTEE, INSPECTOR
recordAppropriation: FINANCE_DEPARTMENT
raiseAppropriation: FINANCE_DEPARTMENT
cutAppropriation: FINANCE_DEPARTMENT
returnUnused: FINANCE_DEPARTMENT
carryOver: FINANCE_DEPARTMENT
signContract: CENTRE
requestAdvance: CENTRE
requestSettlement: CENTRE
payAdvance: FINANCE_DEPARTMENT
settleAward: FINANCE_DEPARTMENT
refusePayment: FINANCE_DEPARTMENT
returnAdvance: FINANCE_DEPARTMENT
releaseCommitment: CENTRE
correctPosting: FINANCE_DEPARTMENT
`

const rows: readonly Row[] = accessTable

/** Every state that the table knows for an action; one unnamed when it has none. */
function statesOf(action: Action): readonly (string | undefined)[] {
  const states = rows
    .filter((row) => row.action === action)
    .flatMap((row): readonly (string | undefined)[] => {
      return row.states ?? [undefined]
    })
  return [...new Set(states)]
}

function isAllowed(role: Role, action: Action, state: string | undefined): boolean {
  const place = { establishmentId: 'e', localityId: 'l' }
  const actor = { personId: 'p', name: 'An', offices: [{ role, organisationId: 'o', ...place }] }
  try {
    authorise(actor, action, { ...place, ...(state === undefined ? {} : { state }) })
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

describe('the table of access', () => {
  test('is what is written here: every role, action and state', () => {
    const actions = [...new Set(accessTable.map(({ action }) => action))]
    const lines = actions.flatMap((action) =>
      statesOf(action).map((state) => {
        const roles = Object.values(Role).filter((role) => isAllowed(role, action, state))
        return `${action}${state === undefined ? '' : ` in ${state}`}: ${roles.join(', ')}`
      }),
    )
    const expected = written.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
    expect(lines).toEqual(expected)
  })

  test('nobody does anything without having signed in', () => {
    for (const { action } of accessTable) expect(() => authorise(undefined, action)).toThrow(Refusal)
  })
})

describe('the query', () => {
  let gateway: TestGateway
  beforeAll(async () => {
    gateway = await startTestGateway()
  })
  afterAll(() => gateway.close())

  test('shows every row to everybody', async () => {
    const { body } = await gateway.ask('{ accessTable { action roles states } }')
    expect(body).toEqual({
      data: { accessTable: rows.map(({ action, roles, states }) => ({ action, roles, states: states ?? null })) },
    })
  })
})
