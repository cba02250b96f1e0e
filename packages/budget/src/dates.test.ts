import { facts, type DocumentNumber } from '@khuyencong/domain'
import {
  bind,
  inForce,
  isoDate,
  previousDay,
  type IsoDate,
  type Law,
  type Period,
  type Sourced,
  type Trust,
} from '@khuyencong/rules'
import { describe, expect, test } from 'vitest'
import { nationalBudget, nationalMoney } from './index.js'
import { moneyCases, type MoneyRuleId } from './money-cases.test-law.js'

/** What it rests on from a day on: the day, the text that makes it so, how that is known. Or that it ended. */
type Since = readonly [first: IsoDate, document: DocumentNumber, trust: Trust] | readonly [first: IsoDate, 'ended']
type Table<Id extends string> = Readonly<Record<Id, readonly Since[]>>

const of = <const Id extends string>(since: readonly Since[], ...ids: readonly Id[]) =>
  Object.fromEntries(ids.map((id) => [id, since])) as Table<Id>

// Written by hand from the clauses on effect of each text; the code is held to it, not the other way round.

/** NĐ 45/2012: Article 18, in force since 5 July 2012. NĐ 235/2025, which amends it: since 15 October 2025. */
const decree45: readonly Since[] = [
  ['2012-07-05', 'NĐ 45/2012/NĐ-CP', 'text'],
  ['2025-10-15', 'NĐ 235/2025/NĐ-CP', 'assumed'],
]

/** TT 36/2013: in force since 10 February 2014. TT 17/2018, which amends it: issued on 10 July 2018. */
const circular36 = (trust: Trust): readonly Since[] => [
  ['2014-02-10', 'TT 36/2013/TT-BCT', trust],
  ['2018-07-10', 'TT 17/2018/TT-BCT', 'assumed'],
]

/** TTLT 26/2014: Article 10, in force since 8 April 2014, until TT 28/2018 is on 11 May 2018. TT 64/2024 amends that on some day, in 2024 at the earliest. */
const joint = (trust: Trust): Since => ['2014-04-08', 'TTLT 26/2014/TTLT-BTC-BCT', trust]
const notReadSince2018 = (trust: Trust): readonly Since[] => [
  joint(trust),
  ['2018-05-11', 'TT 28/2018/TT-BTC', 'assumed'],
]
const as2018 = (trust: Trust): readonly Since[] => [
  ['2018-05-11', 'TT 28/2018/TT-BTC', trust],
  ['2024-01-01', 'TT 64/2024/TT-BTC', 'assumed'],
]
const until2018: Since = ['2018-05-11', 'ended']

type NationalOf<Id> = Exclude<Id & string, `${string}.local`>

/** Levels of support; those of local funds have the same days, and are assumed on all of them. */
const levels: Table<NationalOf<keyof typeof nationalBudget.parameters>> = {
  ...of(notReadSince2018('assumed'), 'SUPPORT.rounding'),
  // Of the circular of 2018 reported by others
  ...of(
    [joint('text'), ...as2018('secondary')],
    'STARTUP.cap',
    'SURVEY-ABROAD.rate',
    'DEMO-NEW.rate',
    'DEMO-NEW.cap',
    'DEMO-REPL.cap',
    'MACH.rate',
    'MACH.cap',
    'VOTE-REG.cap',
    'VOTE-NAT.cap',
    'FAIR-ABROAD.rate',
    'CCN-INFRA.cap',
  ),
  ...of([joint('inferred'), ...as2018('secondary')], 'LINE.factor'),
  ...of(as2018('secondary'), 'SXSH-PILOT.rate', 'SXSH-PILOT.cap'),
  // Of the circular of 2018 not known
  ...of(
    [joint('text'), ...as2018('assumed')],
    'FAIR-DOM-ORG.rate',
    'FAIR-DOM-JOIN.rate',
    'BRAND.rate',
    'BRAND.cap',
    'CONSULT.rate',
    'CONSULT.cap',
    'ASSOC-REG.rate',
    'ASSOC-REG.cap',
    'ASSOC-NAT.rate',
    'ASSOC-NAT.cap',
    'LINK.rate',
    'LINK.cap',
    'CCN-PLAN.rate',
    'CCN-PLAN.cap',
    'INTEREST.rate',
    'INTEREST.cap',
    'ENV-EST.rate',
    'ENV-EST.cap',
    'ENV-CCN.rate',
    'ENV-CCN.cap',
  ),
  ...of([joint('inferred'), ...as2018('assumed')], 'MEDIA.rate'),
  // Until 10 May 2018 alone
  ...of([joint('text'), until2018], 'AWARD-REG.cap', 'AWARD-NAT.cap'),
  ...of([['2014-04-08', 'TTLT 221/2012/TTLT-BTC-BCT', 'secondary'], until2018], 'SXSH-ASSESS.rate', 'SXSH-ASSESS.cap'),
}

