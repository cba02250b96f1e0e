import { Select, type OptionsFilter } from '@mantine/core'
import type { Locality } from '@khuyencong/domain'
import { localitiesOn } from '@khuyencong/province-hai-duong/localities'
import { isIsoDate } from '@khuyencong/rules'
import { useMemo } from 'react'
import { useLanguage } from '../../language/language'
import { calculatorTexts as t } from '../texts'

interface Props {
  readonly asOf: string
  readonly code: string | undefined
  readonly onChoose: (locality: Locality | undefined) => void
}

/** Small letters without accents: officers type `tan hung`. */
const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll(/đ/gi, 'd').toLowerCase()

const search: OptionsFilter = ({ options, search }) => {
  const words = plain(search).split(/\s+/).filter(Boolean)
  return options.filter((option) => 'label' in option && words.every((word) => plain(option.label).includes(word)))
}

const shown = ({ name, district }: Locality): string => (district ? `${name}, ${district.name}` : name)

/** The communes, wards and townships of the day. */
export function LocalityField({ asOf, code, onChoose }: Props) {
  const { say } = useLanguage()
  const list = useMemo(() => (isIsoDate(asOf) ? localitiesOn(asOf) : []), [asOf])
  const chosen = list.find((locality) => locality.code === code)
  return (
    <Select
      label={say(t.locality)}
      description={say(t.localityHelp)}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      placeholder={say(t.localityFind)}
      nothingFoundMessage={say(t.localityNone)}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': say(t.clearField) }}
      maxDropdownHeight={280}
      filter={search}
      data={list.map((locality) => ({ value: locality.code, label: shown(locality) }))}
      value={chosen ? chosen.code : null}
      onChange={(value) => onChoose(list.find((locality) => locality.code === value))}
      error={code !== undefined && !chosen && list.length > 0 ? say(t.localityGone) : undefined}
    />
  )
}
