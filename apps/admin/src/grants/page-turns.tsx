import { Button } from '@mantine/core'
import { useLanguage } from '../language/language'
import classes from './grants.module.css'
import { grantsTexts as t } from './texts'

interface Props {
  readonly pages: {
    readonly hasPreviousPage: boolean
    readonly hasNextPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
  /** Another page is on its way. Until it is here a press would ask for it once more, not for the one after it. */
  readonly turning: boolean
  readonly onTurn: (to: { readonly before: string | undefined } | { readonly after: string | undefined }) => void
}

/** To the page before and the page after. */
export function PageTurns({ pages, turning, onTurn }: Props) {
  const { say } = useLanguage()
  const { hasPreviousPage, hasNextPage, startCursor, endCursor } = pages
  if (!hasPreviousPage && !hasNextPage) return null
  return (
    <nav aria-label={say(t.pages)} className={classes.pages}>
      <Turn disabled={!hasPreviousPage || turning} onPress={() => onTurn({ before: startCursor ?? undefined })}>
        {say(t.previous)}
      </Turn>
      <Turn disabled={!hasNextPage || turning} onPress={() => onTurn({ after: endCursor ?? undefined })}>
        {say(t.next)}
      </Turn>
    </nav>
  )
}

interface TurnProps {
  readonly disabled: boolean
  readonly onPress: () => void
  readonly children: string
}

/** A button that says it cannot be pressed and keeps the focus, for those who turn pages by keyboard. */
const Turn = ({ disabled, onPress, children }: TurnProps) => (
  <Button
    variant="default"
    size="xs"
    aria-disabled={disabled}
    {...(disabled && { 'data-disabled': true })}
    onClick={() => {
      if (!disabled) onPress()
    }}
  >
    {children}
  </Button>
)
