import { Container, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useLanguage } from '../language/language'
import { usePageTitle } from '../language/page-title'
import { shellTexts as t } from './texts'

export function NotFound() {
  const { say } = useLanguage()
  usePageTitle(t.notFound)
  return (
    <Container size="xl" py="xl">
      <Title order={1}>{say(t.notFound)}</Title>
      <Text my="md">{say(t.notFoundHelp)}</Text>
      <Link to="/">{say(t.toCalculator)}</Link>
    </Container>
  )
}
