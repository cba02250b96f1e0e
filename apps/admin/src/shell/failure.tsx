import { Button, Code, Container, Text, Title } from '@mantine/core'
import { useLanguage } from '../language/language'
import { usePageTitle } from '../language/page-title'
import { shellTexts as t } from './texts'

/** What is shown when a page cannot be drawn: a bug, or a part of the app that could not be loaded. */
export function Failure({ error }: { readonly error: unknown }) {
  const { say } = useLanguage()
  usePageTitle(t.failed)
  return (
    <Container size="xl" py="xl" role="alert">
      <Title order={1}>{say(t.failed)}</Title>
      <Text my="md">{say(t.failedHelp)}</Text>
      <Code block mb="md">
        {error instanceof Error ? error.message : String(error)}
      </Code>
      <Button onClick={() => window.location.reload()}>{say(t.reload)}</Button>
    </Container>
  )
}
