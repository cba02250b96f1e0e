import { isException, type Parameter, type ParameterInForce, type Reading, type RuleInForce } from '@khuyencong/rules'
import { builder } from '../../graphql/builder.js'
import { langArgument, lawArguments } from './arguments.js'
import { CitationRef } from './citation.js'
import { TrustEnum } from './enums.js'
import { refusals, underLaw } from './invalid-input.js'
import { lawOfArea } from './packs.js'
import { ValueRef } from './value.js'

const RuleRef = builder.objectRef<RuleInForce>('Rule').implement({
  description: 'A rule with its version in force.',
  fields: (t) => ({
    id: t.string({ resolve: ({ rule }) => rule.id }),
    title: t.string({ args: langArgument, resolve: ({ rule }, { lang }) => rule.title[lang] }),
    group: t.string({ resolve: ({ rule }) => rule.group }),
    contents: t.stringList({
      nullable: true,
      description: 'The contents that it concerns; absent: all.',
      resolve: ({ rule }) => (rule.subjects === undefined ? null : [...rule.subjects]),
    }),
    exceptionTo: t.stringList({
      description: 'The general rules whose place it takes where it applies; empty for a general rule.',
      resolve: ({ rule }) => (isException(rule) ? [...rule.exceptionTo] : []),
    }),
    by: t.string({
      nullable: true,
      description: "The pack that set this version in place of another's.",
      resolve: ({ version }) => version.by,
    }),
    from: t.field({ type: 'Date', resolve: ({ version }) => version.from }),
    to: t.field({ type: 'Date', nullable: true, resolve: ({ version }) => version.to }),
    cites: t.field({ type: [CitationRef], resolve: ({ version }) => [...version.cites] }),
    trust: t.field({ type: TrustEnum, resolve: ({ version }) => version.trust }),
    note: t.string({ nullable: true, args: langArgument, resolve: ({ version }, { lang }) => version.note?.[lang] }),
  }),
})

const ReadingRef = builder.objectRef<Reading & { readonly parameter: Parameter }>('Reading').implement({
  description: 'Another defensible reading of an open point of law.',
  fields: (t) => ({
    title: t.string({ args: langArgument, resolve: ({ title }, { lang }) => title[lang] }),
    value: t.field({ type: ValueRef, resolve: ({ value, parameter }) => ({ value, parameter }) }),
  }),
})

const ParameterRef = builder.objectRef<ParameterInForce>('Parameter').implement({
  description: 'A value of the law, as it is in force.',
  fields: (t) => ({
    id: t.string({ resolve: ({ parameter }) => parameter.id }),
    title: t.string({ args: langArgument, resolve: ({ parameter }, { lang }) => parameter.title[lang] }),
    unit: t.string({ resolve: ({ parameter }) => parameter.unit }),
    value: t.field({
      type: ValueRef,
      resolve: ({ parameter, entry: { value, title } }) => ({ value, parameter, title }),
    }),
    from: t.field({ type: 'Date', resolve: ({ entry }) => entry.from }),
    to: t.field({ type: 'Date', nullable: true, resolve: ({ entry }) => entry.to }),
    cites: t.field({ type: [CitationRef], resolve: ({ entry }) => [...entry.cites] }),
    trust: t.field({ type: TrustEnum, resolve: ({ entry }) => entry.trust }),
    note: t.string({ nullable: true, args: langArgument, resolve: ({ entry }, { lang }) => entry.note?.[lang] }),
    readings: t.field({
      type: [ReadingRef],
      description: 'Where the law is open: the readings that were not taken.',
      resolve: ({ parameter, entry }) => (entry.readings ?? []).map((reading) => ({ ...reading, parameter })),
    }),
  }),
})

const AreaEnum = builder.enumType('LawArea', {
  description: 'A pack keeps areas of law apart: each has its own facts, rules and values.',
  values: {
    SUPPORT: { value: 'support', description: 'Whether, and up to how much, a content may be supported.' },
    MONEY: { value: 'money', description: 'Estimate, advance, acceptance, settlement and the end of the year.' },
    SELECTION: { value: 'selection', description: 'Which proposals come first, and which are key proposals.' },
    TITLES: { value: 'titles', description: 'Titles of artisans.' },
  } as const,
})

const areaArgument = builder.args((t) => ({
  area: t.field({ type: AreaEnum, required: true, defaultValue: 'support' }),
}))

builder.queryField('rules', (t) =>
  t.field({
    type: [RuleRef],
    description: 'The rules in force on a day, general rules and exceptions.',
    errors: { ...refusals, union: { name: 'RulesResult' }, result: { name: 'Rules' }, dataField: { name: 'nodes' } },
    args: {
      ...lawArguments,
      ...areaArgument,
      content: t.arg.string({ description: 'Only those that concern this content, or this question of another area.' }),
    },
    resolve: (_parent, { asOf, pack, area, content }) =>
      underLaw(pack, asOf, (served) => {
        const law = lawOfArea(served, area)
        if (content == null) return [...law.rules]
        // The law refuses what it cannot be asked: the rules that are about all would pass for those of a misspelt content.
        law.verdict(content, {})
        return law.rules.filter(({ rule }) => rule.subjects?.includes(content) ?? true)
      }),
  }),
)

builder.queryField('parameters', (t) =>
  t.field({
    type: [ParameterRef],
    description: 'The values of the law on a day, each with its article.',
    errors: {
      ...refusals,
      union: { name: 'ParametersResult' },
      result: { name: 'Parameters' },
      dataField: { name: 'nodes' },
    },
    args: { ...lawArguments, ...areaArgument },
    resolve: (_parent, { asOf, pack, area }) => underLaw(pack, asOf, (law) => [...lawOfArea(law, area).parameters]),
  }),
)
