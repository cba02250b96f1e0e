import type { BoundLaw, RuleInForce } from './bind-law.js'
import type { Condition } from './condition.js'
import type { Expression } from './expression.js'
import { isException, type Rule } from './rule.js'

/**
 * The facts that can matter to a question on the bound day, in asking order: those that a rule in force, one of its
 * exceptions or the amount of that name reads. What a form about this question may ask, and nothing else.
 */
export function factsRead(law: Pick<BoundLaw, 'rules' | 'amounts' | 'facts'>, subject: string): string[] {
  const concerned = law.rules.filter(({ rule }) => concerns(rule, subject))
  const general = new Set(concerned.flatMap(({ rule }) => (isException(rule) ? [] : [rule.id])))
  const read = new Set([
    ...concerned
      .filter(({ rule }) => !isException(rule) || rule.exceptionTo.some((id) => general.has(id)))
      .flatMap(({ version }) => inVersion(version)),
    ...law.amounts.flatMap(({ rule, version }) => (version && rule.id === subject ? inExpression(version.amount) : [])),
  ])
  return Object.keys(law.facts).filter((fact) => read.has(fact))
}

const concerns = (rule: Rule, subject: string): boolean => rule.subjects?.includes(subject) ?? true

const inVersion = ({ applies, requires }: RuleInForce['version']): string[] =>
  [applies, requires].flatMap((condition) => (condition ? inCondition(condition) : []))

function inCondition(condition: Condition): string[] {
  switch (condition.op) {
    case 'compare':
      return [...inExpression(condition.left), ...inExpression(condition.right)]
    case 'all':
    case 'any':
      return condition.of.flatMap(inCondition)
    case 'not':
      return inCondition(condition.of)
    default:
      return inExpression(condition.left)
  }
}

function inExpression(expression: Expression): string[] {
  switch (expression.op) {
    case 'fact':
      return [expression.fact]
    case 'times':
      return [expression.factor, expression.of, expression.rounding].flatMap(inExpression)
    case 'min':
    case 'max':
    case 'sum':
      return expression.of.flatMap(inExpression)
    case 'add-years':
      return [expression.date, expression.years].flatMap(inExpression)
    case 'end-of-year':
      return inExpression(expression.year)
    case 'match':
      return [expression.fact, ...Object.values(expression.cases).flatMap(inExpression)]
    case 'parameter':
    case 'literal':
      return []
  }
}
