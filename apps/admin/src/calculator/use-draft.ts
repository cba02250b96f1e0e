import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { stringifySearch } from '../address'
import type { Draft } from './question'

const pause = 250

/** The draft, kept in the address so that a link brings back what was answered. Typing does not wait for the address. */
export function useDraft(): [Draft, (change: (draft: Draft) => Draft) => void] {
  const search = useSearch({ from: '/' })
  const navigate = useNavigate({ from: '/' })
  const [draft, setDraft] = useState<Draft>(search)
  const address = stringifySearch(search)
  const written = useRef(address)

  // The address changed by other means: a link to this page, or back in the history.
  useEffect(() => {
    if (address === written.current) return
    written.current = address
    setDraft(search)
  }, [address, search])

  useEffect(() => {
    const text = stringifySearch(draft)
    if (text === written.current) return
    const timer = setTimeout(() => {
      written.current = text
      void navigate({ search: draft, replace: true, resetScroll: false })
    }, pause)
    return () => clearTimeout(timer)
  }, [draft, navigate])

  return [draft, setDraft]
}
