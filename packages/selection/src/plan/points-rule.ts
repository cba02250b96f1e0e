import { LawError, ratio, type Citations, type Problem, type Ratio, type Text } from '@khuyencong/rules'
import { cite } from '@khuyencong/domain'
import { finePerPoint, toFine, type Fine } from '../contest/points.js'

/** A criterion of a local 100-point ranking. */
export interface PointsCriterion {
  readonly id: string
  readonly title: Text
  /** Highest mark, in points. */
  readonly most: number
  /** A proposal below it fails, whatever its total; in points. */
  readonly floor?: number
}

/**
 * A ranking by points that a managing body set for itself. It is not law: no national text marks proposals. It comes
 * after the gate and after the order of the law, and never moves a proposal past one of higher priority.
 */
export interface PointsRule {
  readonly basis: 'local-rule'
  readonly title: Text
  /** The local decision that set it, where there is one. */
  readonly cites?: Citations
  readonly criteria: readonly PointsCriterion[]
  /** Lowest total, in points. */
  readonly floor: number
  /** Lowest share of the highest mark of each criterion. */
  readonly floorShare?: Ratio
}

/**
 * Declares a local ranking by points.
 * @throws LawError when the highest marks do not add up to 100, a criterion is given twice or a floor is out of reach
 */
export function pointsRule(rule: Omit<PointsRule, 'basis'>): PointsRule {
  const ids = rule.criteria.map(({ id }) => id)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice !== undefined) throw new LawError(`Points rule: the criterion '${twice}' is given twice.`)
  for (const { id, most, floor = 0 } of rule.criteria)
    if (toFine(most) === undefined || toFine(floor) === undefined || floor > most)
      throw new LawError(`Points rule: criterion '${id}' has the floor ${floor} of ${most}; expected 0 ≤ floor ≤ most.`)
  const sum = rule.criteria.reduce((total, { most }) => total + (toFine(most) ?? 0), 0)
  if (sum !== 100 * finePerPoint)
    throw new LawError(`Points rule: the highest marks add up to ${sum / finePerPoint}; expected 100.`)
  if (toFine(rule.floor) === undefined || rule.floor > 100)
    throw new LawError(`Points rule: the floor is ${rule.floor}; expected 0 to 100.`)
  return { ...rule, basis: 'local-rule' }
}

/** The floors of TT 33/2019/TT-BTC, Article 5: a programme of the same ministry, taken as a pattern, not as law for khuyến công. */
export const brandProgrammeFloors = {
  floor: 80,
  floorShare: ratio(60n, 100n),
  cites: [cite('TT 33/2019/TT-BTC', { article: '5' })],
} as const satisfies Partial<PointsRule>

/** The points of an appraisal (TT 36/2013/TT-BCT, Article 9). The circular names them and gives none of them marks. */
export const appraisalPoints = {
  principles: { vi: 'Phù hợp với nguyên tắc lập đề án', en: 'Fit with the principles' },
  effect: {
    vi: 'Mục tiêu, sự cần thiết, hiệu quả, kinh phí hợp lý',
    en: 'Aim, need, effect, and sound use of money',
  },
  capacity: {
    vi: 'Năng lực của đơn vị thực hiện, phối hợp, thụ hưởng',
    en: 'Capacity of the unit, its partners and the beneficiary',
  },
  combination: { vi: 'Khả năng lồng ghép với chương trình khác', en: 'Chance to combine with other programmes' },
  file: { vi: 'Hồ sơ đầy đủ', en: 'A complete file' },
} as const satisfies Readonly<Record<string, Text>>

/** What a proposal scored under the rule. */
export interface PointsResult {
  readonly total: Fine
  /** The floors that it misses: criteria, or `total`. */
  readonly below: readonly string[]
}

/** The total in points, for reading. */
export const pointsOf = ({ total }: PointsResult): number => total / finePerPoint

/** Marks as a result; what is wrong with them goes to `problems`. */
export function markProposal(
  rule: PointsRule,
  { id, marks = {} }: { readonly id: string; readonly marks?: Readonly<Record<string, number>> },
  problems: Problem[],
): PointsResult {
  const below: string[] = []
  let total = 0
  for (const criterion of rule.criteria) {
    const mark = marks[criterion.id]
    const fine = mark === undefined ? undefined : toFine(mark)
    const expected = `0 to ${criterion.most} points`
    const field = `proposals.${id}.marks.${criterion.id}`
    if (mark === undefined || fine === undefined || mark > criterion.most) {
      const message = mark === undefined ? 'there is no mark.' : `${mark} is not a mark of this criterion.`
      problems.push({ code: 'mark', field, message, expected })
      continue
    }
    total += fine
    const most = BigInt(toFine(criterion.most) ?? 0)
    if (
      mark < (criterion.floor ?? 0) ||
      (rule.floorShare && BigInt(fine) * rule.floorShare.denominator < rule.floorShare.numerator * most)
    )
      below.push(criterion.id)
  }
  for (const given of Object.keys(marks))
    if (rule.criteria.every((criterion) => criterion.id !== given))
      problems.push({
        code: 'mark-criterion',
        field: `proposals.${id}.marks.${given}`,
        message: `'${given}' is not a criterion of the rule.`,
        expected: `one of ${rule.criteria.map((criterion) => criterion.id).join(', ')}`,
      })
  if (total < rule.floor * finePerPoint) below.push('total')
  return { total, below }
}
