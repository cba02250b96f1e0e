import { Title } from '@mantine/core'
import { factGroups } from '@khuyencong/domain'
import {
  explain,
  type ConditionTrace,
  type FactDefinitions,
  type Finding,
  type ConditionRole,
  type Text,
} from '@khuyencong/rules'
import { useLanguage } from '../../language/language'
import { calculatorTexts as t } from '../texts'
import classes from './answer.module.css'
import { findingText, findingWords, Mark, TrustBadge, verdictOf } from './marks'
import { Sources } from './sources'

interface Props {
  readonly findings: readonly Finding[]
  readonly definitions: FactDefinitions
}

const groups: readonly (readonly [string, Text])[] = Object.entries(factGroups)

/** Every rule that was asked, in groups; each opens to its conditions, its article and how it is known. */
export function Findings({ findings, definitions }: Props) {
  const { say } = useLanguage()
  return (
    <div className={classes.card}>
      <Title order={3} size="h5">
        {say(t.findings)}
      </Title>
      {groups.map(([group, title]) => {
        const inGroup = findings.filter((finding) => finding.group === group)
        return (
          inGroup.length > 0 && (
            <div key={group} className={classes.group}>
              <h4>{say(title)}</h4>
              {inGroup.map((finding) => (
                <FindingLine key={finding.rule} finding={finding} definitions={definitions} />
              ))}
            </div>
          )
        )
      })}
    </div>
  )
}

function FindingLine({ finding, definitions }: { readonly finding: Finding; readonly definitions: FactDefinitions }) {
  const { say } = useLanguage()
  const { rule, title, verdict, cites, note, trust, exception, applies, requires } = finding
  return (
    <details className={classes.finding} data-rule={rule} data-verdict={verdict}>
      <summary>
        <Mark verdict={verdict} />
        <span>
          {say(title)}
          {exception && <em>{say(t.replaces(exception.rule, rule))}</em>}
          <small>
            <Sources cites={cites} />
          </small>
        </span>
        <b>{say(findingWords(finding))}</b>
      </summary>
      <div className={classes.inside}>
        {exception && (
          <p>
            <strong>
              {say(t.replaces(exception.rule, rule))}: {say(exception.title)}.
            </strong>{' '}
            {say(t.generalWouldSay(say(findingText[exception.generalVerdict])))}
          </p>
        )}
        {applies && <Conditions heading={say(t.appliesWhen)} trace={applies} role="scope" definitions={definitions} />}
        {requires ? (
          <Conditions heading={say(t.requires)} trace={requires} role="demand" definitions={definitions} />
        ) : (
          <p>{say(t.lifted)}</p>
        )}
        <p className={classes.source}>
          <span>
            {say(t.known)} ({exception ? exception.rule : rule}):
          </span>
          <TrustBadge trust={trust.weakest} />
        </p>
        {note && <p className={classes.quiet}>{say(note)}</p>}
      </div>
    </details>
  )
}

function Conditions({
  heading,
  trace,
  role,
  definitions,
}: {
  readonly heading: string
  readonly trace: ConditionTrace
  readonly role: ConditionRole
  readonly definitions: FactDefinitions
}) {
  const { say, lang } = useLanguage()
  return (
    <>
      <h5>{heading}</h5>
      <ul className={classes.tree}>
        {explain(trace, definitions, lang, 0, role).map((line, index) => (
          <li key={index} style={{ marginInlineStart: `${line.depth * 1.15}rem` }}>
            <Mark verdict={verdictOf(line.truth, role)} word={say(findingText[verdictOf(line.truth, role)])} />
            <span>{line.text}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
