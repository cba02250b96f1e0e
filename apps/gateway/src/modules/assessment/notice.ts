import type { DifferenceNotice, OpenQuestionNotice } from '@khuyencong/rules'
import { builder } from '../../graphql/builder.js'
import { langArgument } from '../law/arguments.js'
import { VerdictEnum } from '../law/enums.js'
import { ValueRef } from '../law/value.js'

const DifferenceRef = builder.objectRef<DifferenceNotice>('DifferenceNotice').implement({
  description: 'Two rules of the law say different things, and one of them prevailed.',
  fields: (t) => ({
    rule: t.exposeString('rule'),
    exception: t.exposeString('exception'),
    generalVerdict: t.expose('generalVerdict', { type: VerdictEnum }),
    prevailingVerdict: t.expose('prevailingVerdict', { type: VerdictEnum }),
  }),
})

const ReadingRef = builder.objectRef<OpenQuestionNotice['readings'][number]>('OpenQuestionReading').implement({
  fields: (t) => ({
    title: t.string({ args: langArgument, resolve: ({ title }, { lang }) => title[lang] }),
    value: t.field({ type: ValueRef, resolve: ({ value }) => ({ value }) }),
    verdict: t.expose('verdict', { type: VerdictEnum, description: 'The answer under this reading.' }),
  }),
})

const OpenQuestionRef = builder.objectRef<OpenQuestionNotice>('OpenQuestionNotice').implement({
  description: 'The answer hangs on an open point of law: under another reading it would be another.',
  fields: (t) => ({
    parameter: t.exposeString('parameter'),
    title: t.string({ args: langArgument, resolve: ({ title }, { lang }) => title[lang] }),
    taken: t.field({ type: ValueRef, resolve: ({ taken, takenTitle }) => ({ value: taken, title: takenTitle }) }),
    readings: t.field({ type: [ReadingRef], resolve: ({ readings }) => [...readings] }),
  }),
})

export const NoticeRef = builder.unionType('Notice', {
  types: [DifferenceRef, OpenQuestionRef],
  resolveType: ({ kind }) => (kind === 'difference' ? DifferenceRef : OpenQuestionRef),
})
