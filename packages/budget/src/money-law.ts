import { bind, type BoundLaw, type Law, type Parameter } from '@khuyencong/rules'

/** What the money rules read of a law bound to a day. */
export type MoneyLaw = Pick<BoundLaw, 'parameters' | 'identity'>

/** Rules on one question of money, with the facts that they read. Their figures are parameters of the law. */
export type MoneyRules = Pick<Law, 'facts' | 'rules' | 'amounts'>

const bound = new WeakMap<MoneyLaw, Map<MoneyRules, BoundLaw>>()

/**
 * Binds money rules to the day of a law and to that law's figures, a province's own included. They are bound apart
 * from the law itself because they are asked of a running project, not of an application: other facts, and none of
 * the rules on who may be supported.
 * @param decided figures that a decision of the fund's manager sets for one project, in place of the law's
 * @throws LawError when the law lacks a figure that the rules use
 */
export function bindMoney(law: MoneyLaw, rules: MoneyRules, decided: readonly Parameter[] = []): BoundLaw {
  if (decided.length > 0) return bindNow(law, rules, decided)
  const ofLaw = bound.get(law) ?? new Map<MoneyRules, BoundLaw>()
  const found = ofLaw.get(rules) ?? bindNow(law, rules, [])
  bound.set(law, ofLaw.set(rules, found))
  return found
}

const bindNow = (law: MoneyLaw, rules: MoneyRules, decided: readonly Parameter[]): BoundLaw => {
  const inForce = law.parameters.map(({ parameter }) => parameter)
  const parameters = Object.fromEntries([...inForce, ...decided].map((parameter) => [parameter.id, parameter]))
  return bind({ ...rules, parameters }, law.identity)
}
