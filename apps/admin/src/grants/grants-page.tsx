import { Alert, Button, Container, Skeleton, Text, Title } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo, useTransition } from 'react'
import { Provider, useQuery } from 'urql'
import { client } from '../graphql/client'
import { useLanguage } from '../language/language'
import { usePageTitle } from '../language/page-title'
import { shellTexts } from '../shell/texts'
import { GrantDrawer } from './grant-drawer'
import { GrantFilters } from './grant-filters'
import { GrantTable } from './grant-table'
import { PageTurns } from './page-turns'
import classes from './grants.module.css'
import { readList, withList } from './list-address'
import { GrantsQuery } from './queries'
import { grantsTexts as t } from './texts'

export function GrantsPage() {
  return (
    <Provider value={client}>
      <Grants />
    </Provider>
  )
}

/** The published grants, to find and to compare with. Filters, order, page and the grant opened live in the address. */
function Grants() {
  const { say } = useLanguage()
  usePageTitle(shellTexts.grants)
  const search = useSearch({ from: '/grants' })
  const navigate = useNavigate({ from: '/grants' })
  const list = useMemo(() => readList(search), [search])
  const [{ data, fetching, error }, fetchAgain] = useQuery({ query: GrantsQuery, variables: list })
  const goTo = useCallback(
    (changes: Readonly<Record<string, string | undefined>>) =>
      navigate({ search: (now) => withList(now, changes), resetScroll: false }),
    [navigate],
  )
  const change = useCallback((changes: Readonly<Record<string, string | undefined>>) => void goTo(changes), [goTo])
  const [turning, turn] = useTransition()
  const open = useCallback(
    (grant: string | undefined) =>
      void navigate({
        search: (now) => withList(now, { after: now.after, before: now.before, grant }),
        resetScroll: false,
      }),
    [navigate],
  )

  const { totalCount = 0, nodes = [], pageInfo } = data?.grants ?? {}
  return (
    <Container size="xl" className={classes.page}>
      <Title order={1} size="h2">
        {say(t.title)}
      </Title>
      <Text c="var(--quiet)" maw="46rem" mt={4} mb="lg">
        {say(t.intro)}
      </Text>
      <GrantFilters search={search} onChange={change} />
      {error ? (
        <Alert color="red" title={say(t.failed)} role="alert" className={classes.failure}>
          <p>{say(t.failedHelp)}</p>
          <p lang="en">{error.graphQLErrors[0]?.message ?? error.message}</p>
          <Button size="xs" onClick={() => fetchAgain({ requestPolicy: 'network-only' })}>
            {say(t.again)}
          </Button>
        </Alert>
      ) : (
        <section className={classes.card} aria-busy={fetching}>
          <p role="status" className={classes.total}>
            {data ? say(t.total(totalCount)) : say(t.loading)}
          </p>
          {!data && <Waiting />}
          {data && nodes.length === 0 && (
            <div className={classes.none}>
              <p>{say(t.none)}</p>
              <Button variant="default" onClick={() => void navigate({ search: {} })}>
                {say(t.clear)}
              </Button>
            </div>
          )}
          {nodes.length > 0 && (
            <GrantTable
              rows={nodes}
              sort={list.sort}
              direction={list.direction}
              onSort={(sort, direction) => change({ sort, direction })}
              onOpen={open}
            />
          )}
          {pageInfo && (
            <PageTurns pages={pageInfo} turning={turning || fetching} onTurn={(to) => turn(() => goTo(to))} />
          )}
        </section>
      )}
      <GrantDrawer id={search.grant} onClose={() => open(undefined)} />
    </Container>
  )
}

const Waiting = () => (
  <div className={classes.waiting} aria-hidden="true">
    {Array.from({ length: 6 }, (_, index) => (
      <Skeleton key={index} height={34} />
    ))}
  </div>
)
