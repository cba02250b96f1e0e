import type { Decision, Notice } from '@khuyencong/rules'
import { useLanguage } from '../../language/language'
import { isOfPack } from '../law'
import { calculatorTexts as t } from '../texts'
import classes from './answer.module.css'
import { verdictText } from './marks'

/** Where two rules differ, or a text leaves a point open: shown, not hidden. */
export function Notices({ decision }: { readonly decision: Decision }) {
  return decision.notices.map((notice) => <NoticeCard key={keyOf(notice)} notice={notice} decision={decision} />)
}

const keyOf = (notice: Notice): string =>
  notice.kind === 'difference' ? `${notice.rule} ${notice.exception}` : notice.parameter

function NoticeCard({ notice, decision }: { readonly notice: Notice; readonly decision: Decision }) {
  const { say, lang } = useLanguage()
  if (notice.kind === 'open-question') {
    const readings = notice.readings
      .filter(({ verdict }) => verdict !== decision.verdict)
      .map(({ title, verdict }) => say(t.wouldBe(say(title), say(verdictText[verdict]).toLocaleLowerCase(lang))))
    return (
      <div role="note" className={classes.notice} data-kind={notice.kind}>
        <h3>{say(t.openQuestion)}</h3>
        <p>
          {say(t.openQuestionText(say(notice.title), notice.takenTitle && say(notice.takenTitle), readings.join('; ')))}
        </p>
      </div>
    )
  }
  const words = (verdict: 'met' | 'unmet' | 'unknown') => say(verdictText[verdict]).toLocaleLowerCase(lang)
  return (
    <div role="note" className={classes.notice} data-kind={notice.kind}>
      <h3>{say(isOfPack(notice.exception) ? t.differenceOfPack : t.difference)}</h3>
      <p>
        {say(
          t.differenceText(
            notice.rule,
            words(notice.generalVerdict),
            notice.exception,
            words(notice.prevailingVerdict),
          ),
        )}
      </p>
    </div>
  )
}
