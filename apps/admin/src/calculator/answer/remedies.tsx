import { Badge, Title } from '@mantine/core'
import { explainChange, type FactDefinitions, type Remedy } from '@khuyencong/rules'
import { useLanguage } from '../../language/language'
import { calculatorTexts as t } from '../texts'
import classes from './answer.module.css'

const first = 3

/** Ways to end a no: those that an applicant can take, then those that only circumstances could. */
export function Remedies({
  remedies,
  definitions,
}: {
  readonly remedies: readonly Remedy[]
  readonly definitions: FactDefinitions
}) {
  const { say } = useLanguage()
  if (remedies.length === 0) return null
  const rest = remedies.slice(first)
  return (
    <div className={classes.card}>
      <Title order={3} size="h5">
        {say(t.remedies)}
      </Title>
      <p className={classes.note}>{say(t.remediesHelp)}</p>
      <Ways remedies={remedies.slice(0, first)} definitions={definitions} />
      {rest.length > 0 && (
        <details className={classes.details}>
          <summary>{say(t.more(rest.length))}</summary>
          <Ways remedies={rest} definitions={definitions} />
        </details>
      )}
    </div>
  )
}

function Ways({
  remedies,
  definitions,
}: {
  readonly remedies: readonly Remedy[]
  readonly definitions: FactDefinitions
}) {
  const { say, lang } = useLanguage()
  return (
    <ul className={classes.ways}>
      {remedies.map(({ changes, mutability }, index) => (
        <li key={index} data-mutability={mutability}>
          <Badge
            component="span"
            variant="light"
            size="sm"
            tt="none"
            fw={500}
            color={mutability === 'fixed' ? 'gray' : 'teal'}
            className={classes.trust}
          >
            {say(mutability === 'fixed' ? t.fixed : t.changeable)}
          </Badge>
          {changes.map((change, part) => (
            <p key={part}>{explainChange(change, definitions, lang)}</p>
          ))}
        </li>
      ))}
    </ul>
  )
}
