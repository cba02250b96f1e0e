import { Button, Text, Title } from '@mantine/core'
import type { Decision, FactDefinitions } from '@khuyencong/rules'
import { useLanguage } from '../../language/language'
import { focusFact } from '../form/fact-field'
import { calculatorTexts as t } from '../texts'
import classes from './answer.module.css'
import { AskFacts } from './ask-fact'
import { Mark, verdictText } from './marks'
import { Sources } from './sources'

/** More names at once than this are not read. */
const few = 5

export function VerdictCard({
  decision,
  definitions,
}: {
  readonly decision: Decision
  readonly definitions: FactDefinitions
}) {
  const { say } = useLanguage()
  const { verdict, law, findings, missing, next } = decision
  const failed = findings.filter((finding) => finding.verdict === 'unmet')
  const question = next === undefined ? undefined : definitions[next]
  return (
    <div className={classes.verdict} data-verdict={verdict}>
      <Mark verdict={verdict} large />
      <div>
        <Title order={2} size="h3" data-testid="verdict">
          {say(verdictText[verdict])}
        </Title>
        <Text size="sm" className={classes.quiet}>
          {say(t.lawOf(law.asOf))} · {law.pack} {law.version}
        </Text>
        {verdict === 'met' && (
          <Text size="sm" mt="xs">
            {say(t.metHelp)}
          </Text>
        )}
        {verdict === 'unmet' && (
          <>
            <Text size="sm" mt="xs">
              {say(t.unmetHelp(failed.length))}
            </Text>
            <ul className={classes.list}>
              {failed.map((finding) => (
                <li key={finding.rule}>
                  {say(finding.title)}{' '}
                  <small>
                    <Sources cites={finding.cites} />
                  </small>
                </li>
              ))}
            </ul>
          </>
        )}
        {verdict === 'unknown' && (
          <Text size="sm" mt="xs">
            {say(t.undecidedHelp(missing.length))}
          </Text>
        )}
      </div>
      {question && next !== undefined && (
        <div className={classes.next}>
          <div>
            <small>{say(t.askNext)}</small>
            <p>{say(question.question)}</p>
          </div>
          <Button size="xs" onClick={() => focusFact(next)}>
            {say(t.answerThis)}
          </Button>
          {missing.length > 1 && (
            <div className={classes.then}>
              <small>{say(t.thenAsk)}</small> <AskFacts facts={missing.slice(1, few)} definitions={definitions} />
              {missing.length > few && (
                <details className={classes.details}>
                  <summary>{say(t.andMore(missing.length - few))}</summary>
                  <AskFacts facts={missing.slice(few)} definitions={definitions} />
                </details>
              )}
            </div>
          )}
        </div>
      )}
    </div>
  )
}
