import { TextInput, type TextInputProps } from '@mantine/core'
import { useLayoutEffect, useRef, useState } from 'react'
import { useLanguage } from '../language/language'
import type { Written } from './written'

interface Props extends Omit<TextInputProps, 'value' | 'onChange' | 'onBlur' | 'error'> {
  readonly written: Written
  /** As the address keeps it. */
  readonly kept: string | undefined
  readonly onKeep: (kept: string | undefined) => void
  /** What is wrong with `kept`. Not said while someone is still typing. */
  readonly problem: string | undefined
}

const separators = (text: string): number => text.replace(/[^.,]/g, '').length

/** Whether digits came into or went out of a number in groups: its separators then stand for nothing. One that was just typed does. */
const regroups = (before: string, text: string): boolean =>
  /^\d{1,3}([.,]\d{3})+$/.test(before) && /^[\d.,]+$/.test(text) && separators(text) <= separators(before)

/**
 * A value that is typed. While typing, only what is a value counts; on leaving the field whatever stands in it does, so
 * that a mistake is shown and not lost.
 */
export function TypedInput({ written, kept, onKeep, problem, ...input }: Props) {
  const { lang } = useLanguage()
  const [typed, setTyped] = useState<string>()
  const field = useRef<HTMLInputElement>(null)
  /** How many digits stand before the caret: regrouping moves the separators, not the caret among the digits. */
  const digitsBefore = useRef<number>(undefined)

  useLayoutEffect(() => {
    const element = field.current
    if (!element || digitsBefore.current === undefined) return
    let place = 0
    for (let left = digitsBefore.current; left > 0 && place < element.value.length; place += 1)
      if (/\d/.test(element.value.charAt(place))) left -= 1
    element.setSelectionRange(place, place)
    digitsBefore.current = undefined
  })

  const change = (text: string, caret: number | null) => {
    const before = typed ?? (kept === undefined ? '' : written.show(kept, lang))
    const read = written.read(regroups(before, text) ? text.replace(/\D/g, '') : text)
    const shown = read === undefined ? text : written.show(read, lang)
    // Regroup digits as they come; leave alone what is written otherwise, such as a day.
    const regrouped =
      read !== undefined && /^[\d.,]+$/.test(text) && shown.replace(/\D/g, '') === text.replace(/\D/g, '')
    setTyped(regrouped ? shown : text)
    if (regrouped && caret !== null) digitsBefore.current = text.slice(0, caret).replace(/\D/g, '').length
    if (read !== undefined || text.trim() === '') onKeep(read)
  }

  const leave = () => {
    if (typed !== undefined && typed.trim() !== '') onKeep(written.read(typed) ?? typed.trim())
    setTyped(undefined)
  }

  return (
    <TextInput
      {...input}
      ref={field}
      autoComplete="off"
      value={typed ?? (kept === undefined ? '' : written.show(kept, lang))}
      onChange={({ currentTarget }) => change(currentTarget.value, currentTarget.selectionStart)}
      onBlur={leave}
      onKeyDown={({ key }) => {
        if (key === 'Enter') leave()
      }}
      error={typed === undefined || written.read(typed) !== undefined ? problem : undefined}
    />
  )
}