/** Ceilings of support: how a level is computed. */
const ceilings: Table<keyof typeof nationalBudget.amounts> = {
  ...of(
    [joint('text'), ...as2018('secondary')],
    'STARTUP',
    'SURVEY-ABROAD',
    'DEMO-NEW',
    'DEMO-REPL',
    'MACH',
    'LINE',
    'VOTE-REG',
    'VOTE-NAT',
    'FAIR-DOM-ORG',
    'FAIR-DOM-JOIN',
    'FAIR-ABROAD',
    'BRAND',
    'CONSULT',
    'MEDIA',
    'ASSOC-REG',
    'ASSOC-NAT',
    'LINK',
    'CCN-PLAN',
    'CCN-INFRA',
    'INTEREST',
    'ENV-EST',
    'ENV-CCN',
  ),
  ...of(as2018('secondary'), 'SXSH-PILOT'),
  ...of([joint('text'), until2018], 'AWARD-REG', 'AWARD-NAT', 'SXSH-ASSESS'),
  // No circular has a level
  ...of(
    [],
    'TRAIN',
    'MGMT-TRAIN',
    'VOTE-DIST',
    'VOTE-PROV',
    'AWARD-DIST',
    'AWARD-PROV',
    'SHOWROOM',
    'DIGITAL',
    'QUALITY',
    'DATA',
    'ASSOC',
    'ARTISAN',
    'ADMIN',
    'COLLAB',
  ),
}

const rules: Table<MoneyRuleId> = {
  ...of(decree45, 'MR-14', 'MR-15'),
  ...of(
    notReadSince2018('text'),
    'MR-4.contract',
    'MR-9.fund-manager',
    'MR-9.implementing-unit',
    'MR-16',
    'MR-16.council',
    'MR-17',
    'MR-18',
  ),
  ...of(
    circular36('text'),
    'MR-5.cluster-works',
    'MR-5.services',
    'MR-5.establishment-works',
    'MR-5.founding',
    'MR-6',
    'MR-6.proof',
    'MR-7',
    'MR-8',
    'MR-10',
    'MR-11.dossier',
    'MR-11.liquidation',
    'MR-12',
    'MR-13',
    'MR-17.tender',
  ),
}

/** Values of the money rules; those of local funds have the same days, and are assumed on all of them. */
const values: Table<NationalOf<keyof typeof nationalMoney.parameters>> = {
  ...of(notReadSince2018('text'), 'ADVANCE.cap', 'MANAGEMENT.fund', 'MANAGEMENT.unit'),
  ...of(notReadSince2018('inferred'), 'PRIORITY.factor', 'PRIORITY.line'),
  ...of(notReadSince2018('assumed'), 'MONEY.rounding'),
  // By the budget index of then: no source has a code since
  ...of([joint('text'), until2018], 'BUDGET.code'),
  ...of(
    circular36('text'),
    'ADVANCE.cluster-works.first',
    'ADVANCE.cluster-works.progress',
    'ADVANCE.services.first',
    'ADVANCE.fairs-media-plans.first',
    'ADVANCE.establishment-works.first',
    'ADVANCE.establishment-works.progress',
    'ADVANCE.founding.first',
    'DEADLINE.dossier.days',
    'DEADLINE.liquidation',
    'PROOF.TRAIN',
    'PROOF.MGMT-TRAIN',
    'PROOF.CONSULT',
    'PROOF.DEMO-NEW',
    'PROOF.DEMO-REPL',
    'PROOF.SXSH-PILOT',
    'PROOF.SXSH-ASSESS',
    'PROOF.MACH',
    'PROOF.LINE',
    'PROOF.BRAND',
    'PROOF.MEDIA',
    'PROOF.ASSOC',
    'PROOF.ASSOC-REG',
    'PROOF.ASSOC-NAT',
    'PROOF.FAIR-DOM-ORG',
    'PROOF.FAIR-DOM-JOIN',
    'PROOF.LINK',
    'PROOF.CCN-PLAN',
    'PROOF.CCN-INFRA',
    'PROOF.ENV-EST',
    'PROOF.ENV-CCN',
    'PROOF.INTEREST',
  ),
  ...of(circular36('inferred'), 'DEADLINE.dossier.counting'),
}

const amounts: Table<keyof typeof nationalMoney.amounts> = {
  ...of(decree45, 'CARRY-OVER'),
  ...of(
    notReadSince2018('text'),
    'ADVANCE.general',
    'MANAGEMENT.fund-manager',
    'MANAGEMENT.implementing-unit',
    'PRIORITY.share-and-cap',
    'PRIORITY.cap',
    'PRIORITY.line',
  ),
  ...of(
    circular36('text'),
    'ADVANCE.cluster-works',
    'ADVANCE.services',
    'ADVANCE.fairs-media-plans',
    'ADVANCE.establishment-works',
    'ADVANCE.founding',
    'SETTLEMENT.by-share',
    'SETTLEMENT.whole',
  ),
}

