import type { Pack } from '../pack.js'
import type { PackProblem } from '../check/problem.js'

/** A pack with one fault, and what `check` must say of it. */
export interface BadPack {
  readonly pack: Pack
  readonly expected: Pick<PackProblem, 'code' | 'severity' | 'place'> & { readonly vi: string; readonly en: string }
}
