import { facts } from '@khuyencong/domain'
import { explain, type ConditionTrace, type Finding, type Lang, type ConditionRole } from '@khuyencong/rules'
import { builder } from '../../graphql/builder.js'
import { langArgument } from '../law/arguments.js'
import { CitationRef } from '../law/citation.js'
import { FindingVerdictEnum, TruthEnum } from '../law/enums.js'
import { FactRef, factsByKey } from '../law/fact.js'
import { SupportRef } from '../law/support.js'

const LineRef = builder.objectRef<ReturnType<typeof explain>[number]>('ExplanationLine').implement({
  description: 'One condition as a sentence: what was seen, and what must be. Parts stand below their whole.',
  fields: (t) => ({
    depth: t.exposeInt('depth', { description: 'How far it is indented.' }),
    truth: t.expose('truth', { type: TruthEnum }),
    text: t.exposeString('text'),
  }),
})

const ExceptionRef = builder.objectRef<NonNullable<Finding['exception']>>('FindingException').implement({
  description: 'The exception that stepped in, and what the general rule would have said.',
  fields: (t) => ({
    rule: t.exposeString('rule'),
    title: t.string({ args: langArgument, resolve: ({ title }, { lang }) => title[lang] }),
    generalVerdict: t.expose('generalVerdict', { type: FindingVerdictEnum }),
  }),
})

export const FindingRef = builder.objectRef<Finding>('Finding').implement({
  description: 'What one rule says of the facts.',
  fields: (t) => ({
    rule: t.exposeString('rule', { description: 'Id of the rule, e.g. `EL-03`.' }),
    title: t.string({ args: langArgument, resolve: ({ title }, { lang }) => title[lang] }),
    group: t.exposeString('group'),
    verdict: t.expose('verdict', { type: FindingVerdictEnum }),
    cites: t.field({
      type: [CitationRef],
      description: "The article that decided: the exception's where one stepped in.",
      resolve: ({ cites }) => [...cites],
    }),
    by: t.exposeString('by', {
      nullable: true,
      description: "The pack that set this version in place of another's.",
    }),
    note: t.string({ nullable: true, args: langArgument, resolve: ({ note }, { lang }) => note?.[lang] }),
    exception: t.expose('exception', { type: ExceptionRef, nullable: true }),
    trust: t.expose('trust', { type: SupportRef }),
    missing: t.field({
      type: [FactRef],
      description: 'Facts that can still change this finding.',
      resolve: ({ missing }) => factsByKey(missing),
    }),
    applies: t.field({
      type: [LineRef],
      args: langArgument,
      description: 'When the rule is asked at all; empty: always.',
      resolve: ({ applies }, { lang }) => linesOf(applies, lang, 'scope'),
    }),
    requires: t.field({
      type: [LineRef],
      args: langArgument,
      description: 'What it demands, condition by condition.',
      resolve: ({ requires }, { lang }) => linesOf(requires, lang, 'demand'),
    }),
  }),
})

function linesOf(trace: ConditionTrace | undefined, lang: Lang, role: ConditionRole) {
  return trace === undefined ? [] : explain(trace, facts, lang, 0, role)
}
