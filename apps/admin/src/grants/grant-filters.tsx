import { Autocomplete, Button, NativeSelect, TextInput } from '@mantine/core'
import { contentCodes, contents } from '@khuyencong/domain'
import { useCallback, useEffect, useState, type ReactNode } from 'react'
import { useQuery } from 'urql'
import type { Search } from '../address'
import { TypedInput } from '../inputs/typed-input'
import { written } from '../inputs/written'
import { useLanguage } from '../language/language'
import classes from './grants.module.css'
import { planYearOf } from './list-address'
import { ProvincesQuery } from './queries'
import { fundTexts, grantsTexts as t } from './texts'

interface Props {
  readonly search: Search
  readonly onChange: (changes: Readonly<Record<string, string | undefined>>) => void
}

const filters = ['province', 'year', 'content', 'fund', 'text'] as const

export function GrantFilters({ search, onChange }: Props) {
  const { say } = useLanguage()
  const [{ data }] = useQuery({ query: ProvincesQuery })
  const provinces = [...new Set((data?.grants.nodes ?? []).map(({ provinceName }) => provinceName))]
  const searchText = useCallback((text: string) => onChange({ text }), [onChange])
  const searchProvince = useCallback((province: string) => onChange({ province }), [onChange])
  const year = search.year
  const filtered = filters.some((key) => search[key] !== undefined)
  return (
    <form
      role="search"
      aria-label={say(t.filters)}
      className={classes.filters}
      onSubmit={(event) => event.preventDefault()}
    >
      <Settled value={search.text ?? ''} onSettle={searchText}>
        {(value, type) => (
          <TextInput
            label={say(t.text)}
            placeholder={say(t.textHint)}
            value={value}
            onChange={({ currentTarget }) => type(currentTarget.value)}
          />
        )}
      </Settled>
      <Settled value={search.province ?? ''} onSettle={searchProvince}>
        {(value, type) => (
          <Autocomplete
            label={say(t.province)}
            placeholder={say(t.all)}
            data={provinces}
            value={value}
            onChange={type}
          />
        )}
      </Settled>
      <NativeSelect
        label={say(t.content)}
        value={search.content ?? ''}
        onChange={({ currentTarget }) => onChange({ content: currentTarget.value })}
        data={[
          { value: '', label: say(t.all) },
          ...contentCodes.map((code) => ({ value: code, label: say(contents[code].title) })),
        ]}
      />
      <NativeSelect
        label={say(t.fund)}
        value={search.fund ?? ''}
        onChange={({ currentTarget }) => onChange({ fund: currentTarget.value })}
        data={[
          { value: '', label: say(t.all) },
          ...Object.entries(fundTexts).map(([value, text]) => ({ value, label: say(text) })),
        ]}
      />
      <TypedInput
        label={say(t.year)}
        placeholder={say(t.all)}
        inputMode="numeric"
        written={written.year}
        kept={year}
        onKeep={(kept) => onChange({ year: kept })}
        problem={year !== undefined && planYearOf(year) === undefined ? say(t.badYear) : undefined}
      />
      <Button
        variant="default"
        disabled={!filtered}
        onClick={() => onChange(Object.fromEntries(filters.map((key) => [key, undefined])))}
      >
        {say(t.clear)}
      </Button>
    </form>
  )
}

interface SettledProps {
  readonly value: string
  readonly onSettle: (value: string) => void
  readonly children: (value: string, type: (value: string) => void) => ReactNode
}

/** Passes on what is typed once it has stood still for a moment: the list is not asked for at every key. */
function Settled({ value, onSettle, children }: SettledProps) {
  const [typed, setTyped] = useState<string>()
  useEffect(() => {
    if (typed === undefined) return
    const timer = setTimeout(() => {
      onSettle(typed.trim())
      setTyped(undefined)
    }, 350)
    return () => clearTimeout(timer)
  }, [typed, onSettle])
  return children(typed ?? value, setTyped)
}
