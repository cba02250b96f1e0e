import type { Text } from '@khuyencong/rules'
import { useEffect } from 'react'
import { shellTexts } from '../shell/texts'
import { useLanguage } from './language'

/** Names the page in the browser's tab and in what a screen reader says first. */
export function usePageTitle(title: Text): void {
  const { say } = useLanguage()
  const full = `${say(title)} · ${say(shellTexts.name)}`
  useEffect(() => {
    document.title = full
  }, [full])
}
