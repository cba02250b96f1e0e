import { builder } from '../../graphql/builder.js'

export const VerdictEnum = builder.enumType('Verdict', {
  description: 'UNKNOWN: facts are missing that can still decide it. It is never a no.',
  values: { MET: { value: 'met' }, UNMET: { value: 'unmet' }, UNKNOWN: { value: 'unknown' } } as const,
})

export const FindingVerdictEnum = builder.enumType('FindingVerdict', {
  values: {
    MET: { value: 'met' },
    UNMET: { value: 'unmet' },
    UNKNOWN: { value: 'unknown' },
    NOT_APPLICABLE: { value: 'not-applicable', description: 'The rule does not concern these facts.' },
  } as const,
})

export const TruthEnum = builder.enumType('Truth', {
  values: { HELD: { value: 'held' }, FAILED: { value: 'failed' }, UNKNOWN: { value: 'unknown' } } as const,
})

export const TrustEnum = builder.enumType('Trust', {
  description: 'How a rule or value is known.',
  values: {
    TEXT: { value: 'text', description: 'Read in the document itself.' },
    SECONDARY: { value: 'secondary', description: 'Read in a source that reports the document.' },
    INFERRED: { value: 'inferred', description: 'Concluded from what was read.' },
    ASSUMED: { value: 'assumed', description: 'Put in for lack of the text, or a choice where the law is silent.' },
  } as const,
})

export const MutabilityEnum = builder.enumType('Mutability', {
  description: 'Whether an applicant can still change it.',
  values: {
    CHANGEABLE: { value: 'changeable' },
    FIXED: { value: 'fixed' },
    QUESTION: { value: 'question', description: 'It says what is asked: no remedy names it.' },
  } as const,
})
