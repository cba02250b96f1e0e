import { inForce, type LawIdentity } from '@khuyencong/rules'
import type { Programme } from '@khuyencong/programme'
import { contentCodes } from '@khuyencong/domain'
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

const BaselineRef = builder.objectRef<Programme['baseline'][number]>('BaselineFigure').implement({
  description: 'A figure that the decision states of the period before.',
  fields: (t) => ({
    id: t.exposeString('id'),
    title: t.string({ args: langArgument, resolve: ({ title }, { lang }) => title[lang] }),
    value: t.string({
      description: 'Whole đồng where the unit is `dong`, else a number of things.',
      resolve: ({ value }) => value.toString(),
    }),
    unit: t.exposeString('unit'),
    approximate: t.boolean({
      description: 'The decision says "nearly" or "more than".',
      resolve: ({ approximate }) => approximate ?? false,
    }),
    cites: t.field({ type: [CitationRef], resolve: ({ cites }) => [...cites] }),
  }),
})

const SourceRef = builder.objectRef<Programme['sources'][number]>('ProgrammeSource').implement({
  description: 'Where the money comes from.',
  fields: (t) => ({
    title: t.string({ args: langArgument, resolve: ({ title }, { lang }) => title[lang] }),
    cites: t.field({ type: [CitationRef], resolve: ({ cites }) => [...cites] }),
  }),
})

const ProgrammeRef = builder.objectRef<ProgrammeOnDay>('Programme').implement({
  description: 'A programme (chương trình): contents and tasks for a period, approved by one decision.',
  fields: (t) => ({
    title: t.string({ args: langArgument, resolve: ({ programme }, { lang }) => programme.title[lang] }),
    document: t.string({ resolve: ({ programme }) => programme.document }),
    from: t.field({ type: 'Date', resolve: ({ programme }) => programme.period.from }),
    to: t.field({ type: 'Date', nullable: true, resolve: ({ programme }) => programme.period.to }),
    contents: t.stringList({
      description: 'Codes of the contents that it supports; see `supportContents`.',
      resolve: ({ programme }) => contentCodes.filter((code) => programme.contents[code].length > 0),
    }),
    sources: t.field({ type: [SourceRef], resolve: ({ programme }) => [...programme.sources] }),
    baseline: t.field({ type: [BaselineRef], resolve: ({ programme }) => [...programme.baseline] }),
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
