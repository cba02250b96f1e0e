import { UnstyledButton } from '@mantine/core'
import type { FactDefinitions } from '@khuyencong/rules'
import { useLanguage } from '../../language/language'
import { focusFact } from '../form/fact-field'
import classes from './answer.module.css'

/** Names facts; each name leads to its question. */
export function AskFacts({
  facts,
  definitions,
}: {
  readonly facts: readonly string[]
  readonly definitions: FactDefinitions
}) {
  const { say } = useLanguage()
  return (
    <span className={classes.asked}>
      {facts.map((fact) => {
        const definition = definitions[fact]
        return (
          definition && (
            <UnstyledButton key={fact} className={classes.ask} onClick={() => focusFact(fact)}>
              {say(definition.title)}
            </UnstyledButton>
          )
        )
      })}
    </span>
  )
}
