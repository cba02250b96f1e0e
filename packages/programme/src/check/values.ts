import { isRatio, type Expression, type FactDefinitions, type Unit, type Value } from '@khuyencong/rules'
import { sameContent } from '../same-content.js'
import type { Pack, PackLaw } from '../pack.js'
import { amountEntries, conditionsIn, conditionsOf, readers, ruleEntries, valueEntries } from './entries.js'
import { error, type PackProblem } from './problem.js'

type Kind = 'money' | 'number' | 'ratio' | 'text' | 'list' | 'flag'

const names: Readonly<Record<Kind, { readonly vi: string; readonly en: string }>> = {
  money: { vi: 'tiền (số nguyên đồng, bigint)', en: 'money (whole đồng, a bigint)' },
  number: { vi: 'số nguyên', en: 'a whole number' },
  ratio: { vi: 'tỷ lệ chính xác', en: 'an exact ratio' },
  text: { vi: 'chữ hoặc ngày', en: 'a word or a day' },
  list: { vi: 'danh sách', en: 'a list' },
  flag: { vi: 'có hoặc không', en: 'yes or no' },
}

const kindByUnit: Readonly<Record<string, Kind>> = {
  dong: 'money',
  ratio: 'ratio',
  persons: 'number',
  items: 'number',
  points: 'number',
  years: 'number',
  days: 'number',
  'working-days': 'number',
  choice: 'text',
  list: 'list',
} satisfies Record<Unit, Kind>

const shown = (value: unknown): string =>
  isRatio(value)
    ? `${value.numerator}/${value.denominator}`
    : typeof value === 'bigint'
      ? `${value}n`
      : JSON.stringify(value)

/** The kind of a value; undefined where it is of none, e.g. a number that is not whole. */
function kindOf(value: unknown): Kind | undefined {
  if (typeof value === 'bigint') return 'money'
  if (typeof value === 'number') return Number.isSafeInteger(value) ? 'number' : undefined
  if (typeof value === 'string') return 'text'
  if (typeof value === 'boolean') return 'flag'
  if (Array.isArray(value)) return 'list'
  return isRatio(value) && typeof value.numerator === 'bigint' && typeof value.denominator === 'bigint'
    ? 'ratio'
    : undefined
}

/** Values of the wrong kind (money that is a float, above all), things compared that have no order, and readings that repeat the value. */
export const values = ({ facts, law }: Pack): PackProblem[] => [
  ...valueEntries(law).flatMap(({ place, parameter: { unit }, version: { value, cites, readings = [] } }) => {
    const expected = kindByUnit[unit]
    const wrong = [value, ...readings.map((reading) => reading.value)].filter(
      (each) => kindOf(each) !== (expected ?? kindOf(each)) || kindOf(each) === undefined,
    )
    return [
      ...wrong.map((each) =>
        error('value-type', place, cites, {
          vi: `Giá trị ${shown(each)}; đơn vị '${unit}' cần ${expected ? names[expected].vi : 'giá trị chính xác'}.`,
          en: `The value is ${shown(each)}; the unit '${unit}' needs ${expected ? names[expected].en : 'an exact value'}.`,
        }),
      ),
      ...readings
        .filter((reading) => sameContent(reading.value, value))
        .map((reading) =>
          error('reading-equals-value', place, cites, {
            vi: `Cách hiểu khác '${reading.title.vi}' lại có cùng giá trị ${shown(value)}.`,
            en: `The other reading '${reading.title.en}' has the same value, ${shown(value)}.`,
          }),
        ),
    ]
  }),
  ...readers(law).flatMap(({ place, version: { cites }, expressions }) =>
    expressions.flatMap((expression) =>
      expression.op === 'literal' && kindOf(expression.value) === undefined
        ? error('value-type', place, cites, {
            vi: `${shown(expression.value)} không phải là giá trị chính xác; cần số nguyên, tiền bigint hoặc tỷ lệ.`,
            en: `${shown(expression.value)} is not exact; expected a whole number, money as a bigint, or a ratio.`,
          })
        : [],
    ),
  ),
  ...ruleEntries(law).flatMap((entry) =>
    conditionsOf(entry)
      .flatMap(conditionsIn)
      .flatMap((part) => {
        if (part.op !== 'compare') return []
        const [left, right] = [given(part.left, facts, law), given(part.right, facts, law)]
        return left && right && left !== right
          ? error('value-type', entry.place, entry.version.cites, {
              vi: `So sánh ${names[left].vi} với ${names[right].vi}.`,
              en: `Compares ${names[left].en} with ${names[right].en}.`,
            })
          : []
      }),
  ),
  ...amountEntries(law).flatMap(({ place, version: { amount, cites } }) => {
    const kind = given(amount, facts, law)
    return kind === 'money' || kind === undefined
      ? []
      : error('value-type', place, cites, {
          vi: `Mức này là ${names[kind].vi}; cần ${names.money.vi}.`,
          en: `The amount is ${names[kind].en}; expected ${names.money.en}.`,
        })
  }),
]

/** The kind that an expression gives; undefined where that is not clear, which another check then says. */
function given(expression: Expression, facts: FactDefinitions, law: PackLaw): Kind | undefined {
  switch (expression.op) {
    case 'fact': {
      const kind = facts[expression.fact]?.kind
      const byKind = {
        flag: 'flag',
        choice: 'text',
        choices: 'list',
        money: 'money',
        count: 'number',
        year: 'number',
        date: 'text',
      } as const
      return kind && byKind[kind]
    }
    case 'parameter': {
      const value: Value | undefined = law.parameters[expression.parameter]?.timeline[0]?.value
      return kindOf(value)
    }
    case 'literal':
      return kindOf(expression.value)
    case 'times':
      return 'money'
    case 'add-years':
    case 'end-of-year':
      return 'text'
    default: {
      const [first] = expression.op === 'match' ? Object.values(expression.cases) : expression.of
      return first && given(first, facts, law)
    }
  }
}
