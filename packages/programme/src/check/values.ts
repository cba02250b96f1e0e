import { isRatio, type Condition, type Text } from '@khuyencong/rules'
import { sameContent } from '../same-content.js'
import type { Pack } from '../pack.js'
import { amountEntries, conditionsIn, conditionsOf, readers, ruleEntries, valueEntries } from './entries.js'
import { kindGiven, kindNames, kindOf, kindOfParameter, ordered } from './kinds.js'
import { error, type PackProblem } from './problem.js'

const shown = (value: unknown): string =>
  isRatio(value)
    ? `${value.numerator}/${value.denominator}`
    : typeof value === 'bigint'
      ? `${value}n`
      : Array.isArray(value)
        ? `[${value.map(shown).join(', ')}]`
        : typeof value === 'object' && value !== null
          ? '{…}'
          : JSON.stringify(value)

const isBelowZero = (value: unknown): boolean => (typeof value === 'bigint' || typeof value === 'number') && value < 0

/**
 * Values of the wrong kind (money that is a float, above all) or below zero, terms of several kinds in one calculation, things compared
 * that are of several kinds or have no order, and readings that repeat the value.
 */
export function values(pack: Pack): PackProblem[] {
  const { law } = pack
  return [
    ...valueEntries(law).flatMap(({ place, parameter, version: { value, cites, readings = [] } }) => {
      const expected = kindOfParameter(parameter)
      const given = [value, ...readings.map((reading) => reading.value)]
      const wrong = given.filter((each) => kindOf(each) !== expected)
      // Only years are counted backwards, too: the year before that of the plan.
      const below = parameter.unit === 'years' ? [] : given.filter(isBelowZero)
      return [
        ...below.map((each) =>
          error('value-type', place, cites, {
            vi: `Giá trị ${shown(each)} nhỏ hơn 0; cần giá trị không âm.`,
            en: `The value is ${shown(each)}, below 0; expected one that is not negative.`,
          }),
        ),
        ...wrong.map((each) =>
          error('value-type', place, cites, {
            vi: `Giá trị ${shown(each)}; đơn vị '${parameter.unit}' cần ${kindNames[expected].vi}.`,
            en: `The value is ${shown(each)}; the unit '${parameter.unit}' needs ${kindNames[expected].en}.`,
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
              vi: `${shown(expression.value)} không phải là giá trị chính xác; cần số nguyên, tiền bigint hoặc tỷ lệ không âm.`,
              en: `${shown(expression.value)} is not exact; expected a whole number, money as a bigint, or a ratio that is not negative.`,
            })
          : [],
      ),
    ),
    ...ruleEntries(law).flatMap((entry) =>
      conditionsOf(entry)
        .flatMap(conditionsIn)
        .flatMap((part) => wrongIn(part, pack))
        .map((what) => error('value-type', entry.place, entry.version.cites, what)),
    ),
    ...amountEntries(law).flatMap(({ place, version: { amount, cites } }) => {
      const wrong: Text[] = []
      const kind = kindGiven(amount, pack, (what) => wrong.push(what))
      if (kind !== undefined && kind !== 'money')
        wrong.push({
          vi: `Mức này là ${kindNames[kind].vi}; cần ${kindNames.money.vi}.`,
          en: `The amount is ${kindNames[kind].en}; expected ${kindNames.money.en}.`,
        })
      return wrong.map((what) => error('value-type', place, cites, what))
    }),
  ]
}

/** What in a comparison or membership by itself does not fit together. */
function wrongIn(part: Condition, pack: Pack): Text[] {
  const wrong: Text[] = []
  if (!('left' in part)) return wrong
  const kindIn = (expression: typeof part.left) => kindGiven(expression, pack, (what) => wrong.push(what))
  const left = kindIn(part.left)
  if (part.op !== 'compare') {
    const expected = part.op === 'one-of' ? 'text' : 'list'
    if (left !== undefined && left !== expected)
      wrong.push({
        vi: `'${part.op}' hỏi về ${kindNames[left].vi}; cần ${kindNames[expected].vi}.`,
        en: `'${part.op}' asks of ${kindNames[left].en}; expected ${kindNames[expected].en}.`,
      })
    return wrong
  }
  const { relation } = part
  const right = kindIn(part.right)
  if (left === undefined || right === undefined) return wrong
  if (left !== right)
    wrong.push({
      vi: `So sánh ${kindNames[left].vi} với ${kindNames[right].vi}.`,
      en: `Compares ${kindNames[left].en} with ${kindNames[right].en}.`,
    })
  else if (relation !== '=' && relation !== '≠' && !ordered.has(left))
    wrong.push({
      vi: `So sánh ${kindNames[left].vi} bằng '${relation}', nhưng không có thứ tự lớn nhỏ; cần = hoặc ≠.`,
      en: `Compares ${kindNames[left].en} by '${relation}', where none is more than another; expected = or ≠.`,
    })
  return wrong
}
