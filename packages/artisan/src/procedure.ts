import { InputError, type IsoDate, type LawIdentity } from '@khuyencong/rules'
import { stateSteps } from './national.js'
import type { ProvincialTitles } from './provinces/provincial.js'
import type { Step } from './step.js'
import { termInForce, type TermInForce } from './term-in-force.js'
import { titleCode, type LawWithTitles } from './title-in-force.js'
import { titles, type TitleCode } from './titles.js'
import { decreeOf, type Decree } from './transition.js'

/** A step with its term on the bound day. */
export interface StepInForce extends Omit<Step, 'term'> {
  /** `not-seen`: there is a term, but no source gave it. `none`: the law sets none. */
  readonly term: TermInForce | 'not-seen' | 'none'
}

/** The way of a title, from the dossier to the decision. */
export interface Procedure {
  readonly title: TitleCode
  /** `unknown` where it is not known under which decree the dossier falls; `steps` is then empty. */
  readonly status: 'known' | 'unknown'
  readonly missing: readonly 'filedOn'[]
  /** The decree, for State titles. */
  readonly decree: Decree | undefined
  readonly steps: readonly StepInForce[]
  readonly law: LawIdentity
}

/**
 * The steps of a title in order, each with its term, under the law bound to a day.
 * @param law a pack bound to a day
 * @param code a title code, e.g. `NNUT`
 * @param about `filedOn`, the day the dossier was filed in due form, for a State title; `province` for a provincial one
 * @throws InputError when the code is not a title, or a provincial title is asked for without a province that has it
 */
export function procedure(
  law: LawWithTitles<'parameters' | 'identity'>,
  code: string,
  about: { readonly filedOn?: IsoDate; readonly province?: ProvincialTitles } = {},
): Procedure {
  const title = titleCode(code)
  const head = { title, law: law.titles.identity }
  const inForce = ({ term, ...step }: Step): StepInForce => ({
    ...step,
    term:
      term === undefined
        ? 'none'
        : term === 'not-seen'
          ? 'not-seen'
          : (termInForce(law.titles, term.id, ['days', 'working-days']) ?? 'not-seen'),
  })
  if (titles[title].level === 'province') {
    const { province } = about
    if (!province?.codes.includes(title)) {
      const message = `The steps of ${title} are each province's own.`
      const expected = 'a province that has this title, e.g. provincialTitles["hai-duong"] for NN-TINH'
      throw new InputError([{ code: 'province-missing', field: 'about.province', message, expected }])
    }
    return { ...head, status: 'known', missing: [], decree: undefined, steps: province.steps.map(inForce) }
  }
  const decree = decreeOf(law.titles.identity.asOf, about.filedOn)
  if (!decree) return { ...head, status: 'unknown', missing: ['filedOn'], decree, steps: [] }
  const steps = stateSteps.filter((step) => step.under === decree).map(inForce)
  return { ...head, status: 'known', missing: [], decree, steps }
}
