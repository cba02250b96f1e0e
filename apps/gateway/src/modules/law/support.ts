import type { Doubt, LawIdentity, Support } from '@khuyencong/rules'
import { builder } from '../../graphql/builder.js'
import { langArgument } from './arguments.js'
import { CitationRef } from './citation.js'
import { TrustEnum } from './enums.js'

const DoubtKindEnum = builder.enumType('DoubtKind', {
  values: { RULE: { value: 'rule' }, PARAMETER: { value: 'parameter' }, AMOUNT: { value: 'amount' } } as const,
})

const DoubtRef = builder.objectRef<Doubt>('Doubt').implement({
  description: 'A rule or value that an answer rests on and that was not read in the document itself.',
  fields: (t) => ({
    kind: t.expose('kind', { type: DoubtKindEnum }),
    id: t.exposeString('id'),
    title: t.string({ args: langArgument, resolve: ({ title }, { lang }) => title[lang] }),
    trust: t.expose('trust', { type: TrustEnum }),
    cites: t.field({ type: [CitationRef], resolve: ({ cites }) => [...cites] }),
    note: t.string({ nullable: true, args: langArgument, resolve: ({ note }, { lang }) => note?.[lang] }),
  }),
})

export const SupportRef = builder.objectRef<Support>('Support').implement({
  description: 'What an answer rests on: the weakest trust, and everything that is not read in the text of the law.',
  fields: (t) => ({
    weakest: t.expose('weakest', { type: TrustEnum }),
    doubts: t.field({ type: [DoubtRef], resolve: ({ doubts }) => [...doubts] }),
  }),
})

export const LawIdentityRef = builder.objectRef<LawIdentity>('LawIdentity').implement({
  description: 'Which law an answer was given under.',
  fields: (t) => ({
    pack: t.exposeString('pack'),
    version: t.exposeString('version'),
    asOf: t.expose('asOf', { type: 'Date' }),
  }),
})
