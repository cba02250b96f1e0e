import { supportCeiling, type SupportCeiling } from '@khuyencong/budget'
import { assess } from '@khuyencong/eligibility'
import { haiDuong } from '@khuyencong/province-hai-duong'
import { InputError, type BoundLaw, type Decision, type Problem } from '@khuyencong/rules'
import type { Question } from './question'

/** Whether a rule is the programme's own: the law that it builds on does not have it. */
export const isOfPack = (rule: string): boolean => !Object.hasOwn(haiDuong.base?.law.rules ?? {}, rule)

export interface Answer {
  readonly decision: Decision
  readonly ceiling: SupportCeiling
}

/** The law on a day, or what is wrong with the day. */
export function lawOn(date: string): { readonly law: BoundLaw } | { readonly problem: Problem } {
  try {
    return { law: haiDuong.at(date) }
  } catch (error) {
    if (error instanceof InputError) return { problem: error.problems[0] }
    throw error
  }
}

export const answer = (law: BoundLaw, { content, facts }: Pick<Question, 'content' | 'facts'>): Answer => ({
  decision: assess(law, content, facts),
  ceiling: supportCeiling(law, content, facts),
})
