import { Alert, Button, Container, CopyButton, Group, Text, Title } from '@mantine/core'
import { facts as definitions } from '@khuyencong/domain'
import { factsRead } from '@khuyencong/rules'
import { useMemo, useState } from 'react'
import { stringifySearch } from '../address'
import { useLanguage } from '../language/language'
import { usePageTitle } from '../language/page-title'
import { shellTexts } from '../shell/texts'
import { AnswerPanel } from './answer/answer-panel'
import classes from './calculator-page.module.css'
import { examples } from './examples'
import { QuestionForm } from './form/question-form'
import { answer, lawOn } from './law'
import { readQuestion, usual } from './question'
import { calculatorTexts as t } from './texts'
import { useDraft } from './use-draft'
import { visibleFacts } from './visible-facts'

/** Facts in, verdict, articles and ceiling out, while one types. */
export function CalculatorPage() {
  const { say } = useLanguage()
  usePageTitle(shellTexts.calculator)
  const [draft, change] = useDraft()
  const [showAll, setShowAll] = useState(false)

  const question = useMemo(() => readQuestion(draft), [draft])
  const found = useMemo(() => lawOn(question.asOf), [question.asOf])
  const answered = useMemo(() => ('law' in found ? answer(found.law, question) : undefined), [found, question])
  const read = useMemo(() => {
    // With a day that does not do, the form stays as it usually is, for the day to be corrected.
    const asked = 'law' in found ? found : lawOn(usual.asOf)
    return 'law' in asked ? factsRead(asked.law, question.content) : []
  }, [found, question.content])
  const visible = showAll ? read : visibleFacts({ ...question, read, definitions, answer: answered })

  return (
    <Container size="xl" className={classes.page}>
      <header className={classes.head}>
        <div>
          <Title order={1} size="h2">
            {say(t.title)}
          </Title>
          <Text c="var(--quiet)" maw="46rem" mt={4}>
            {say(t.intro)}
          </Text>
        </div>
        <Group gap="xs">
          <CopyButton value={`${window.location.origin}/${stringifySearch({ ...usual, ...draft })}`}>
            {({ copied, copy }) => (
              <Button variant="default" size="xs" onClick={copy}>
                {say(copied ? t.copied : t.copyLink)}
              </Button>
            )}
          </CopyButton>
          <Button variant="default" size="xs" onClick={() => change(() => ({}))}>
            {say(t.clear)}
          </Button>
        </Group>
        <Group gap={6} role="group" aria-label={say(t.examples)} className={classes.examples}>
          <Text component="span" size="sm" c="var(--quiet)">
            {say(t.examples)}:
          </Text>
          {examples.map(({ id, title, draft: example }) => (
            <Button
              key={id}
              variant="light"
              size="xs"
              radius="xl"
              classNames={{ root: classes.example, label: classes.exampleLabel }}
              onClick={() => change(() => example)}
            >
              {say(title)}
            </Button>
          ))}
        </Group>
      </header>
      {question.strange.length > 0 && (
        <Alert color="orange" mb="md" role="alert">
          {say(t.strange)} {question.strange.join('; ')}
        </Alert>
      )}
      <div className={classes.columns}>
        <QuestionForm
          draft={draft}
          question={question}
          onChange={change}
          definitions={definitions}
          visible={visible}
          next={answered?.decision.next}
          dateProblem={'problem' in found ? found.problem : undefined}
          showAll={showAll}
          onShowAll={setShowAll}
        />
        <AnswerPanel answer={answered} requested={question.facts.requestedSupport} />
      </div>
    </Container>
  )
}
