import { toContentCode } from '@khuyencong/domain'
import { supportCeiling, type SupportCeiling } from '@khuyencong/budget'
import type { CalculationStep, OpenAmountNotice } from '@khuyencong/rules'
import { builder } from '../../graphql/builder.js'
import { langArgument, lawArguments } from '../law/arguments.js'
import { CitationRef } from '../law/citation.js'
import { TrustEnum } from '../law/enums.js'
import { FactRef, factsByKey } from '../law/fact.js'
import { FactsInput, toFacts } from '../law/facts-input.js'
import { refusals, underLaw } from '../law/invalid-input.js'
import { LawIdentityRef, SupportRef } from '../law/support.js'
import { ValueRef } from '../law/value.js'

const StatusEnum = builder.enumType('CeilingStatus', {
  values: {
    KNOWN: { value: 'known' },
    UNKNOWN: { value: 'unknown', description: 'A fact is missing.' },
    NO_LEVEL: { value: 'no-level', description: 'The law has no level on this day, which is not the same as zero.' },
  } as const,
})

const StepRef = builder.objectRef<CalculationStep>('CalculationStep').implement({
  fields: (t) => ({
    op: t.exposeString('op', { description: 'Kind of step, e.g. `times` or `min`.' }),
    name: t.exposeString('name', { nullable: true, description: 'Name of a term, e.g. `rate` or `cap`.' }),
    title: t.string({ args: langArgument, resolve: ({ title }, { lang }) => title[lang] }),
    text: t.string({
      args: langArgument,
      description: '`50% × 570.000.000 đồng = 285.000.000 đồng`.',
      resolve: ({ text }, { lang }) => text[lang],
    }),
    value: t.field({
      type: ValueRef,
      nullable: true,
      resolve: ({ value, fact }) =>
        value === undefined
          ? null
          : { value, definition: fact === undefined ? undefined : factsByKey([fact])[0]?.definition },
    }),
    parameter: t.exposeString('parameter', { nullable: true }),
    fact: t.exposeString('fact', { nullable: true }),
    cites: t.field({ type: [CitationRef], resolve: ({ cites }) => [...(cites ?? [])] }),
    trust: t.expose('trust', { type: TrustEnum, nullable: true }),
  }),
})

const ReadingRef = builder.objectRef<OpenAmountNotice['readings'][number]>('OpenAmountReading').implement({
  fields: (t) => ({
    title: t.string({ args: langArgument, resolve: ({ title }, { lang }) => title[lang] }),
    value: t.field({ type: ValueRef, resolve: ({ value }) => ({ value }) }),
    status: t.expose('status', { type: StatusEnum }),
    amount: t.expose('amount', { type: 'Dong', nullable: true, description: 'The ceiling under this reading.' }),
  }),
})

const NoticeRef = builder.objectRef<OpenAmountNotice>('OpenAmountNotice').implement({
  description: 'The amount hangs on an open point of law: under another reading it would be another, or none.',
  fields: (t) => ({
    parameter: t.exposeString('parameter'),
    title: t.string({ args: langArgument, resolve: ({ title }, { lang }) => title[lang] }),
    taken: t.field({ type: ValueRef, resolve: ({ taken, takenTitle }) => ({ value: taken, title: takenTitle }) }),
    readings: t.field({ type: [ReadingRef], resolve: ({ readings }) => [...readings] }),
  }),
})

export const SupportCeilingRef = builder.objectRef<SupportCeiling>('SupportCeiling').implement({
  description: 'The most that a content may be supported with. Support that is approved may always be lower.',
  fields: (t) => ({
    content: t.exposeString('content'),
    status: t.expose('status', { type: StatusEnum }),
    title: t.string({ args: langArgument, resolve: ({ title }, { lang }) => title[lang] }),
    per: t.string({
      args: langArgument,
      description: 'What one amount is for, e.g. one establishment.',
      resolve: ({ per }, { lang }) => per[lang],
    }),
    costItems: t.string({
      nullable: true,
      args: langArgument,
      description: 'What may be counted in the cost.',
      resolve: ({ costItems }, { lang }) => costItems?.[lang],
    }),
    needs: t.string({
      nullable: true,
      args: langArgument,
      description: 'For NO_LEVEL: what would be needed for one.',
      resolve: ({ needs }, { lang }) => needs?.[lang],
    }),
    amount: t.expose('amount', { type: 'Dong', nullable: true, description: 'Given when the status is KNOWN.' }),
    atMost: t.expose('atMost', {
      type: 'Dong',
      nullable: true,
      description: 'Not known, but certainly no more than this.',
    }),
    binding: t.exposeString('binding', {
      nullable: true,
      description: 'The term that decided: `rate`, `cap` or `cost`.',
    }),
    missing: t.field({ type: [FactRef], resolve: ({ missing }) => factsByKey(missing) }),
    cites: t.field({ type: [CitationRef], resolve: ({ cites }) => [...(cites ?? [])] }),
    trust: t.expose('trust', { type: SupportRef }),
    steps: t.field({
      type: [StepRef],
      description: 'The calculation in reading order, from the first figure to the ceiling.',
      resolve: ({ steps }) => [...steps],
    }),
    notices: t.field({
      type: [NoticeRef],
      description: 'The open points of law on which the amount hangs.',
      resolve: ({ notices }) => [...notices],
    }),
    law: t.expose('law', { type: LawIdentityRef }),
  }),
})

builder.queryField('supportCeiling', (t) =>
  t.field({
    type: SupportCeilingRef,
    description: 'For at most how much may a content be supported, under the law of a day?',
    errors: { ...refusals, directResult: true, union: { name: 'SupportCeilingResult' } },
    args: {
      ...lawArguments,
      content: t.arg.string({ required: true, description: 'Code of the support content, e.g. `MACH`.' }),
      facts: t.arg({ type: FactsInput, description: '`eligibleCost` and `fund`, as far as known.' }),
    },
    resolve: (_parent, { asOf, pack, content, facts }) =>
      underLaw(pack, asOf, (law) => supportCeiling(law, toContentCode(content), toFacts(facts))),
  }),
)
