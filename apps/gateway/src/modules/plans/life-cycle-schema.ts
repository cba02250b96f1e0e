import { RoleEnum } from '../../access/schema.js'
import type { PlanState, Role } from '../../generated/prisma/enums.js'
import { builder } from '../../graphql/builder.js'
import { PlanStateEnum } from '../../graphql/enums.js'
import { langArgument } from '../law/arguments.js'
import { CitationRef } from '../law/citation.js'
import { beginningsOf, planLifeCycle, planStepNames, type PlanStepName } from './life-cycle.js'

const BeginningRef = builder
  .objectRef<{ readonly state: PlanState; readonly roles: readonly Role[] }>('PlanStepBeginning')
  .implement({
    description: 'A state that a step may be taken from, and by whom there.',
    fields: (t) => ({
      state: t.expose('state', { type: PlanStateEnum }),
      roles: t.field({ type: [RoleEnum], resolve: ({ roles }) => [...roles] }),
    }),
  })

const RuleRef = builder.objectRef<PlanStepName>('PlanStepRule').implement({
  description: 'A step in the life of a plan.',
  fields: (t) => ({
    action: t.string({ description: 'The mutation.', resolve: (name) => name }),
    title: t.string({ args: langArgument, resolve: (name, { lang }) => planLifeCycle[name].title[lang] }),
    from: t.field({
      type: [BeginningRef],
      resolve: (name) => beginningsOf(name).map(([state, roles]) => ({ state, roles })),
    }),
    to: t.field({ type: PlanStateEnum, resolve: (name) => planLifeCycle[name].to }),
    judges: t.boolean({
      description: 'Not open to whoever made or estimated the plan, nor to whoever judged it in another step.',
      resolve: (name) => planLifeCycle[name].judges === true,
    }),
    needsReason: t.boolean({ resolve: (name) => planLifeCycle[name].needsReason === true }),
    needsDocument: t.boolean({ resolve: (name) => planLifeCycle[name].needsDocument === true }),
    cites: t.field({ type: [CitationRef], resolve: (name) => [...planLifeCycle[name].cites] }),
  }),
})

builder.queryField('planLifeCycle', (t) =>
  t.field({
    type: [RuleRef],
    description: 'The life of a plan: which step leads where, and who may take it.',
    resolve: () => [...planStepNames],
  }),
)
