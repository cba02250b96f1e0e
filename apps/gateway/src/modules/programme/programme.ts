import { inForce, type LawIdentity } from '@khuyencong/rules'
import type { BaselineFigure, Programme, ProgrammeItem, ResponsibleBody } from '@khuyencong/programme'
import { builder } from '../../graphql/builder.js'
import { langArgument, lawArguments } from '../law/arguments.js'
import { CitationRef } from '../law/citation.js'
import { refusals, underLaw } from '../law/invalid-input.js'
import { programmeOf } from '../law/packs.js'
import { LawIdentityRef } from '../law/support.js'

interface ProgrammeOnDay {
  readonly programme: Programme
  readonly law: LawIdentity
}

type Statement = Programme['priorities'][number]

const StatementRef = builder.objectRef<Statement>('ProgrammeStatement').implement({
  description: 'Something that the decision says, in our words, and where.',
  fields: (t) => ({
    id: t.exposeString('id'),
    title: t.string({ args: langArgument, resolve: ({ title }, { lang }) => title[lang] }),
    cites: t.field({ type: [CitationRef], resolve: ({ cites }) => [...cites] }),
  }),
})

const ItemRef = builder.objectRef<ProgrammeItem>('ProgrammeItem').implement({
  description: 'One item of the contents of a programme.',
  fields: (t) => ({
    id: t.exposeString('id'),
    title: t.string({ args: langArgument, resolve: ({ title }, { lang }) => title[lang] }),
    cites: t.field({ type: [CitationRef], resolve: ({ cites }) => [...cites] }),
    contents: t.stringList({
      description: 'Codes of the contents that it comes under; see `supportContents`.',
      resolve: ({ contents }) => [...contents],
    }),
    note: t.string({ nullable: true, args: langArgument, resolve: ({ note }, { lang }) => note?.[lang] }),
  }),
})

const BodyRef = builder.objectRef<ResponsibleBody>('ResponsibleBody').implement({
  description: 'A body that carries out a programme, and what the decision asks of it.',
  fields: (t) => ({
    id: t.exposeString('id'),
    title: t.string({ args: langArgument, resolve: ({ title }, { lang }) => title[lang] }),
    cites: t.field({ type: [CitationRef], resolve: ({ cites }) => [...cites] }),
    duties: t.field({ type: [StatementRef], resolve: ({ duties }) => [...duties] }),
  }),
})

const BaselineRef = builder.objectRef<BaselineFigure>('BaselineFigure').implement({
  description: 'A figure that the decision states of the period before.',
  fields: (t) => ({
    id: t.exposeString('id'),
    title: t.string({ args: langArgument, resolve: ({ title }, { lang }) => title[lang] }),
    cites: t.field({ type: [CitationRef], resolve: ({ cites }) => [...cites] }),
    value: t.string({
      description: 'Whole đồng where the unit is `dong`, else a number of things.',
      resolve: ({ value }) => value.toString(),
    }),
    unit: t.exposeString('unit'),
    approximate: t.boolean({
      description: 'The decision says "nearly" or "more than".',
      resolve: ({ approximate }) => approximate ?? false,
    }),
  }),
})

const ProgrammeRef = builder.objectRef<ProgrammeOnDay>('Programme').implement({
  description: 'A programme (chương trình): contents and tasks for a period, approved by one decision.',
  fields: (t) => ({
    title: t.string({ args: langArgument, resolve: ({ programme }, { lang }) => programme.title[lang] }),
    document: t.string({ resolve: ({ programme }) => programme.document }),
    from: t.field({ type: 'Date', resolve: ({ programme }) => programme.period.from }),
    to: t.field({ type: 'Date', nullable: true, resolve: ({ programme }) => programme.period.to }),
    items: t.field({
      type: [ItemRef],
      description: 'Its contents, in the order of the decision.',
      resolve: ({ programme }) => [...programme.items],
    }),
    priorities: t.field({
      type: [StatementRef],
      description: 'What is to be supported first.',
      resolve: ({ programme }) => [...programme.priorities],
    }),
    sources: t.field({
      type: [StatementRef],
      description: 'Where the money comes from.',
      resolve: ({ programme }) => [...programme.sources],
    }),
    bodies: t.field({ type: [BodyRef], resolve: ({ programme }) => [...programme.bodies] }),
    baseline: t.field({
      type: [BaselineRef],
      description: 'What the period before achieved.',
      resolve: ({ programme }) => [...programme.baseline],
    }),
    law: t.expose('law', { type: LawIdentityRef }),
  }),
})

builder.queryField('programme', (t) =>
  t.field({
    type: ProgrammeRef,
    nullable: true,
    description: 'The programme of a pack on a day; none under national law.',
    errors: { ...refusals, directResult: true, union: { name: 'ProgrammeResult' } },
    args: lawArguments,
    resolve: (_parent, { asOf, pack }) =>
      underLaw(pack, asOf, ({ identity }) => {
        const programme = programmeOf(pack)
        return programme && inForce(programme.period, identity.asOf) ? { programme, law: identity } : null
      }),
  }),
)
