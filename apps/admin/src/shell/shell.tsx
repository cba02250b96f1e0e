import { AppShell, Container, SegmentedControl } from '@mantine/core'
import { Link, Outlet } from '@tanstack/react-router'
import { useLanguage } from '../language/language'
import classes from './shell.module.css'
import { shellTexts as t } from './texts'

/** Frame of every page: name, navigation, language. */
export function Shell() {
  const { say } = useLanguage()
  return (
    <>
      <a className={classes.skip} href="#main">
        {say(t.skip)}
      </a>
      <AppShell header={{ height: { base: 104, sm: 64 } }} padding={0}>
        <AppShell.Header className={classes.header}>
          <Container size="xl" className={classes.bar}>
            <Link to="/" className={classes.brand}>
              <img src="/icon.svg" alt="" width={30} height={30} />
              <span>
                <strong>{say(t.name)}</strong>
                <small>{say(t.tagline)}</small>
              </span>
            </Link>
            <nav className={classes.links} aria-label={say(t.navigation)}>
              <Link to="/" className={classes.link}>
                {say(t.calculator)}
              </Link>
              <Link to="/grants" className={classes.link}>
                {say(t.grants)}
              </Link>
            </nav>
            <LanguageSwitch />
          </Container>
        </AppShell.Header>
        <AppShell.Main id="main" tabIndex={-1} className={classes.main}>
          <Outlet />
          <Container component="footer" size="xl" className={classes.footer}>
            <a href="/graphql">{say(t.graphiql)}</a>
          </Container>
        </AppShell.Main>
      </AppShell>
    </>
  )
}

function LanguageSwitch() {
  const { lang, choose, say } = useLanguage()
  return (
    <SegmentedControl
      className={classes.language}
      size="xs"
      aria-label={say(t.language)}
      value={lang}
      onChange={choose}
      data={[
        { value: 'vi', label: <span lang="vi">Tiếng Việt</span> },
        { value: 'en', label: <span lang="en">English</span> },
      ]}
    />
  )
}
