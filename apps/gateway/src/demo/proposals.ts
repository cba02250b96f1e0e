import { calendarOf } from './calendar.js'
import { factsOf, priorityOf } from './facts.js'
import { officers } from './officers.js'
import { paperPdf } from './paper.js'
import { establishmentId, establishmentOf, siteId } from './registry.js'
import { readPeople, type DemoProposal } from './tables.js'
import type { Email, Variables, Walk } from './walk.js'

/** Whoever puts it forward. */
export const makerOf = ({ by }: DemoProposal): Email => `${by}@khuyencong.example`

/** Those who speak for an establishment. */
const owners: ReadonlySet<Email> = new Set(
  readPeople()
    .filter(({ role }) => role === 'ESTABLISHMENT')
    .map(({ email }) => email),
)

/** The calendar of the edition that takes it up, or would have. */
export const calendarFor = ({ year, edition }: DemoProposal) => calendarOf(year, edition ?? 1)

/** The steps up to the plan, in order; the states that they lead to. */
const before = ['DRAFT', 'SUBMITTED', 'SURVEYED', 'APPRAISED', 'RECOMMENDED'] as const
type Before = (typeof before)[number]

/** How far a proposal comes before the plan. */
function wayTo({ reaches, way }: DemoProposal): Before {
  switch (reaches) {
    case 'DRAFT':
    case 'SUBMITTED':
    case 'SURVEYED':
    case 'APPRAISED':
      return reaches
    case 'SUPPLEMENT_ASKED':
      return 'SUBMITTED'
    case 'REFUSED':
      return 'APPRAISED'
    case 'CANCELLED':
      return way === 'withdrawn' ? 'SURVEYED' : 'RECOMMENDED'
    default:
      return 'RECOMMENDED'
  }
}

/** A step of a proposal that is a mutation of its own. */
export const step = (walk: Walk, who: Email, name: string, { slug }: DemoProposal, id: string, said: Variables) =>
  walk.act(who, name, `${slug}/${name}`, { id, ...said }, { changes: id })

/** From the draft to the recommendation, or where it leaves that way. */
export async function bringProposal(walk: Walk, proposal: DemoProposal): Promise<void> {
  const id = await proposalId(walk, proposal)
  const maker = makerOf(proposal)
  const reached = before.indexOf(wayTo(proposal))
  const days = calendarFor(proposal)
  if (reached >= 1) {
    for (const paper of papersOf(proposal)) await attach(walk, maker, proposal, id, paper)
    await step(walk, maker, 'submitProposal', proposal, id, { on: days.submitted })
  }
  if (reached >= 2) await step(walk, officers.surveyor, 'surveyProposal', proposal, id, { on: days.surveyed })
  if (reached >= 3)
    await step(walk, appraiserOf(proposal), 'appraiseProposal', proposal, id, {
      ...{ on: days.appraised, document: numbered(proposal, 'BB-TĐ'), judgements: judgementsOf(proposal) },
    })
  if (reached >= 4) await step(walk, officers.head, 'recommendProposal', proposal, id, { on: days.recommended })
  await turn(walk, proposal, id)
}

/** Sent back, refused or withdrawn before the plan. */
async function turn(walk: Walk, proposal: DemoProposal, id: string): Promise<void> {
  const { turned: on } = calendarFor(proposal)
  if (proposal.reaches === 'SUPPLEMENT_ASKED')
    await step(walk, officers.appraiser, 'askSupplement', proposal, id, {
      ...{ on, reason: 'Đề nghị bổ sung báo giá tư vấn (minh họa)' },
    })
  if (proposal.reaches === 'REFUSED')
    await step(walk, officers.acceptor, 'refuseProposal', proposal, id, {
      ...{ on, reason: 'Năng lực của đơn vị thực hiện chưa bảo đảm (minh họa)' },
    })
  if (proposal.way === 'withdrawn')
    await step(walk, makerOf(proposal), 'withdrawProposal', proposal, id, {
      ...{ on, reason: 'Cơ sở chưa thu xếp được vốn đối ứng (minh họa)' },
    })
}

/** Number of a document, invented. */
export const numbered = ({ slug, year }: Pick<DemoProposal, 'slug' | 'year'>, kind: string): string =>
  `${slug}/${String(year)}/${kind} (minh họa)`

