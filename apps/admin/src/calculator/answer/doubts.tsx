import type { Doubt } from '@khuyencong/rules'
import { useLanguage } from '../../language/language'
import { calculatorTexts as t } from '../texts'
import classes from './answer.module.css'
import { TrustBadge } from './marks'
import { Sources } from './sources'

/** What the answer takes on trust, in words: rules and values that were not read in the document itself. */
export function Doubts({ doubts }: { readonly doubts: readonly Doubt[] }) {
  const { say } = useLanguage()
  const single = [...new Map(doubts.map((doubt) => [`${doubt.kind} ${doubt.id}`, doubt])).values()]
  if (single.length === 0) return <p className={classes.firm}>{say(t.firm)}</p>
  return (
    <details className={classes.card} data-doubts>
      <summary className={classes.doubtsTitle}>{say(t.doubts(single.length))}</summary>
      <ul className={classes.doubts}>
        {single.map(({ kind, id, title, trust, cites, note }) => (
          <li key={`${kind} ${id}`}>
            <p>
              {say(title)} <TrustBadge trust={trust} />
            </p>
            {note && <p className={classes.quiet}>{say(note)}</p>}
            <small>
              <Sources cites={cites} />
            </small>
          </li>
        ))}
      </ul>
    </details>
  )
}
