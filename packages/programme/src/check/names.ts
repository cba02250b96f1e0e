import { isException, type Condition, type FactDefinitions } from '@khuyencong/rules'
import type { Pack } from '../pack.js'
import { conditionsIn, conditionsOf, factsIn, parametersIn, readers, ruleEntries } from './entries.js'
import { error, warning, type PackProblem } from './problem.js'

/** Facts, values and rules that are named but are not there. */
export const names = ({ id: pack, facts, law, readByFunctions = [] }: Pack): PackProblem[] => [
  ...unknown(readByFunctions, law.parameters).map((parameter) =>
    error('unknown-parameter', { kind: 'pack', id: pack }, undefined, {
      vi: `Nói rằng có hàm đọc giá trị '${parameter}' không có trong bộ quy định.`,
      en: `Says that functions read the parameter '${parameter}', which the pack does not have.`,
    }),
  ),
  ...readers(law).flatMap(({ place, version: { cites }, expressions }) => [
    ...unknown(factsIn(expressions), facts).map((fact) =>
      error('unknown-fact', place, cites, {
        vi: `Đọc dữ kiện '${fact}' không có trong bảng dữ kiện.`,
        en: `Reads the fact '${fact}', which the dictionary does not have.`,
      }),
    ),
    ...unknown(parametersIn(expressions), law.parameters).map((parameter) =>
      error('unknown-parameter', place, cites, {
        vi: `Dùng giá trị '${parameter}' không có trong bộ quy định.`,
        en: `Uses the parameter '${parameter}', which the pack does not have.`,
      }),
    ),
  ]),
  ...Object.values(law.rules)
    .filter(isException)
    .flatMap(({ id, exceptionTo, over = [], versions }) =>
      unknown([...exceptionTo, ...over], law.rules).map((rule) =>
        error('unknown-rule', { kind: 'rule', id }, versions[0]?.cites, {
          vi: `Ngoại lệ nêu quy định '${rule}' không có trong bộ quy định.`,
          en: `The exception names the rule '${rule}', which the pack does not have.`,
        }),
      ),
    ),
  ...ruleEntries(law).flatMap((entry) =>
    conditionsOf(entry)
      .flatMap(conditionsIn)
      .flatMap((condition) => choices(condition, facts))
      .map(({ fact, value }) =>
        error('unknown-value', entry.place, entry.version.cites, {
          vi: `'${value}' không phải là một giá trị của dữ kiện '${fact}'.`,
          en: `'${value}' is not a value of the fact '${fact}'.`,
        }),
      ),
  ),
]

/** Headings of its rules that neither its facts nor the law it builds on have: what shows findings by heading would not show these. */
export function groups({ base, facts, law }: Pack): PackProblem[] {
  if (!base) return []
  const known = new Set([...Object.values(facts), ...Object.values(base.law.rules)].map(({ group }) => group))
  return Object.values(law.rules)
    .filter(({ group }) => !known.has(group))
    .map(({ id, group, versions }) =>
      warning('unknown-group', { kind: 'rule', id }, versions[0]?.cites, {
        vi: `Không có dữ kiện hay quy định nào của ${base.id} thuộc nhóm '${group}'; các nhóm hiện có: ${[...known].join(', ')}.`,
        en: `No fact and no rule of ${base.id} has the group '${group}'; there are ${[...known].join(', ')}.`,
      }),
    )
}

const unknown = (ids: readonly string[], known: object): string[] => ids.filter((id) => !Object.hasOwn(known, id))

/** The values that a condition asks of a choice and that the choice does not have. */
function choices(condition: Condition, facts: FactDefinitions) {
  const asked = askedOf(condition)
  const definition = asked && facts[asked.fact]
  if (!definition || !('values' in definition)) return []
  return unknown(asked.values, definition.values).map((value) => ({ fact: asked.fact, value }))
}

function askedOf(condition: Condition): { readonly fact: string; readonly values: readonly string[] } | undefined {
  if (!('left' in condition) || condition.left.op !== 'fact') return undefined
  const { fact } = condition.left
  if (condition.op !== 'compare') return { fact, values: condition.values }
  const { right } = condition
  return right.op === 'literal' && typeof right.value === 'string' ? { fact, values: [right.value] } : undefined
}
