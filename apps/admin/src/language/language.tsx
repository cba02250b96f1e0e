import type { Lang, Text } from '@khuyencong/rules'
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'

const stored = 'khuyencong.language'
const isLang = (value: unknown): value is Lang => value === 'vi' || value === 'en'

interface Language {
  readonly lang: Lang
  readonly choose: (lang: Lang) => void
  /** The text in the language chosen. */
  readonly say: (text: Text) => string
}

const LanguageContext = createContext<Language | undefined>(undefined)

/** Vietnamese unless the reader chose otherwise on this machine before. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [lang, setLang] = useState<Lang>(remembered)
  useEffect(() => {
    document.documentElement.lang = lang
  }, [lang])
  const choose = useCallback((chosen: Lang) => {
    setLang(chosen)
    try {
      localStorage.setItem(stored, chosen)
    } catch {
      // Storage is shut off: the choice holds until the page is closed.
    }
  }, [])
  const language = useMemo(() => ({ lang, choose, say: (text: Text) => text[lang] }), [lang, choose])
  return <LanguageContext value={language}>{children}</LanguageContext>
}

function remembered(): Lang {
  try {
    const found = localStorage.getItem(stored)
    return isLang(found) ? found : 'vi'
  } catch {
    return 'vi'
  }
}

export function useLanguage(): Language {
  const language = use(LanguageContext)
  if (!language) throw new Error('useLanguage outside of LanguageProvider')
  return language
}
