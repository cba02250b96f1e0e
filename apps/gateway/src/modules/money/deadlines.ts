import { settlementDeadlines, type SettlementDeadlines } from '@khuyencong/budget'
import { isoDate as toIsoDate, workingCalendar } from '@khuyencong/rules'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { isoDate } from '../../graphql/date.js'
import { acceptanceOf, awardWhole, fundOf, lawOfAward } from './award.js'
import { asking } from './law-answer.js'

/** Days on which offices do not work besides Saturdays and Sundays, and weekend days that are worked in exchange. */
export interface DaysGiven {
  readonly daysOff: readonly string[]
  readonly daysWorked: readonly string[]
}

/**
 * By when an award has to be settled (TT 36/2013 Điều 18). The holidays of a year are decided each year, so whoever asks gives
 * them; they matter only where the law counts in working days.
 */
export async function deadlinesOf(
  prisma: PrismaClient,
  awardId: string,
  { daysOff, daysWorked }: DaysGiven,
): Promise<SettlementDeadlines> {
  const award = await prisma.award.findUniqueOrThrow({
    where: { id: awardId },
    include: { ...awardWhole, payments: { where: { kind: 'SETTLEMENT' }, orderBy: { requestedAt: 'desc' } } },
  })
  const { payments, appropriation } = award
  const handedIn = payments.find(({ state }) => state !== 'REFUSED')
  // Whether the record of work that force majeure stopped is a last acceptance, the law does not say: the day is not known then.
  const minute = handedIn?.explanation === null ? handedIn.acceptedOn : null
  const accepted = acceptanceOf(award) ?? (minute === null ? undefined : isoDate(minute))
  const days = (list: readonly string[], field: string) => list.map((day) => toIsoDate(day, field))
  return asking(() =>
    settlementDeadlines(
      lawOfAward(award),
      {
        fund: fundOf(appropriation.source),
        planYear: appropriation.year,
        ...(accepted === undefined ? {} : { lastAcceptance: toIsoDate(accepted, 'lastAcceptance') }),
        ...(handedIn === undefined ? {} : { dossierHandedIn: toIsoDate(isoDate(handedIn.on), 'dossierHandedIn') }),
      },
      workingCalendar(days(daysOff, 'daysOff'), days(daysWorked, 'daysWorked')),
    ),
  )
}
