import { trustText, type Citations } from '@khuyencong/rules'
import type { Pack } from '../pack.js'
import { amountEntries, ruleEntries, valueEntries } from './entries.js'
import { error, warning, type PackProblem, type Place } from './problem.js'

/** Rules, values and amounts without an article, with an unheard-of trust, or assumed without saying why. Types forbid it; a pack written in JavaScript or read from a file may have it. */
export const sources = ({ law }: Pack): PackProblem[] => [
  ...[...ruleEntries(law), ...valueEntries(law), ...amountEntries(law)].flatMap(({ place, version }) =>
    cited(version) ? [] : [uncited(place)],
  ),
  ...[...ruleEntries(law), ...valueEntries(law), ...amountEntries(law)].flatMap(({ place, version }) =>
    Object.hasOwn(trustText, version.trust) ? [] : [unknownTrust(place, version)],
  ),
  ...[...ruleEntries(law), ...valueEntries(law), ...amountEntries(law)].flatMap(({ place, version }) =>
    version.trust === 'assumed' && !version.note ? [unexplained(place, version.cites)] : [],
  ),
  ...Object.values(law.amounts).flatMap(({ id, without = [] }) =>
    without.filter((lack) => !cited(lack)).map(({ from }) => uncited({ kind: 'amount', id, from })),
  ),
]

function cited(version: { readonly cites?: Citations }): boolean {
  const cites: readonly { readonly document?: string }[] = version.cites ?? []
  return cites.length > 0 && cites.every(({ document }) => document !== undefined && document.trim() !== '')
}

const uncited = (place: Place): PackProblem =>
  error('uncited', place, undefined, {
    vi: 'Không dẫn văn bản nào; cần ít nhất một văn bản, điều.',
    en: 'Cites nothing; expected at least one document and article.',
  })

const unknownTrust = (
  place: Place,
  { trust, cites }: { readonly trust: string; readonly cites: Citations },
): PackProblem =>
  error('unknown-trust', place, cites, {
    vi: `'${trust}' không phải là một mức tin cậy; cần text, secondary, inferred hoặc assumed.`,
    en: `'${trust}' is no degree of trust; expected text, secondary, inferred or assumed.`,
  })

const unexplained = (place: Place, cites: Citations): PackProblem =>
  warning('assumed-without-note', place, cites, {
    vi: 'Là giả định nhưng không ghi rõ vì sao; cần có ghi chú (note) bằng cả hai thứ tiếng.',
    en: 'Is assumed, and no note says why; expected a note in both languages.',
  })
