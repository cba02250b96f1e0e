import {
  amountRule,
  atMost,
  byId,
  defineFacts,
  lowest,
  param,
  parameter,
  percent,
  requirement,
  times,
  vocabulary,
  type Expression,
  type FactDefinitions,
} from '@khuyencong/rules'
import { definePack, type PackLaw } from '../pack.js'

/** What most of the packs here share, so that each shows its one fault and nothing else. */
export const source = { cites: [{ document: 'QĐ 1/2023', article: '2' }], trust: 'text' } as const
export const text = { vi: 'chữ', en: 'text' } as const

const about = { group: 'g', mutability: 'fixed', title: text, question: text } as const

export const facts = defineFacts({
  fund: {
    ...about,
    kind: 'choice',
    title: { vi: 'Nguồn', en: 'Fund' },
    values: { national: { vi: 'trung ương', en: 'national' }, local: { vi: 'địa phương', en: 'local' } },
  },
  workers: { ...about, kind: 'count', title: { vi: 'Lao động', en: 'Workers' } },
  cost: { ...about, kind: 'money', title: { vi: 'Chi phí', en: 'Cost' } },
})
/** The same dictionary with a fact of each kind that the good pack has none of. */
export const moreFacts = defineFacts({
  ...facts,
  founded: { ...about, kind: 'flag' },
  since: { ...about, kind: 'date' },
  papers: { ...about, kind: 'choices', values: { form: text, plan: text } },
})
/** A fact that no rule reads. */
export const colour = defineFacts({ colour: { ...about, kind: 'flag' } })
const { match, ...words } = vocabulary<typeof facts>()
export const { fact, is, oneOf } = words

export const from = '2023-01-01'
export const rule = <const Id extends string>(id: Id) => ({ id, title: text, group: 'g', from, ...source }) as const

export const limit = parameter({
  id: 'limit',
  unit: 'persons',
  title: text,
  timeline: [{ from, value: 200, ...source }],
})
export const share = parameter({
  id: 'share',
  unit: 'ratio',
  title: text,
  timeline: [{ from, value: percent(50n), ...source }],
})
export const rounding = parameter({
  id: 'rounding',
  unit: 'choice',
  title: text,
  values: { down: text },
  timeline: [{ from, value: 'down', ...source }],
})
export const cap = parameter({
  id: 'cap',
  unit: 'dong',
  title: text,
  timeline: [{ from, value: 300_000_000n, ...source }],
})
const localCap = parameter({
  id: 'cap.local',
  unit: 'dong',
  title: text,
  timeline: [{ from, value: 200_000_000n, ...source }],
})

export const small = requirement({ ...rule('SMALL'), requires: atMost(fact('workers'), param(limit)) })

export const grantTerms: readonly Expression<bigint>[] = [
  times(param(share), fact('cost'), param(rounding)),
  match('fund', { national: param(cap), local: param(localCap) }),
]
const grant = amountRule({
  id: 'GRANT',
  title: text,
  per: text,
  versions: [{ from, ...source, amount: lowest(grantTerms) }],
})

const period = { from, to: '2025-12-31' } as const

const law = {
  rules: byId([small]),
  parameters: byId([limit, share, rounding, cap, localCap]),
  amounts: byId([grant]),
}

export const description = { id: 'pack', version: '1', title: text, period } as const

/** The good pack, with other or more items in it. */
export const packWith = (changes: Partial<PackLaw>, dictionary: FactDefinitions = facts) =>
  definePack(description, dictionary, {
    rules: { ...law.rules, ...changes.rules },
    parameters: { ...law.parameters, ...changes.parameters },
    amounts: { ...law.amounts, ...changes.amounts },
  })

export const good = packWith({})
