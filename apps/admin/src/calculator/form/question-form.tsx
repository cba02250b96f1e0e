import { NativeSelect, Switch } from '@mantine/core'
import { contentCodes, contents, factGroups } from '@khuyencong/domain'
import { haiDuong } from '@khuyencong/province-hai-duong'
import type { FactDefinitions, Problem, Text } from '@khuyencong/rules'
import { useLanguage } from '../../language/language'
import { choose, moveTo } from '../locality-choice'
import { withEntry, type Draft, type Question } from '../question'
import { beneficiaryTexts, calculatorTexts as t } from '../texts'
import { FactField } from './fact-field'
import classes from './form.module.css'
import { LocalityField } from './locality-field'
import { TypedInput } from '../../inputs/typed-input'
import { written } from '../../inputs/written'

interface Props {
  readonly draft: Draft
  readonly question: Question
  readonly onChange: (change: (draft: Draft) => Draft) => void
  readonly definitions: FactDefinitions
  readonly visible: readonly string[]
  readonly next: string | undefined
  readonly dateProblem: Problem | undefined
  readonly showAll: boolean
  readonly onShowAll: (showAll: boolean) => void
}

const beneficiaries = Object.entries(beneficiaryTexts)
const groups: readonly (readonly [string, Text])[] = Object.entries(factGroups)

/** The questions, made from the dictionary of facts. */
export function QuestionForm({
  draft,
  question,
  onChange,
  definitions,
  visible,
  next,
  dateProblem,
  showAll,
  onShowAll,
}: Props) {
  const { say, lang } = useLanguage()
  const keep = (key: string) => (kept: string | undefined) => onChange((now) => withEntry(now, key, kept))
  return (
    <form aria-label={say(t.form)} onSubmit={(event) => event.preventDefault()} className={classes.form}>
      <fieldset className={classes.group}>
        <legend>{say(t.question)}</legend>
        <NativeSelect
          label={say(t.content)}
          value={question.content}
          onChange={({ currentTarget }) => keep('content')(currentTarget.value)}
          data={beneficiaries.map(([beneficiary, group]) => ({
            group: say(group),
            items: contentCodes
              .filter((code) => contents[code].beneficiary === beneficiary)
              .map((code) => ({ value: code, label: say(contents[code].title) })),
          }))}
        />
        <div className={classes.pair}>
          <TypedInput
            label={say(t.asOf)}
            description={say(t.asOfHelp)}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            written={written.date}
            kept={question.asOf}
            onKeep={(kept) => kept !== undefined && onChange((now) => moveTo(now, kept, question.asOf))}
            problem={dateProblem && say(dateText(dateProblem, written.date.show(question.asOf, lang), question.asOf))}
          />
          <LocalityField
            asOf={question.asOf}
            code={question.locality}
            onChoose={(locality) => onChange((now) => choose(now, locality))}
          />
        </div>
      </fieldset>
      {groups.map(([group, title]) => {
        const keys = visible.filter((key) => definitions[key]?.group === group)
        return (
          keys.length > 0 && (
            <fieldset key={group} className={classes.group}>
              <legend>{say(title)}</legend>
              {keys.map((key) => {
                const definition = definitions[key]
                return (
                  definition && (
                    <FactField
                      key={key}
                      fact={key}
                      definition={definition}
                      kept={draft[key]}
                      onKeep={keep(key)}
                      misread={question.misread.includes(key)}
                      next={key === next}
                    />
                  )
                )
              })}
            </fieldset>
          )
        )
      })}
      <Switch
        label={say(t.showAll)}
        description={say(t.showAllHelp)}
        checked={showAll}
        onChange={({ currentTarget }) => onShowAll(currentTarget.checked)}
      />
    </form>
  )
}

/** The pack's complaint about a day, in the reader's language. */
function dateText({ code, message }: Problem, shown: string, asOf: string): Text {
  if (code === 'date') return t.badDate(shown)
  if (code === 'date-outside-period') return t.outsidePeriod(asOf, haiDuong.period)
  return { vi: message, en: message }
}
