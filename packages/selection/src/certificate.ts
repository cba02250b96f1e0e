import { isoDate, yearOf, type IsoDate, type Support } from '@khuyencong/rules'
import { numberOf, restingOn, valueAsSource } from './in-force.js'
import type { SelectionLaw } from './law.js'
import { certificateYears } from './tt-26-2014/article-17.js'

export interface CertificateValidity {
  /** The last day on which the certificate is valid. */
  readonly until: IsoDate
  /** The last day under the other readings of the circular. */
  readonly otherReadings: readonly IsoDate[]
  readonly trust: Support
}

/**
 * Until when a certificate is valid: 31 December of its third year.
 * @param law the law on the day of issue
 * @param issuedOn day of issue
 * @throws InputError when `issuedOn` is not a day, or the law has no contests on its own day
 */
export function certificateValidity(
  law: SelectionLaw<'parameters' | 'identity'>,
  issuedOn: string,
): CertificateValidity {
  const year = yearOf(isoDate(issuedOn, 'issuedOn'))
  const { value, entry, found } = numberOf(law, certificateYears)
  const endAfter = (years: number) => isoDate(`${year + years}-12-31`)
  const others = (entry.readings ?? []).flatMap((reading) => (typeof reading.value === 'number' ? [reading.value] : []))
  return { until: endAfter(value), otherReadings: others.map(endAfter), trust: restingOn([valueAsSource(found)]) }
}
