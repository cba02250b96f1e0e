import { facts } from '@khuyencong/domain'
import { explainChange, type Change, type Remedy } from '@khuyencong/rules'
import { builder } from '../../graphql/builder.js'
import { langArgument } from '../law/arguments.js'
import { MutabilityEnum } from '../law/enums.js'
import { FactRef, factsByKey } from '../law/fact.js'
import { ValueRef } from '../law/value.js'

const MustEnum = builder.enumType('ConditionMust', {
  values: { HOLD: { value: 'hold' }, FAIL: { value: 'fail' } } as const,
})

const ChangeRef = builder.objectRef<Change>('Change').implement({
  description: 'One thing that would have to be otherwise.',
  fields: (t) => ({
    text: t.string({ args: langArgument, resolve: (change, { lang }) => explainChange(change, facts, lang) }),
    facts: t.field({ type: [FactRef], resolve: (change) => factsByKey(change.facts) }),
    must: t.expose('must', { type: MustEnum, description: 'Whether the condition must come to hold or to fail.' }),
    to: t.field({
      type: ValueRef,
      nullable: true,
      description:
        'A value of the fact with which it would, the others being as they are or as this remedy has them; absent where left open.',
      resolve: (change) => {
        if (change.to === undefined) return null
        const [fact] = factsByKey(change.facts)
        return { value: change.to, definition: fact?.definition }
      },
    }),
    mutability: t.expose('mutability', { type: MutabilityEnum }),
  }),
})

export const RemedyRef = builder.objectRef<Remedy>('Remedy').implement({
  description: 'A set of changes that together end the no; none of them can be left out.',
  fields: (t) => ({
    changes: t.field({ type: [ChangeRef], resolve: ({ changes }) => [...changes] }),
    mutability: t.expose('mutability', {
      type: MutabilityEnum,
      description: 'FIXED when any of the changes is to something that an applicant cannot change.',
    }),
  }),
})
