import { toContentCode } from '@khuyencong/domain'
import { assess } from '@khuyencong/eligibility'
import type { Decision } from '@khuyencong/rules'
import { builder } from '../../graphql/builder.js'
import { lawArguments } from '../law/arguments.js'
import { VerdictEnum } from '../law/enums.js'
import { FactRef, factsByKey } from '../law/fact.js'
import { FactsInput, toFacts } from '../law/facts-input.js'
import { refusals, underLaw } from '../law/invalid-input.js'
import { LawIdentityRef, SupportRef } from '../law/support.js'
import { FindingRef } from './finding.js'
import { NoticeRef } from './notice.js'
import { RemedyRef } from './remedy.js'

const DecisionRef = builder.objectRef<Decision>('Decision').implement({
  description: 'An answer with everything it rests on.',
  fields: (t) => ({
    subject: t.exposeString('subject', { description: 'The question: the code of the support content.' }),
    verdict: t.expose('verdict', { type: VerdictEnum }),
    findings: t.field({ type: [FindingRef], resolve: ({ findings }) => [...findings] }),
    missing: t.field({
      type: [FactRef],
      description: 'For UNKNOWN: the facts that can still change the answer, in asking order. Empty once decided.',
      resolve: ({ missing }) => factsByKey(missing),
    }),
    next: t.field({
      type: FactRef,
      nullable: true,
      description: 'The first of `missing`.',
      resolve: ({ next }) => (next === undefined ? null : factsByKey([next])[0]),
    }),
    remedies: t.field({
      type: [RemedyRef],
      description:
        'For UNMET: the smallest sets of changes that would end the no, those that an applicant can make first.',
      resolve: ({ remedies }) => [...remedies],
    }),
    notices: t.field({ type: [NoticeRef], resolve: ({ notices }) => [...notices] }),
    trust: t.expose('trust', { type: SupportRef }),
    law: t.expose('law', { type: LawIdentityRef }),
  }),
})

builder.queryField('assess', (t) =>
  t.field({
    type: DecisionRef,
    description: 'May this application be supported, under the law of a day?',
    errors: { ...refusals, directResult: true, union: { name: 'AssessResult' } },
    args: {
      ...lawArguments,
      content: t.arg.string({ required: true, description: 'Code of the support content, e.g. `MACH`.' }),
      facts: t.arg({ type: FactsInput, description: 'What is known.' }),
    },
    resolve: (_parent, { asOf, pack, content, facts }) =>
      underLaw(pack, asOf, (law) => assess(law, toContentCode(content), toFacts(facts))),
  }),
)
