import type { ReconciledAppropriation, Reconciliation } from './reconcile.js'

/** The proof for people: a line for each appropriation, a line for each difference, and how much was looked at. */
export function reportOf({ appropriations, differences, postings, awards }: Reconciliation): readonly string[] {
  return [
    ...appropriations.map(lineOf),
    ...differences.map(({ code, where, message }) => `DIFFERENCE ${code} ${where}: ${message}`),
    `${appropriations.length} appropriations, ${awards} awards, ${postings} postings, ${differences.length} differences. Amounts in đồng.`,
  ]
}

function lineOf(state: ReconciledAppropriation): string {
  const {
    programmeId,
    year,
    source,
    appropriated,
    carriedIn,
    free,
    committed,
    advanced,
    settled,
    returned,
    carriedOut,
  } = state
  const came = carriedIn === 0n ? 'allotted' : 'allotted and carried in'
  const parts = [
    `${dong(free)} free`,
    `${dong(committed)} committed`,
    `${dong(advanced)} advanced`,
    `${dong(settled)} settled`,
    `${dong(returned)} returned`,
    `${dong(carriedOut)} carried over`,
  ]
  const sign = state.difference === 0n ? '=' : '≠'
  return `${programmeId} ${year} ${source}: ${dong(appropriated + carriedIn)} ${came} ${sign} ${parts.join(' + ')}`
}

const dong = (amount: bigint): string => amount.toLocaleString('en')
