import { Badge } from '@mantine/core'
import {
  isExempt,
  trustText,
  type Finding,
  type FindingVerdict,
  type ConditionRole,
  type Text,
  type Trust,
  type Truth,
} from '@khuyencong/rules'
import { useLanguage } from '../../language/language'
import { calculatorTexts as t } from '../texts'
import classes from './answer.module.css'

export const verdictText: Readonly<Record<'met' | 'unmet' | 'unknown', Text>> = {
  met: t.met,
  unmet: t.unmet,
  unknown: t.undecided,
}

export const findingText: Readonly<Record<FindingVerdict, Text>> = {
  met: t.findingMet,
  unmet: t.findingUnmet,
  unknown: t.findingUnknown,
  'not-applicable': t.findingNotApplicable,
}

/** What a rule says, in words: that it was lifted is not that it was met. */
export const findingWords = (finding: Finding): Text =>
  isExempt(finding) ? t.findingExempt : findingText[finding.verdict]

const shapes: Readonly<Record<FindingVerdict, string>> = {
  met: 'M4.5 10.5l3.6 3.6 7.4-8',
  unmet: 'M5.5 5.5l9 9m0-9l-9 9',
  unknown: 'M7.2 7.6a2.8 2.8 0 1 1 4.3 2.4c-1 .6-1.5 1.1-1.5 2.2M10 15.4v.1',
  'not-applicable': 'M5.5 10h9',
}

/** A verdict as a sign. Its word stands beside it, or is given to those who do not see it. */
export function Mark({
  verdict,
  word,
  large,
}: {
  readonly verdict: FindingVerdict
  readonly word?: string
  readonly large?: boolean
}) {
  return (
    <span className={classes.mark} data-verdict={verdict} data-large={large}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d={shapes[verdict]} />
      </svg>
      {word && <span className="visually-hidden">{word}: </span>}
    </span>
  )
}

/** How a condition came out. What a rule's application hangs on is not failed: the rule does not apply. */
export const verdictOf = (truth: Truth, role: ConditionRole): FindingVerdict =>
  truth === 'held' ? 'met' : truth === 'unknown' ? 'unknown' : role === 'scope' ? 'not-applicable' : 'unmet'

const colors: Readonly<Record<Trust, string>> = {
  text: 'teal',
  secondary: 'blue',
  inferred: 'grape',
  assumed: 'orange',
}

/** How a rule or value is known. */
export function TrustBadge({ trust }: { readonly trust: Trust }) {
  const { say } = useLanguage()
  return (
    <Badge
      component="span"
      variant="light"
      size="sm"
      tt="none"
      fw={500}
      color={colors[trust]}
      className={classes.trust}
      data-trust={trust}
    >
      {say(trustText[trust])}
    </Badge>
  )
}
