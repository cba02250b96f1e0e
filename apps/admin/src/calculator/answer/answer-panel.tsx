import { formatDong, type FactDefinitions } from '@khuyencong/rules'
import { facts } from '@khuyencong/domain'
import { useEffect, useState } from 'react'
import { useLanguage } from '../../language/language'
import type { Answer } from '../law'
import { calculatorTexts as t } from '../texts'
import classes from './answer.module.css'
import { CeilingCard } from './ceiling-card'
import { Doubts } from './doubts'
import { Findings } from './findings'
import { Mark, verdictText } from './marks'
import { Notices } from './notices'
import { Remedies } from './remedies'
import { VerdictCard } from './verdict-card'

interface Props {
  /** Undefined while the day asked about is not one that the law is known for. */
  readonly answer: Answer | undefined
  readonly requested: bigint | undefined
}

const definitions: FactDefinitions = facts

/** The answer with everything it rests on, from the verdict down to the last condition. */
export function AnswerPanel({ answer, requested }: Props) {
  const { say } = useLanguage()
  const summary = useSummary(answer)
  return (
    <section id="answer" aria-label={say(t.answer)} className={classes.panel} tabIndex={-1}>
      <p role="status" className="visually-hidden">
        {useSettled(summary)}
      </p>
      {answer ? (
        <>
          <VerdictCard decision={answer.decision} definitions={definitions} />
          <Notices decision={answer.decision} />
          <CeilingCard
            ceiling={answer.ceiling}
            verdict={answer.decision.verdict}
            requested={requested}
            definitions={definitions}
          />
          <Remedies remedies={answer.decision.remedies} definitions={definitions} />
          <Findings findings={answer.decision.findings} definitions={definitions} />
          <Doubts doubts={[...answer.decision.trust.doubts, ...answer.ceiling.trust.doubts]} />
        </>
      ) : (
        <div className={classes.card}>{say(t.mended)}</div>
      )}
      {answer && (
        <a href="#answer" className={classes.bar} data-verdict={answer.decision.verdict}>
          <Mark verdict={answer.decision.verdict} />
          <span>{summary}</span>
          <b>{say(t.seeAnswer)}</b>
        </a>
      )}
    </section>
  )
}

/** The answer in one line: for who listens, and for the foot of a small screen. */
function useSummary(answer: Answer | undefined): string {
  const { say, lang } = useLanguage()
  if (!answer) return say(t.mended)
  const { decision, ceiling } = answer
  const next = decision.next === undefined ? undefined : definitions[decision.next]
  const asking = next ? ` ${say(t.askNext)}: ${say(next.title)}.` : ''
  const amount = ceiling.amount ?? ceiling.atMost
  const limit =
    amount === undefined
      ? ''
      : ` ${say(t.ceiling)}: ${ceiling.amount === undefined ? `${say(t.atMost)} ` : ''}${formatDong(amount, lang)}.`
  return `${say(verdictText[decision.verdict])}.${limit}${asking}`
}

/** The text once it has stood still for a moment: a screen reader does not have to follow every key. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 600)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
