import {
  isIsoDate,
  isRatio,
  type Expression,
  type FactDefinition,
  type Parameter,
  type Rounding,
  type Text,
  type Unit,
} from '@khuyencong/rules'
import type { Pack } from '../pack.js'

/** What values can be compared with one another. */
export type Kind = 'money' | 'number' | 'ratio' | 'date' | 'text' | 'list' | 'flag'

export const kindNames: Readonly<Record<Kind, Text>> = {
  money: { vi: 'tiền (số nguyên đồng, bigint)', en: 'money (whole đồng, a bigint)' },
  number: { vi: 'số nguyên', en: 'a whole number' },
  ratio: { vi: 'tỷ lệ chính xác (tử số ≥ 0, mẫu số > 0)', en: 'an exact ratio (numerator ≥ 0, denominator > 0)' },
  date: { vi: 'ngày', en: 'a day' },
  text: { vi: 'mã', en: 'a code' },
  list: { vi: 'danh sách', en: 'a list' },
  flag: { vi: 'có hoặc không', en: 'yes or no' },
}

/** The kinds of which one value can be more than another. */
export const ordered: ReadonlySet<Kind> = new Set<Kind>(['money', 'number', 'ratio', 'date'])

const kindByUnit: Readonly<Record<Unit, Kind>> = {
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
}

export const units: readonly string[] = Object.keys(kindByUnit)

const kindByFact: Readonly<Record<FactDefinition['kind'], Kind>> = {
  flag: 'flag',
  choice: 'text',
  choices: 'list',
  money: 'money',
  count: 'number',
  year: 'number',
  date: 'date',
}

/** The kind of a value; undefined where it is of none, e.g. a number that is not whole. */
export function kindOf(value: unknown): Kind | undefined {
  if (typeof value === 'bigint') return 'money'
  if (typeof value === 'number') return Number.isSafeInteger(value) ? 'number' : undefined
  if (typeof value === 'string') return isIsoDate(value) ? 'date' : 'text'
  if (typeof value === 'boolean') return 'flag'
  if (Array.isArray(value)) return value.every((item) => typeof item === 'string') ? 'list' : undefined
  if (!isRatio(value) || typeof value.numerator !== 'bigint') return undefined
  return value.numerator >= 0n && value.denominator > 0n ? 'ratio' : undefined
}

/** The kind that the values of a parameter have to be of. What chooses may choose a day, too. */
export function kindOfParameter({ unit, timeline }: Parameter): Kind {
  const kind = kindByUnit[unit]
  return kind === 'text' && kindOf(timeline[0]?.value) === 'date' ? 'date' : kind
}

/**
 * The kind that an expression gives.
 * @param tell told of every way in which a term does not fit where it stands, once
 * @returns undefined where that is not clear, which `tell` or another check then says
 */
export function kindGiven(
  expression: Expression,
  pack: Pick<Pack, 'facts' | 'law'>,
  tell: (what: Text) => void,
): Kind | undefined {
  const told = new Set<string>()
  const wrong = (what: Text) => {
    if (!told.has(what.en)) tell(what)
    told.add(what.en)
  }
  const given = (term: Expression): Kind | undefined => {
    switch (term.op) {
      case 'fact': {
        const definition = pack.facts[term.fact]
        return definition && kindByFact[definition.kind]
      }
      case 'parameter': {
        const parameter = pack.law.parameters[term.parameter]
        // One that never has a value says where there is no level, of whatever kind the others are.
        return parameter && parameter.timeline.length > 0 ? kindOfParameter(parameter) : undefined
      }
      case 'literal':
        return kindOf(term.value)
      case 'times':
        expect(term.factor, ['ratio'], { vi: 'Hệ số của phép nhân', en: 'The factor of a product' })
        expect(term.of, ['money'], { vi: 'Số bị nhân', en: 'What is multiplied' })
        for (const way of waysOf(term.rounding, pack))
          if (!ways.includes(way))
            wrong({
              vi: `Làm tròn '${String(way)}'; cần down, up hoặc half-up, từ một giá trị của bộ quy định hoặc ghi sẵn.`,
              en: `Rounds '${String(way)}'; expected down, up or half-up, from a parameter or a literal.`,
            })
        return 'money'
      case 'add-years':
        expect(term.date, ['date'], { vi: 'Ngày được cộng thêm năm', en: 'What years are added to' })
        expect(term.years, ['number'], { vi: 'Số năm được cộng', en: 'The number of years that is added' })
        return 'date'
      case 'end-of-year':
        expect(term.year, ['number'], { vi: 'Năm lấy ngày cuối', en: 'The year whose last day is taken' })
        return 'date'
      case 'sum':
        return oneKind(term.of, ['money', 'number'], { vi: 'Số hạng của tổng', en: 'A term of a sum' })
      case 'min':
      case 'max':
        return oneKind(term.of, [...ordered], {
          vi: 'Số hạng được so lớn nhỏ',
          en: 'A term of what is lowest or highest',
        })
      case 'match':
        return oneKind(Object.values(term.cases))
    }
  }
  const expect = (term: Expression, kinds: readonly Kind[], what: Text): Kind | undefined => {
    const kind = given(term)
    if (kind === undefined || kinds.includes(kind)) return kind
    const names = (lang: keyof Text, or: string) => kinds.map((each) => kindNames[each][lang]).join(` ${or} `)
    wrong({
      vi: `${what.vi} là ${kindNames[kind].vi}; cần ${names('vi', 'hoặc')}.`,
      en: `${what.en} is ${kindNames[kind].en}; expected ${names('en', 'or')}.`,
    })
    return undefined
  }
  /** The kind of all terms that have one; none, and said so, where they differ. */
  const oneKind = (terms: readonly Expression[], kinds?: readonly Kind[], what?: Text): Kind | undefined => {
    const found = terms.map((term) => (kinds && what ? expect(term, kinds, what) : given(term)))
    const [first, second] = [...new Set(found.filter((kind) => kind !== undefined))]
    if (second === undefined || first === undefined) return first
    wrong({
      vi: `Lẫn lộn ${kindNames[first].vi} với ${kindNames[second].vi}.`,
      en: `Mixes ${kindNames[first].en} with ${kindNames[second].en}.`,
    })
    return undefined
  }
  return given(expression)
}

/** As the kernel has them. */
const ways: readonly unknown[] = ['down', 'up', 'half-up'] satisfies Rounding[]

/** Every way of rounding that an expression can come to, under other readings, too; undefined for what facts decide. */
function waysOf(rounding: Expression, { law }: Pick<Pack, 'law'>): readonly unknown[] {
  switch (rounding.op) {
    case 'literal':
      return [rounding.value]
    case 'parameter': {
      const { timeline = [] } = law.parameters[rounding.parameter] ?? {}
      return timeline.flatMap(({ value, readings = [] }) => [value, ...readings.map((reading) => reading.value)])
    }
    case 'match':
      return Object.values(rounding.cases).flatMap((term) => waysOf(term, { law }))
    default:
      return [undefined]
  }
}
