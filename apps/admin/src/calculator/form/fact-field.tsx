import { Checkbox, Group, Input, NativeSelect, SegmentedControl, Text } from '@mantine/core'
import type { ChoiceFact, FactDefinition } from '@khuyencong/rules'
import { useId } from 'react'
import { useLanguage } from '../../language/language'
import { calculatorTexts as t } from '../texts'
import classes from './form.module.css'
import { TypedInput } from '../../inputs/typed-input'
import { written } from '../../inputs/written'

interface Props {
  readonly fact: string
  readonly definition: FactDefinition
  /** As the address keeps it; undefined: unknown. */
  readonly kept: string | undefined
  readonly onKeep: (kept: string | undefined) => void
  readonly misread: boolean
  /** The question to answer next. */
  readonly next: boolean
}

/** One question, as its definition says to ask it. Unknown is a state like the others. */
export function FactField(props: Props) {
  return (
    <div id={`fact-${props.fact}`} className={classes.field} data-next={props.next || undefined}>
      <Control {...props} />
    </div>
  )
}

/** Moves to a question, wherever it stands on the page. */
export function focusFact(fact: string): void {
  const field = document.getElementById(`fact-${fact}`)
  const control =
    field?.querySelector<HTMLElement>('input:checked') ?? field?.querySelector<HTMLElement>('select, input')
  control?.focus({ preventScroll: true })
  field?.scrollIntoView({ block: 'center', behavior: 'smooth' })
}

function Control({ definition, kept, onKeep, misread }: Props) {
  const { say } = useLanguage()
  const problem = misread ? say(t.misread(definition.kind)) : undefined
  const head = {
    label: say(definition.question),
    ...(definition.help && { description: say(definition.help) }),
  }
  switch (definition.kind) {
    case 'flag':
      return <FlagControl {...head} kept={kept} onKeep={onKeep} problem={problem} />
    case 'choice':
      return (
        <NativeSelect
          {...head}
          error={problem}
          value={kept !== undefined && !misread ? kept : ''}
          data-unknown={kept === undefined || undefined}
          onChange={({ currentTarget }) => onKeep(currentTarget.value === '' ? undefined : currentTarget.value)}
          data={[
            { value: '', label: say(t.unknown) },
            ...Object.entries(definition.values).map(([value, text]) => ({ value, label: say(text) })),
          ]}
        />
      )
    case 'choices':
      return <ChoicesControl {...head} definition={definition} kept={kept} onKeep={onKeep} problem={problem} />
    case 'money':
    case 'count':
    case 'year':
    case 'date':
      return (
        <TypedInput
          {...head}
          className={classes.typed}
          written={written[definition.kind]}
          kept={kept}
          onKeep={onKeep}
          problem={problem}
          placeholder={say(t.unknown)}
          {...(definition.kind !== 'date' && { inputMode: 'numeric' as const })}
          {...(definition.kind === 'money' && {
            rightSection: (
              <Text component="span" size="sm" c="var(--quiet)">
                {say(t.dong)}
              </Text>
            ),
            rightSectionWidth: 56,
          })}
        />
      )
  }
}

interface ControlProps {
  readonly label: string
  readonly description?: string
  readonly kept: string | undefined
  readonly onKeep: (kept: string | undefined) => void
  readonly problem: string | undefined
}

function FlagControl({ label, description, kept, onKeep, problem }: ControlProps) {
  const { say } = useLanguage()
  const id = useId()
  return (
    <div className={classes.flag}>
      <div>
        <Input.Label component="div" labelElement="div" id={id}>
          {label}
        </Input.Label>
        {description && <Input.Description>{description}</Input.Description>}
        {problem && <Input.Error>{problem}</Input.Error>}
      </div>
      <SegmentedControl
        aria-labelledby={id}
        className={classes.states}
        value={kept === 'true' || kept === 'false' ? kept : ''}
        onChange={(value) => onKeep(value === '' ? undefined : value)}
        data={[
          { value: 'true', label: say(t.yes) },
          { value: 'false', label: say(t.no) },
          { value: '', label: say(t.unknown) },
        ]}
      />
    </div>
  )
}

/** Nothing ticked is unknown; that none holds is an answer of its own. */
function ChoicesControl({
  definition,
  kept,
  onKeep,
  label,
  description,
  problem,
}: ControlProps & { readonly definition: ChoiceFact }) {
  const { say } = useLanguage()
  const none = 'none'
  const ticked = kept === undefined || problem ? [] : kept === '' ? [none] : kept.split(',')
  const change = (chosen: string[]) => {
    const noneTicked = chosen.includes(none) && !ticked.includes(none)
    const values = Object.keys(definition.values).filter((value) => chosen.includes(value))
    onKeep(noneTicked ? '' : values.length === 0 ? undefined : values.join(','))
  }
  return (
    <Checkbox.Group label={label} description={description} error={problem} value={ticked} onChange={change}>
      <Group gap="xs" className={classes.choices}>
        {Object.entries(definition.values).map(([value, text]) => (
          <Checkbox key={value} value={value} label={say(text)} />
        ))}
        <Checkbox value={none} label={say(t.noneOfThese)} />
      </Group>
      <Text size="xs" c="var(--quiet)" mt={6}>
        {kept === undefined ? say(t.unknown) : ' '}
      </Text>
    </Checkbox.Group>
  )
}
