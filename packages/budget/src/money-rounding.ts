import { LawError, parameter, type Rounding } from '@khuyencong/rules'
import type { MoneyLaw } from './money-law.js'
import { roundingNames } from './rounding-names.js'
import { jointCircular } from './ttlt-26-2014/circular.js'

/** How a share of money becomes whole đồng. No text says; down never goes above the share. */
export const moneyRounding = parameter({
  id: 'MONEY.rounding',
  title: { vi: 'Cách làm tròn số tiền tính theo tỷ lệ', en: 'Rounding of a share of money' },
  unit: 'choice',
  values: roundingNames,
  timeline: jointCircular({ article: '8' }).map((source) => ({
    ...source,
    value: 'down',
    trust: 'assumed' as const,
    note: {
      vi: 'Không văn bản nào quy định; làm tròn xuống đồng để không vượt tỷ lệ.',
      en: 'No text says how; rounded down to the đồng, so as never to exceed the share.',
    },
  })),
})

/**
 * How the law rounds on its day.
 * @throws LawError when it does not say, or says something else
 */
export function roundingInForce({ money }: MoneyLaw<'parameters' | 'identity'>): Rounding {
  const value = money.parameters.find(({ parameter }) => parameter.id === moneyRounding.id)?.entry.value
  if (value === 'down' || value === 'up' || value === 'half-up') return value
  const { pack, asOf } = money.identity
  throw new LawError(`${pack} has no way to round in '${moneyRounding.id}' on ${asOf}. Expected down, up or half-up.`)
}
