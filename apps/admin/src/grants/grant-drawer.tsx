import { Drawer, Skeleton } from '@mantine/core'
import { contents, isContentCode } from '@khuyencong/domain'
import { haiDuong } from '@khuyencong/province-hai-duong'
import { formatDong, formatValue, isIsoDate } from '@khuyencong/rules'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useQuery } from 'urql'
import type { Search } from '../address'
import { useLanguage } from '../language/language'
import { Money, yearsOf } from './grant-table'
import classes from './grants.module.css'
import { GrantQuery, type GrantDetails } from './queries'
import { classTexts, fundTexts, grantsTexts as t, percent } from './texts'

interface Props {
  readonly id: string | undefined
  readonly onClose: () => void
}

/** Everything that is known of one grant: where it was published, what approved it, and the ceiling it is held against. */
export function GrantDrawer({ id, onClose }: Props) {
  const { say } = useLanguage()
  return (
    <Drawer
      opened={id !== undefined}
      onClose={onClose}
      position="right"
      size="lg"
      title={say(t.record)}
      closeButtonProps={{ 'aria-label': say(t.close) }}
    >
      {id !== undefined && <Details id={id} />}
    </Drawer>
  )
}

function Details({ id }: { readonly id: string }) {
  const { say, lang } = useLanguage()
  const [{ data, fetching, error }] = useQuery({
    query: GrantQuery,
    variables: { id, lang: lang === 'vi' ? 'VI' : 'EN' },
  })
  if (fetching && !data) return <Skeleton height={240} />
  if (error || data?.node?.__typename !== 'Grant') return <p role="alert">{say(error ? t.failed : t.gone)}</p>
  return <GrantDetailsView grant={data.node} />
}

function GrantDetailsView({ grant }: { readonly grant: GrantDetails }) {
  const { say, lang } = useLanguage()
  const { contentCode, sources, ceiling, note } = grant
  const trial = trialOf(grant)
  return (
    <div className={classes.details}>
      <h3>
        {contentCode !== null && isContentCode(contentCode) ? say(contents[contentCode].title) : grant.provinceName}
      </h3>
      <p lang="en">{grant.contentText}</p>
      <dl>
        <Entry name={say(t.province)}>{grant.provinceName}</Entry>
        <Entry name={say(t.years)}>
          {yearsOf(grant)} ({say(classTexts[grant.class])})
        </Entry>
        <Entry name={say(t.beneficiary)}>
          <span lang="en">{grant.beneficiaryType}</span>
        </Entry>
        <Entry name={say(t.fund)}>{say(fundTexts[grant.fund])}</Entry>
        <Entry name={say(t.columnCost)}>
          <Money amount={grant.totalCost} />
        </Entry>
        <Entry name={say(t.columnSupport)}>
          <Money amount={grant.support} />
        </Entry>
        <Entry name={say(t.counterpart)}>
          <Money amount={grant.counterpart} />
        </Entry>
        <Entry name={say(t.columnDocument)}>
          <span lang="en">{grant.approvalDocument}</span>
        </Entry>
        <Entry name={say(t.planDate)}>
          {formatValue(grant.planDate, lang)} ({say(grant.planDateBasis === 'DOCUMENT' ? t.byDocument : t.byYear)})
        </Entry>
        {note && (
          <Entry name={say(t.note)}>
            <span lang="en">{note}</span>
          </Entry>
        )}
      </dl>
      {ceiling && <Ceiling ceiling={ceiling} support={grant.support} />}
      {trial && (
        <Link to="/" search={trial}>
          {say(t.tryIt)}
        </Link>
      )}
      <h4>{say(t.sources)}</h4>
      <ul>
        {sources.map(({ title, url }) => (
          <li key={url ?? title}>
            {url === null ? (
              title
            ) : (
              <a href={url} target="_blank" rel="noreferrer">
                {title}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Ceiling({
  ceiling,
  support,
}: {
  readonly ceiling: NonNullable<GrantDetails['ceiling']>
  readonly support: string | null
}) {
  const { say, lang } = useLanguage()
  const { status, amount, atMost, steps } = ceiling
  const limit = amount ?? atMost
  return (
    <section className={classes.ceiling}>
      <h4>{say(t.ceilingTitle)}</h4>
      {status === 'NO_LEVEL' && <p>{say(t.noLevel)}</p>}
      {limit !== null && (
        <p>
          <b>
            {amount === null && `${say(t.atMost)} `}
            {formatDong(BigInt(limit), lang)}
          </b>
          {amount !== null && support !== null && BigInt(amount) > 0n && (
            <> ({say(t.ofCeiling(say(percent(BigInt(support), BigInt(amount)))))})</>
          )}
        </p>
      )}
      <ol>
        {steps.map((step, index) => (
          <li key={index}>
            {step.title}: <b>{step.text}</b>{' '}
            {step.cites.length > 0 && <small>{step.cites.map(({ text }) => text).join('; ')}</small>}
          </li>
        ))}
      </ol>
      <p>
        <small>{say(t.ceilingNote)}</small>
      </p>
    </section>
  )
}

const Entry = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

/** The grant as a question to the calculator, where its day lies within the programme. */
function trialOf({ planDate, contentCode, fund, totalCost, support }: GrantDetails): Search | undefined {
  const { from, to } = haiDuong.period
  if (contentCode === null || !isIsoDate(planDate) || planDate < from || (to !== undefined && planDate > to))
    return undefined
  return {
    asOf: planDate,
    content: contentCode,
    ...(fund !== 'UNKNOWN' && { fund: fund.toLowerCase() }),
    ...(totalCost !== null && { eligibleCost: totalCost, totalCost }),
    ...(support !== null && { requestedSupport: support }),
  }
}
