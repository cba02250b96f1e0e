import {
  LawError,
  requirement,
  type AmountRule,
  type Citations,
  type IsoDate,
  type Parameter,
  type Rule,
  type Text,
} from '@khuyencong/rules'
import { is } from '../facts.js'
import { nationalTitles } from '../national.js'
import type { Step } from '../step.js'
import type { TitleCode } from '../titles.js'

/** The subject under which it is asked whether a provincial title may be kept. */
export const keepProvincial = 'KEEP-PROVINCE'

/** What is known of one province's own titles. */
export interface ProvincialTitles {
  readonly id: string
  readonly province: Text
  /** The titles of this province that the rules speak of. */
  readonly codes: readonly TitleCode[]
  /** None of these laws could be read whole: what is missing, in words. */
  readonly partial: Text
  readonly rules: Readonly<Record<string, Rule>>
  readonly parameters: Readonly<Record<string, Parameter>>
  readonly amounts: Readonly<Record<string, AmountRule>>
  readonly steps: readonly Step[]
}

/** A province's regulation: where it stands, and the first day on which it was surely in force. */
export interface Regulation {
  readonly from: IsoDate
  readonly cites: Citations
}

/** As long as a province's standards are not read whole, its own confirmation is asked for: no yes without it. */
export const askedOfProvince = <const Id extends string>(
  id: Id,
  subjects: readonly TitleCode[],
  { from, cites }: Regulation,
  note: Text,
) =>
  requirement({
    id,
    group: 'confirmation',
    subjects,
    title: { vi: 'Đạt mọi tiêu chuẩn của tỉnh', en: "Meets all of the province's standards" },
    from,
    cites,
    trust: 'assumed',
    note,
    requires: is('provinceConfirmed'),
  })

/** Nothing was found on the loss of a provincial title: whether it may be kept is for the province to say. */
export const lossAskedOfProvince = <const Id extends string>(id: Id, { from, cites }: Regulation) =>
  requirement({
    id,
    group: 'keeping',
    subjects: [keepProvincial],
    title: { vi: 'Không thuộc trường hợp bị thu hồi danh hiệu', en: 'No case of loss of the title' },
    from,
    cites,
    trust: 'assumed',
    note: {
      vi: 'Chưa thấy quy định của tỉnh về hủy bỏ, thu hồi danh hiệu: cần tỉnh xác nhận.',
      en: 'Nothing was found on annulment or loss: the province must confirm.',
    },
    requires: is('lossRuleConfirmed'),
  })

type National = typeof nationalTitles

/** National law with a province's own: each id keeps its literal type, so that a pack can name it. */
export interface TitlesWith<P extends ProvincialTitles> {
  readonly facts: National['facts']
  readonly rules: National['rules'] & P['rules']
  readonly parameters: National['parameters'] & P['parameters']
  readonly amounts: National['amounts'] & P['amounts']
}

/**
 * National law on titles together with one province's own, ready to be bound to a day.
 * @throws LawError when the province uses an id that national law has
 */
export function withProvince<const P extends ProvincialTitles>(province: P): TitlesWith<P> {
  for (const kind of ['rules', 'parameters', 'amounts'] as const)
    for (const id of Object.keys(province[kind]))
      if (id in nationalTitles[kind])
        throw new LawError(`Titles of ${province.id}: ${kind} '${id}' is already one of national law.`)
  const { facts, rules, parameters, amounts } = nationalTitles
  return {
    facts,
    rules: { ...rules, ...province.rules },
    parameters: { ...parameters, ...province.parameters },
    amounts: { ...amounts, ...province.amounts },
  }
}
