import { Button, UnstyledButton } from '@mantine/core'
import { contents, isContentCode } from '@khuyencong/domain'
import { formatDong, type Text } from '@khuyencong/rules'
import {
  createColumnHelper,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type SortingState,
} from '@tanstack/react-table'
import { useMemo } from 'react'
import { useLanguage } from '../language/language'
import classes from './grants.module.css'
import { sorts, type Sort } from './list-address'
import type { GrantRow } from './queries'
import { bindingTexts, fundTexts, grantsTexts as t, percent } from './texts'

interface Props {
  readonly rows: readonly GrantRow[]
  readonly sort: Sort
  readonly direction: 'ASC' | 'DESC'
  readonly onSort: (sort: Sort, direction: 'ASC' | 'DESC') => void
  readonly onOpen: (id: string) => void
}

const features = tableFeatures({ rowSortingFeature })
const column = createColumnHelper<typeof features, GrantRow>()

const isSort = (id: string): id is Sort => sorts.some((sort) => sort === id)

/** Columns are named after the gateway's orders where the list can be sorted by them. */
const titles: Readonly<Record<string, Text>> = {
  YEAR: t.columnYear,
  PROVINCE: t.province,
  content: t.columnContent,
  fund: t.fund,
  TOTAL_COST: t.columnCost,
  SUPPORT: t.columnSupport,
  ceiling: t.columnCeiling,
  document: t.columnDocument,
}
const figures: readonly string[] = ['TOTAL_COST', 'SUPPORT', 'ceiling']

export function GrantTable({ rows, sort, direction, onSort, onOpen }: Props) {
  const { say } = useLanguage()
  const columns = useMemo(
    () =>
      column.columns([
        column.display({ id: 'YEAR', cell: ({ row: { original } }) => yearsOf(original) }),
        column.display({ id: 'PROVINCE', cell: ({ row: { original } }) => original.provinceName }),
        column.display({ id: 'content', cell: ({ row: { original } }) => <Content grant={original} /> }),
        column.display({ id: 'fund', cell: ({ row: { original } }) => <Fund grant={original} /> }),
        column.display({ id: 'TOTAL_COST', cell: ({ row: { original } }) => <Money amount={original.totalCost} /> }),
        column.display({ id: 'SUPPORT', cell: ({ row: { original } }) => <Money amount={original.support} /> }),
        column.display({ id: 'ceiling', cell: ({ row: { original } }) => <Ceiling grant={original} /> }),
        column.display({
          id: 'document',
          cell: ({ row: { original } }) => <Document grant={original} onOpen={onOpen} />,
        }),
      ]),
    [onOpen],
  )
  const data = useMemo(() => [...rows], [rows])
  const sorting: SortingState = [{ id: sort, desc: direction === 'DESC' }]
  const table = useTable({ features, columns, data, manualSorting: true, state: { sorting } })

  const heading = (id: string) => {
    const title = say(titles[id] ?? { vi: id, en: id })
    if (!isSort(id)) return title
    const turned = sort === id && direction === 'DESC' ? 'ASC' : 'DESC'
    return (
      <UnstyledButton
        className={classes.sort}
        onClick={() => onSort(id, sort === id ? turned : id === 'PROVINCE' ? 'ASC' : 'DESC')}
      >
        {title} <span aria-hidden="true">{sort !== id ? '↕' : direction === 'ASC' ? '↑' : '↓'}</span>
      </UnstyledButton>
    )
  }
  return (
    <table className={classes.table} aria-label={say(t.table)}>
      <thead>
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id}>
            {group.headers.map(({ id }) => (
              <th
                key={id}
                scope="col"
                data-figure={figures.includes(id) || undefined}
                aria-sort={sort === id ? (direction === 'ASC' ? 'ascending' : 'descending') : undefined}
              >
                {heading(id)}
              </th>
            ))}
          </tr>
        ))}
      </thead>
      <tbody>
        {table.getRowModel().rows.map((row) => (
          <tr key={row.original.id} data-reference={row.original.reference}>
            {row.getAllCells().map((cell) => (
              <td
                key={cell.id}
                data-label={say(titles[cell.column.id] ?? { vi: '', en: '' })}
                data-figure={figures.includes(cell.column.id) || undefined}
              >
                <table.FlexRender cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export const yearsOf = ({ yearFrom, yearTo }: Pick<GrantRow, 'yearFrom' | 'yearTo'>): string =>
  yearFrom === yearTo ? String(yearFrom) : `${yearFrom}-${yearTo}`

function Content({ grant: { contentCode, contentText, beneficiaryType } }: { readonly grant: GrantRow }) {
  const { say } = useLanguage()
  const title = contentCode !== null && isContentCode(contentCode) ? say(contents[contentCode].title) : undefined
  return (
    <div>
      {title && <div>{title}</div>}
      <small lang="en">
        {contentText}; {beneficiaryType}
      </small>
    </div>
  )
}

function Fund({ grant: { fund } }: { readonly grant: GrantRow }) {
  const { say } = useLanguage()
  return say(fundTexts[fund])
}

export function Money({ amount }: { readonly amount: string | null }) {
  const { say, lang } = useLanguage()
  return amount === null ? <small>{say(t.notPublished)}</small> : <span>{formatDong(BigInt(amount), lang)}</span>
}

function Ceiling({ grant: { ceiling, support } }: { readonly grant: GrantRow }) {
  const { say, lang } = useLanguage()
  const limit = ceiling?.amount ?? ceiling?.atMost
  if (!ceiling || limit === null || limit === undefined) return <small>{say(t.notComputed)}</small>
  const known = ceiling.amount !== null
  return (
    <div>
      <div>
        {!known && `${say(t.atMost)} `}
        {formatDong(BigInt(limit), lang)}
      </div>
      <small>
        {known &&
          support !== null &&
          BigInt(limit) > 0n &&
          say(t.ofCeiling(say(percent(BigInt(support), BigInt(limit)))))}
        {ceiling.binding !== null && isBinding(ceiling.binding) && `, ${say(bindingTexts[ceiling.binding])}`}
      </small>
    </div>
  )
}

const isBinding = (name: string): name is keyof typeof bindingTexts => Object.hasOwn(bindingTexts, name)

function Document({ grant, onOpen }: { readonly grant: GrantRow; readonly onOpen: (id: string) => void }) {
  const { say } = useLanguage()
  return (
    <div>
      <div lang="en">{grant.approvalDocument}</div>
      <Button
        variant="subtle"
        size="compact-xs"
        className={classes.open}
        aria-label={say(t.detailsOf(grant.reference))}
        onClick={() => onOpen(grant.id)}
      >
        {say(t.details)}
      </Button>
    </div>
  )
}
