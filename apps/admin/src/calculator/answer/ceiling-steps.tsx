import type { SupportCeiling } from '@khuyencong/budget'
import { useLanguage } from '../../language/language'
import { calculatorTexts as t } from '../texts'
import classes from './answer.module.css'
import { TrustBadge } from './marks'
import { Sources } from './sources'

/** The calculation, step by step, each figure with its article; the term that decided is marked. */
export function CeilingSteps({
  ceiling: { steps, binding },
}: {
  readonly ceiling: Pick<SupportCeiling, 'steps' | 'binding'>
}) {
  const { say } = useLanguage()
  if (steps.length === 0) return null
  return (
    <ol className={classes.steps} aria-label={say(t.steps)}>
      {steps.map((step, index) => (
        <li
          key={index}
          data-computed={(!step.parameter && !step.fact) || undefined}
          data-result={index === steps.length - 1 || undefined}
        >
          <span>
            {say(step.title)}
            {binding !== undefined && step.name === binding && <em>{say(t.boundBy)}</em>}
          </span>
          <b>{say(step.text)}</b>
          {step.cites && (
            <small>
              <Sources cites={step.cites} /> {step.trust && <TrustBadge trust={step.trust} />}
            </small>
          )}
        </li>
      ))}
    </ol>
  )
}