/** Its draft, written when it is first asked for. */
export async function proposalId(walk: Walk, proposal: DemoProposal): Promise<string> {
  const { slug, kind, title, item, content, year, establishments } = proposal
  const { planDate, contracted, closed } = calendarFor(proposal)
  const [speaker = ''] = establishments
  const establishment = await establishmentId(walk, speaker)
  const key = `${slug}/createProposal`
  const variables = walk.isDone(key)
    ? {}
    : {
        proposal: {
          ...{ kind, title, contentCode: content, fund: 'PROVINCIAL', planYear: year, planDate },
          ...{ establishment, site: await siteId(walk, speaker) },
          ...{ facts: factsOf(proposal, establishmentOf(speaker)) },
          ...{ priorityFacts: priorityOf(proposal, establishmentOf(speaker)) },
          ...amountsOf(proposal),
          ...{ totalCost: proposal.total_million.toString(), startsOn: contracted, endsOn: closed },
          members: kind === 'GROUP' ? await parts(walk, proposal) : [],
          expenses: await expenses(walk, proposal, item),
        },
      }
  return await walk.act(makerOf(proposal), 'createProposal', key, variables)
}

/** @param shares equal ones, of which one is wanted */
const amountsOf = ({ eligible_million, support_million }: DemoProposal, shares = 1n) => ({
  eligibleCost: (eligible_million / shares).toString(),
  requestedSupport: (support_million / shares).toString(),
})

/** The members of a group, each with an equal share. */
const parts = async (walk: Walk, proposal: DemoProposal) => {
  const { establishments, content: contentCode } = proposal
  const shares = BigInt(establishments.length)
  return await Promise.all(
    establishments.map(async (slug) => ({
      ...{ establishment: await establishmentId(walk, slug), site: await siteId(walk, slug), contentCode },
      ...amountsOf(proposal, shares),
      // The proposal says only what all of them cost together.
      facts: {
        ...factsOf(proposal, establishmentOf(slug)),
        totalCost: (proposal.total_million / shares).toString(),
      },
    })),
  )
}

const expenses = async (walk: Walk, proposal: DemoProposal, item: string) => {
  const { establishments } = proposal
  const { eligibleCost: cost, requestedSupport: support } = amountsOf(proposal, BigInt(establishments.length))
  return await Promise.all(
    establishments.map(async (slug) => ({ establishment: await establishmentId(walk, slug), item, cost, support })),
  )
}

/** What its file needs before submission. */
function papersOf(proposal: DemoProposal): readonly string[] {
  const { establishments } = proposal
  const [speaker = ''] = establishments
  const { form } = establishmentOf(speaker)
  return [
    ...(owners.has(makerOf(proposal)) ? [] : ['letter']),
    ...['project', 'request', 'pledge', 'registration'],
    ...(form === 'ENTERPRISE' || form === 'COOPERATIVE' ? ['balance-sheet'] : []),
  ]
}

/** Uploads a paper and puts it into the file of a proposal. */
export async function attach(walk: Walk, who: Email, proposal: DemoProposal, id: string, paper: string): Promise<void> {
  const { slug, title } = proposal
  const key = `${slug}/paper/${paper}`
  if (walk.isDone(key)) return
  const fileHash = await walk.upload(who, paperPdf('Tai lieu minh hoa', title, paper))
  const variables = { id, paper, fileName: `${slug} ${paper} (minh họa).pdf`, fileHash }
  await walk.act(who, 'attachPaper', key, variables, { changes: id })
}

/** Models are appraised by the council. */
const appraiserOf = ({ content }: DemoProposal): Email =>
  content.startsWith('DEMO') || content.startsWith('SXSH') ? officers.council : officers.appraiser

const criteria = ['PRINCIPLES', 'EFFECT', 'CAPACITY', 'COMBINATION', 'FILE']

const judgementsOf = ({ reaches }: DemoProposal) =>
  criteria.map((criterion) =>
    reaches === 'REFUSED' && criterion === 'CAPACITY'
      ? { criterion, result: 'NOT_HELD', remark: 'Chưa có cán bộ kỹ thuật (minh họa)' }
      : { criterion, result: 'HELD' },
  )
