import { bindExpression, NoValueError, type Scope } from './bind-expression.js'
import type { Citations } from './citation.js'
import type { AmountRule, AmountVersion, Lack } from './rule.js'
import type { OpenAmountNotice } from './decision.js'
import { LawError } from './errors.js'
import { frozen } from './frozen.js'
import { inForce, type IsoDate } from './iso-date.js'
import { inAskingOrder, missingInValue } from './missing.js'
import type { Slots } from './place.js'
import { firm, restingOn, together, valueSupport, type Support } from './support.js'
import type { Text } from './text.js'
import type { ValueTrace } from './trace.js'
import { showValue, type Value } from './value.js'

/** What the law says of an amount. `no-level`: the law has none on this date, which is not the same as zero. */
export type AmountStatus = 'known' | 'unknown' | 'no-level'

export interface Amount {
  readonly rule: string
  readonly status: AmountStatus
  readonly title: Text
  readonly per: Text
  readonly costItems: Text | undefined
  /** For `no-level`: what would be needed for one. */
  readonly needs: Text | undefined
  /** In đồng; undefined unless known. */
  readonly amount: bigint | undefined
  /** Unknown, but certainly no more than this, in đồng. */
  readonly atMost: bigint | undefined
  /** The named term that a lowest took, e.g. `rate` or `cap`. */
  readonly binding: string | undefined
  /** For `unknown`: the facts that can still change it, in asking order. Empty once known. */
  readonly missing: readonly string[]
  readonly cites: Citations | undefined
  readonly trust: Support
  /** The calculation as a tree; the root is the amount. */
  readonly trace: ValueTrace | undefined
  /** The open points of law under whose other readings it would be another amount. */
  readonly notices: readonly OpenAmountNotice[]
}

export interface BoundAmount {
  readonly rule: AmountRule
  readonly version: AmountVersion | undefined
  readonly lack: Lack | undefined
  evaluate(slots: Slots): Omit<Amount, 'notices'>
}

/** @throws LawError naming the amount when it reads what the law does not have; evaluated, when it comes to anything but đồng. */
export function bindAmount(rule: AmountRule, day: IsoDate, scope: Scope): BoundAmount {
  const version = rule.versions.find((v) => inForce(v, day))
  const lack = rule.without?.find((period) => inForce(period, day))
  const expression = version && orNoLevel(() => bindExpression(version.amount, { ...scope, casesMayLack: true }))
  const head = { rule: rule.id, title: rule.title, per: rule.per }
  const none = frozen({
    ...head,
    status: 'no-level',
    costItems: undefined,
    amount: undefined,
    atMost: undefined,
    binding: undefined,
    missing: [],
    needs: lack?.text,
    cites: lack?.cites,
    trust: firm,
    trace: undefined,
  } as const)
  if (!version || !expression) return { rule, version: undefined, lack, evaluate: () => none }
  const { cites, trust, note, costItems } = version
  const own = frozen(restingOn({ kind: 'amount', id: rule.id, title: rule.title, trust, cites, note }))
  const allFirm = own === firm && expression.firm
  return {
    rule,
    version,
    lack: undefined,
    evaluate: (slots) => {
      const trace = orNoLevel(() => expression.trace(slots))
      if (!trace) return none
      const amount = inDong(trace.value, rule)
      const atMost = amount === undefined && 'atMost' in trace ? inDong(trace.atMost, rule) : undefined
      return {
        ...head,
        status: amount === undefined ? 'unknown' : 'known',
        costItems,
        needs: undefined,
        amount,
        atMost,
        binding: amount === undefined ? undefined : bindingTerm(trace),
        missing: amount === undefined ? inAskingOrder(missingInValue(trace), scope.places) : [],
        cites,
        trust: allFirm ? firm : together([own, valueSupport(trace)]),
        trace,
      }
    },
  }
}

/** Without this, an amount that is a count would never be known, and one below zero would be taken out of other support. */
function inDong(value: Value | undefined, { id }: AmountRule): bigint | undefined {
  if (value === undefined || (typeof value === 'bigint' && value >= 0n)) return value
  throw new LawError(`Amount ${id} comes to '${showValue(value)}'; expected whole đồng as a bigint, not negative.`)
}

/** A parameter that has no value on the day leaves the amount without a level. */
function orNoLevel<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof NoValueError) return undefined
    throw error
  }
}

/** The name of the term that decided: follows the choices down from the root. */
function bindingTerm(trace: ValueTrace): string | undefined {
  if (!('of' in trace)) return undefined
  const chosen = trace.chosen === undefined ? undefined : trace.of[trace.chosen]
  if (!chosen) return undefined
  return bindingTerm(chosen) ?? chosen.name
}
