import { Title } from '@mantine/core'
import type { SupportCeiling } from '@khuyencong/budget'
import { formatDong, formatRatio, type FactDefinitions, type Verdict } from '@khuyencong/rules'
import { useLanguage } from '../../language/language'
import { calculatorTexts as t } from '../texts'
import classes from './answer.module.css'
import { AskFacts } from './ask-fact'
import { CeilingSteps } from './ceiling-steps'

interface Props {
  readonly ceiling: SupportCeiling
  readonly verdict: Verdict
  readonly requested: bigint | undefined
  readonly definitions: FactDefinitions
}

/** For at most how much, and how that comes about. */
export function CeilingCard({ ceiling, verdict, requested, definitions }: Props) {
  const { say, lang } = useLanguage()
  const { status, amount, atMost, per, costItems, missing } = ceiling
  return (
    <div className={classes.card}>
      <Title order={3} size="h5">
        {say(verdict === 'unmet' ? t.ceilingIfMet : t.ceiling)}
      </Title>
      {status === 'no-level' && <p className={classes.note}>{say(t.noLevel)}</p>}
      {amount !== undefined && (
        <p className={classes.amount} data-testid="ceiling">
          {formatDong(amount, lang)}
        </p>
      )}
      {status === 'unknown' && (
        <p className={classes.amount} data-testid="ceiling" data-open>
          {atMost === undefined ? say(t.noAmount) : `${say(t.atMost)} ${formatDong(atMost, lang)}`}
        </p>
      )}
      {missing.length > 0 && (
        <p className={classes.note}>
          {say(t.need)} <AskFacts facts={missing} definitions={definitions} />
        </p>
      )}
      {status !== 'no-level' && (
        <p className={classes.note}>
          {say(t.perUnit)} {say(per)}.{costItems && ` ${say(t.base)}: ${say(costItems)}.`}
        </p>
      )}
      {amount !== undefined && requested !== undefined && <Requested requested={requested} amount={amount} />}
      <CeilingSteps ceiling={ceiling} />
    </div>
  )
}

function Requested({ requested, amount }: { readonly requested: bigint; readonly amount: bigint }) {
  const { say, lang } = useLanguage()
  const fits = requested <= amount
  // Rounded up to a whole percent: what is within never reads as more than the whole.
  const percent = amount === 0n ? 0n : (requested * 100n + amount - 1n) / amount
  const share = formatRatio({ numerator: percent, denominator: 100n }, lang)
  return (
    <p className={classes.requested} data-fits={fits}>
      {say(fits ? t.within(requested, share) : t.beyond(requested, requested - amount))}
    </p>
  )
}