/** The versions that the table asks for. */
const versionsOf = (since: readonly Since[]) =>
  since.flatMap(([from, document, trust], index) => {
    const next = since[index + 1]
    return trust ? [{ from, to: next && previousDay(next[0]), trust, documents: citing(document) }] : []
  })
const citing = (document: string): unknown => expect.arrayContaining([document])
const source = ({ trust, cites }: Pick<Sourced, 'trust' | 'cites'>) => ({
  trust,
  documents: cites.map(({ document }) => document),
})
const said = (version: Period & Sourced) => ({ from: version.from, to: version.to, ...source(version) })

/** What answers on a day by the table. */
const inForceOn = (since: readonly Since[], day: IsoDate) => {
  const found = versionsOf(since).find(({ from, to }) => inForce({ from, ...(to && { to }) }, day))
  return found && { trust: found.trust, documents: found.documents }
}
const daysAround = (since: readonly Since[]) => since.flatMap(([first]) => [previousDay(first), first])

const bindOn = (day: IsoDate, law: Law) => bind(law, { pack: 'test', version: '0', asOf: isoDate(day) })

const budget = { facts, rules: {}, ...nationalBudget }
/** Those of local funds beside them: as long, and no more than assumed. */
const withLocal = (table: Table<string>, all: Readonly<Record<string, unknown>>) =>
  Object.entries(table).flatMap(([id, since]) => {
    const local = since.map((each): Since => (each[1] === 'ended' ? each : [each[0], each[1], 'assumed']))
    return [[id, since] as const, ...(`${id}.local` in all ? [[`${id}.local`, local] as const] : [])]
  })

describe.each([
  ['levels', levels, budget],
  ['values of money', values, nationalMoney],
] as const)('%s', (_, table, law: Law) => {
  const rows = withLocal(table, law.parameters)

  test('all of them stand in the table', () => {
    expect(rows.map(([id]) => id).sort()).toEqual(Object.keys(law.parameters).sort())
  })

  test.each(rows)('%s', (id, since) => {
    expect(law.parameters[id]?.timeline.map(said)).toEqual(versionsOf(since))
    for (const day of daysAround(since)) {
      const entry = bindOn(day, { ...law, rules: {}, amounts: {} }).parameters.find((one) => one.parameter.id === id)
      expect(entry && source(entry.entry), day).toEqual(inForceOn(since, day))
    }
  })
})

describe.each([
  ['ceilings', ceilings, budget],
  ['amounts of money', amounts, nationalMoney],
] as const)('%s', (_, table, law: Law) => {
  /** An amount that reads a value of a later text has an answer since that one. */
  const isComputed = (id: string, day: IsoDate) => day >= '2014-04-08' || !id.startsWith('ADVANCE.')

  test.each(Object.entries<readonly Since[]>(table))('%s', (id, since) => {
    const rule = law.amounts[id]
    if (!rule) throw new Error(`There is no amount ${id}.`)
    expect(rule.versions.map(said)).toEqual(versionsOf(since))
    for (const day of daysAround(since).filter((each) => isComputed(id, each))) {
      const found = bindOn(day, { ...law, rules: {}, amounts: { [id]: rule } }).amount(id, {})
      const own = found?.trust.doubts.find((doubt) => doubt.kind === 'amount' && doubt.id === id)?.trust ?? 'text'
      const hasLevel = found?.cites && found.status !== 'no-level'
      expect(hasLevel ? source({ trust: own, cites: found.cites }) : undefined, day).toEqual(inForceOn(since, day))
    }
  })
})

test('advances have an answer since the joint circular says what they may be in all', () => {
  const advance = nationalMoney.amounts['ADVANCE.services']
  const law = { ...nationalMoney, rules: {}, amounts: { 'ADVANCE.services': advance } }
  const status = (day: IsoDate) => bindOn(day, law).amount('ADVANCE.services', {})?.status
  expect([status('2014-04-07'), status('2014-04-08')]).toEqual(['no-level', 'unknown'])
})

describe('rules of money', () => {
  test.each(Object.entries<readonly Since[]>(rules))('%s', (id, since) => {
    const rule = nationalMoney.rules[id as MoneyRuleId]
    expect(rule.versions.map(said)).toEqual(versionsOf(since))
    for (const day of daysAround(since)) {
      const { question, met } = moneyCases[id as MoneyRuleId]
      const law = bindOn(day, { ...nationalMoney, rules: { [id]: rule }, amounts: {} })
      const found = law.rules.length > 0 ? law.decide(question, met).findings[0] : undefined
      const own = found?.trust.doubts.find((doubt) => doubt.id === id)?.trust ?? 'text'
      expect(found && { verdict: found.verdict, ...source({ trust: own, cites: found.cites }) }, day).toEqual(
        since[0] && day < since[0][0] ? undefined : { verdict: 'met', ...inForceOn(since, day) },
      )
    }
  })
})
